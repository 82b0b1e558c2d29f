/** Words that are asked about before they are copied. */

/**
 * Whether a text holds characters that can harm where it is pasted: control characters, which a terminal acts on, and
 * marks that make a text read otherwise than it is. The resident program decides; this says when to ask it at once.
 */
export function isHarmful(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(text);
}
