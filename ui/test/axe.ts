/** Looks for what a reader or a keyboard could not use. */
import axe from "axe-core";

/** The ids of the rules that the page breaks, each with the elements that do. */
export async function barriers(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, {
    // jsdom draws nothing, so contrast is not to be seen here; a page has one region, which the parts do not repeat.
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}
