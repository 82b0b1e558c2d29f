/** Draws one state of the settings window over the sample library. */
import { mount } from "svelte";

import Page from "../src/settings/Page.svelte";
import { SettingsWindow, type PageName } from "../src/settings/settings.svelte";
import "../src/settings-texts";
import { speak } from "../src/shared/texts.svelte";
import { applyTheme } from "../src/shared/theme";
import "../src/shared/tokens.css";
import { failure } from "./backend";
import { settingsLibrary } from "./settings-library";

const asked = new URLSearchParams(location.search);
const language = asked.get("language") ?? "en";
speak(language);
applyTheme(asked.get("theme") ?? "system");
localStorage.clear();

const library = settingsLibrary();
const state = asked.get("state") ?? "library";
library.standing = { ...library.standing, first_run: state === "first" || state === "places" };
if (library.standing.first_run) library.kept = { ...library.kept, profile: { ...library.kept.profile, name: "", email: "" } };
const settings = new SettingsWindow(library);
const open = async (page: PageName) => settings.open(page);
const later = () => new Promise((done) => setTimeout(done, 600));

const states: Readonly<Record<string, () => Promise<void>>> = {
  library: async () => {
    await settings.library.listing.choose("culture", "taiwan");
    await settings.library.listing.choose("rank", "senior");
    await settings.library.editor?.readAs("chen");
  },
  override: async () => {
    settings.library.editor?.change({ text: library.held.get("tw-start")!.text.replace("下次", "之後").replace("您直接", "你直接"), title: "我先處理，之後請寄信" });
    await settings.library.editor?.save();
    await later();
  },
  compare: async () => {
    await states.override!();
    settings.library.comparing = true;
  },
  email: () => settings.library.select("tw-which"),
  reading: async () => {
    settings.library.reading = true;
  },
  none: () => settings.library.listing.type("尾牙"),
  own: () => settings.library.listing.showMine(true),
  new: async () => settings.library.add(),
  failed: async () => {
    library.savePhrase = () => Promise.reject(failure("notSaved"));
    settings.library.editor?.change({ title: "我先處理" });
    await settings.library.editor?.save();
  },
  menu: async () => {
    await later();
    document.querySelectorAll<HTMLElement>("dd [role=combobox]")[6]?.click();
  },
  facet: async () => {
    await later();
    document.querySelector<HTMLElement>(".facets [role=combobox]")?.click();
  },
  profile: () => open("profile"),
  people: async () => {
    await open("profile");
    await settings.people.open(library.people[0]!);
    await later();
  },
  behaviour: () => open("behaviour"),
  taken: async () => {
    await open("behaviour");
    settings.hear({ ...settings.status!, hotkey: { state: "taken", key: "Ctrl+Alt+Space" } });
  },
  unavailable: async () => {
    await open("behaviour");
    settings.hear({ ...settings.status!, hotkey: { state: "unavailable", command: "fencun toggle" } });
  },
  record: async () => {
    await open("behaviour");
    settings.recorder.start();
    await later();
  },
  packs: async () => {
    library.problems_ = [{ file: "team-shanghai.toml", line: 41, id: "team-late-boss", message: "rank knows junior, peer, senior and client, and not `boss`; write one of these", kind: "left", mendable: false }];
    await open("packs");
  },
  about: () => open("about"),
  first: async () => {},
  places: async () => {
    settings.firstRun.step = 2;
  },
};

settings.hear(library.standing);
mount(Page, { target: document.body, props: { settings } });
await settings.begin();
await states[state]?.();
document.documentElement.dataset.drawn = "yes";
