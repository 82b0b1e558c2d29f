/** The menu behind a chip, by mouse and by keyboard. */
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet, tick } from "svelte";
import { expect, it, vi } from "vitest";

import { barriers } from "../../test/axe";
import Menu from "./Menu.svelte";

const options = [
  { value: "tw", name: "Taiwan", help: "They write in LINE" },
  { value: "sh", name: "Shanghai", lang: "en" },
  { value: "si", name: "Singapore" },
];

function drawn(more: { several?: boolean; chosen?: string[] } = {}) {
  const onchoose = vi.fn();
  const children = createRawSnippet(() => ({ render: () => "<span>Shanghai</span>" }));
  const { container } = render(Menu, { label: "Place", options, chosen: ["sh"], onchoose, children, ...more });
  return { onchoose, container, user: userEvent.setup(), chip: screen.getByRole("combobox", { name: "Place" }) };
}

const list = () => screen.queryByRole("listbox");
const at = (chip: HTMLElement) => document.getElementById(chip.getAttribute("aria-activedescendant") ?? "")?.textContent?.trim();

it("opens on a click, at what is chosen", async () => {
  const { user, chip, container } = drawn();
  expect(list()).toBeNull();
  await user.click(chip);
  expect(chip.getAttribute("aria-expanded")).toBe("true");
  expect(at(chip)).toBe("Shanghai");
  expect(await barriers(container)).toEqual([]);
});

it("moves with the arrows round the ends, to an end, and to a letter", async () => {
  const { user, chip } = drawn();
  await user.click(chip);
  await user.keyboard("{ArrowDown}");
  expect(at(chip)).toBe("Singapore");
  await user.keyboard("{ArrowDown}");
  expect(at(chip)).toContain("Taiwan");
  await user.keyboard("{End}");
  expect(at(chip)).toBe("Singapore");
  await user.keyboard("{Home}");
  expect(at(chip)).toContain("Taiwan");
  await user.keyboard("s");
  expect(at(chip)).toBe("Shanghai");
  await user.keyboard("s");
  expect(at(chip)).toBe("Singapore");
  await user.keyboard("t");
  expect(at(chip)).toContain("Taiwan");
});

it("chooses with Enter or a click, and closes", async () => {
  const { user, chip, onchoose } = drawn();
  await user.click(chip);
  await user.keyboard("{ArrowDown}{Enter}");
  expect(onchoose).toHaveBeenLastCalledWith("si");
  expect(list()).toBeNull();
  await user.click(chip);
  await user.click(screen.getByRole("option", { name: /Taiwan/ }));
  expect(onchoose).toHaveBeenLastCalledWith("tw");
  expect(list()).toBeNull();
});

it("stays open where several may be chosen", async () => {
  const { user, chip, onchoose } = drawn({ several: true, chosen: ["tw", "sh"] });
  await user.click(chip);
  await user.keyboard("{Enter}");
  expect(onchoose).toHaveBeenCalledWith("tw");
  expect(list()?.getAttribute("aria-multiselectable")).toBe("true");
  expect(screen.getAllByRole("option", { selected: true })).toHaveLength(2);
});

it("closes on Escape without choosing, and keeps the key to itself", async () => {
  const { user, chip, onchoose } = drawn();
  const outside = vi.fn();
  window.addEventListener("keydown", outside, { once: true });
  await user.click(chip);
  await user.keyboard("{Escape}");
  expect(list()).toBeNull();
  expect(onchoose).not.toHaveBeenCalled();
  expect(outside).not.toHaveBeenCalled();
  window.removeEventListener("keydown", outside);
});

it("closes when the focus leaves", async () => {
  const { user, chip } = drawn();
  await user.click(chip);
  chip.blur();
  await tick();
  expect(list()).toBeNull();
});

it("leaves the keys to an input method", async () => {
  const { user, chip } = drawn();
  await user.click(chip);
  chip.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", isComposing: true, bubbles: true }));
  expect(list()).not.toBeNull();
});
