/** Starts the settings page. */
import { mount } from "svelte";

import { tauri } from "./ipc/tauri";
import Page from "./settings/Page.svelte";
import { SettingsWindow } from "./settings/settings.svelte";
import "./settings-texts";
import { followStatus } from "./shared/follow";
import { stayWhileComposing } from "./shared/keys";
import { nameSystem } from "./shared/system";
import "./shared/tokens.css";

nameSystem();

window.addEventListener("keydown", stayWhileComposing, true);

const settings = new SettingsWindow(tauri);
// The window program says what to show once the page asks its first question, and is not to be missed.
settings.listen();
// Language and theme come before anything is drawn.
await followStatus(tauri, (status) => settings.hear(status));
mount(Page, { target: document.body, props: { settings } });
await settings.begin();
