/** Starts the palette page. */
import { mount } from "svelte";

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
mount(Page, { target: document.body, props: { palette } });
await palette.start();
// What was typed in the meantime has been kept for the page.
await tauri.pageHears();
