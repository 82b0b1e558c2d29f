/** Starts the palette page. */
import { mount } from "svelte";

import { shownAtFirst } from "./ipc/beginning";
import { tauri } from "./ipc/tauri";
import { Palette } from "./palette/palette.svelte";
import Page from "./palette/Page.svelte";
import { followStatus } from "./shared/follow";
import { stayWhileComposing } from "./shared/keys";
import { nameSystem } from "./shared/system";
import "./shared/tokens.css";

nameSystem();

window.addEventListener("keydown", stayWhileComposing, true);

const palette = new Palette(tauri);
// The window program says what to show once the page asks its first question, and is not to be missed.
palette.listen();
// Language and theme come before anything is drawn.
await followStatus(tauri);
const shown = shownAtFirst();
const begun = shown ? palette.begin(shown.phrase) : palette.start();
// With the answers that came with the page it is drawn once, and whole; for an answer that is still to come it does not wait.
await Promise.race([begun, new Promise((next) => setTimeout(next))]);
mount(Page, { target: document.body, props: { palette } });
await begun;
// What was typed in the meantime has been kept for the page.
await tauri.pageHears();
