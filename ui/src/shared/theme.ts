/** The theme a person chose, against the desktop's. */

/** `system` follows the desktop; `light` and `dark` do not. */
export function applyTheme(theme: string, root: HTMLElement = document.documentElement): void {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
}
