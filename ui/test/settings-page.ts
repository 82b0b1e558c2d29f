/** The settings window over the sample library, drawn for a test, and its parts as a person names them. */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { expect } from "vitest";

import type { Backend, Problem, Status } from "../src/ipc/backend";
import Page from "../src/settings/Page.svelte";
import { SettingsWindow } from "../src/settings/settings.svelte";
import { settingsLibrary, type SettingsLibrary } from "./settings-library";

/** Draws it; `answers` replace single functions, `standing` is how the program stands. */
export async function drawn(answers: Partial<Backend> = {}, standing: Partial<Status> = {}, prepare: (library: SettingsLibrary) => void = () => {}) {
  localStorage.clear();
  const library = settingsLibrary(answers);
  library.standing = { ...library.standing, ...standing };
  prepare(library);
  const settings = new SettingsWindow(library);
  settings.listen();
  settings.hear(library.standing);
  const { container } = render(Page, { settings });
  await settings.begin();
  await tick();
  return { library, settings, container, done: library.done, user: userEvent.setup() };
}

export const tab = (name: string) => within(screen.getByRole("navigation", { name: "Pages" })).getByRole("button", { name });
export const phrases = () => screen.getByRole("listbox", { name: "Phrases" });
export const titles = () => within(phrases()).getAllByRole("option").map((option) => option.querySelector(".title")?.textContent);
export const chosen = () => within(phrases()).getAllByRole("option", { selected: true })[0]?.querySelector(".title")?.textContent;
export const status = () => screen.getByRole("status").textContent;
export const field = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
export const says = (said: string) => waitFor(() => expect(status()).toBe(said));

/** What is wrong in one of the sample packs. */
export const problem: Problem = { file: "team-shanghai.toml", line: 41, id: "tw-start", message: "rank knows no `boss`", kind: "left", mendable: false };
