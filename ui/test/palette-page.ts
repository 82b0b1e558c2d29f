/** The palette's page over the sample library, and what a person finds on it. */
import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";

import type { Backend, Hit } from "../src/ipc/backend";
import { Palette } from "../src/palette/palette.svelte";
import Page from "../src/palette/Page.svelte";
import { sampleLibrary } from "./library";
import { phrases } from "./sample";

/** Nothing is found. */
export const nothing: Backend["search"] = async () => ({ hits: [], here: 0, elsewhere: 0, proposal: null });
/** Found by sound, by another word, and by the name of the situation. */
export const inside: Backend["search"] = async () => {
  const [first, second, third] = [phrases[0]!, phrases[1]!, phrases[2]!];
  const hits: Hit[] = [
    { row: first, score: 3, here: true, matches: [{ field: "title", start: 0, end: 1 }], reading: "wǒ" },
    { row: second, score: 2, here: true, matches: [{ field: "title", start: 12, end: 14, near: true }], reading: "信箱 = 郵箱" },
    { row: third, score: 1, here: true, matches: [], excerpt: { field: "situation", language: "en", text: "After hours", marks: [{ start: 0, end: 5 }] } },
  ];
  return { hits, here: 3, elsewhere: 0, proposal: null };
};

/** Draws the palette as it begins. */
export async function drawn(contact: string | null = "chen", answers: Partial<Backend> = {}) {
  const library = sampleLibrary(contact, answers);
  const palette = new Palette(library);
  const { container } = render(Page, { palette });
  await palette.begin(null);
  await tick();
  return { library, palette, container, done: library.done, user: userEvent.setup() };
}

export const query = () => screen.getByRole("combobox", { name: "Find a phrase" });
export const options = () => within(screen.getByRole("listbox", { name: "Phrases" })).getAllByRole("option");
export const chosen = () => options().find((option) => option.getAttribute("aria-selected") === "true");
export const status = () => screen.getByRole("status").textContent;
