/** Lets the styles know the system, for what is dear on one of them alone. */

/** Names the system on the page's root, before anything is drawn. */
export function nameSystem(root: HTMLElement = document.documentElement, agent: string = navigator.userAgent): void {
  if (agent.includes("Linux")) root.dataset.system = "linux";
}
