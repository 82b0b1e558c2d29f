/** What a press of a key means, whatever the browser. */

/**
 * Whether an input method has the key. WebKit sends the Enter that ends a composition after the composition's end,
 * no longer marked as composing but with the code 229.
 */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229 || event.key === "Process" || event.key === "Dead";
}

/**
 * Keeps Tab from leaving a field whose words are still being composed: WebKit would leave the composition open there,
 * and every later key would belong to it. With Shift the key has no name.
 */
export function stayWhileComposing(event: KeyboardEvent): void {
  if (event.isComposing && (event.key === "Tab" || event.code === "Tab")) event.preventDefault();
}
