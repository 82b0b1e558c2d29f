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

/** A week of changes. */
function past() {
  const start = library.held.get("tw-start")!;
  const make = (operation: string, time: string, change: Partial<typeof start> | null, pack = "mine", id = "tw-start") =>
    library.log.make(operation, new Map([[id, change && { ...(library.held.get(id) ?? start), id, layer: "mine", ...change }]]), pack, time);
  make("edit", "2026-11-18T17:19:00Z", { title: "我先處理，下次寄信給我" });
  make("edit", "2026-11-18T17:20:00Z", { rank: ["senior", "client"], firmness: 2 });
  make("outside", "2026-11-20T08:55:00Z", { tags: ["late", "line"] }, "team-shanghai", "cn-process");
  make("edit", "2026-11-24T09:31:00Z", { text: start.text.replace("下次", "之後若有需要，").replace("您直接", "你直接"), note: { en: "The work starts first. Not for a second request: then use rung 2." } });
  make("add", "2026-11-24T10:02:00Z", { title: "尾牙請假的說法，很長很長很長很長很長很長很長的標題" }, "mine", "mine-leave");
  make("delete", "2026-11-25T10:02:00Z", null, "mine", "mine-leave");
  library.log.undo(1);
  library.log.make("import", new Map(["tw-which", "tw-copy", "tw-morning"].map((id) => [id, { ...library.held.get(id)!, firmness: 3 }])), "team-taipei", "2026-11-25T11:00:00Z");
}

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
  check: async () => {
    settings.library.editor?.change({ text: "{greeting}不好意思，{app} 我比較少看，剛剛才看到您的訊息。之後若有需要，再麻煩你直接寄到我的郵箱 {my_email}，這樣不行，謝謝您！", title: "我先處理，之後請寄信" });
    await settings.library.editor?.save();
    await settings.library.silence("pronoun-rank", "她要我這樣叫她");
    await later();
    document.querySelectorAll<HTMLElement>(".more")[1]?.click();
    document.querySelectorAll<HTMLElement>(".more")[2]?.click();
    document.querySelector<HTMLElement>("summary")?.click();
    document.querySelector<HTMLElement>("section .chip")?.focus();
  },
  drafts: async () => {
    const { draft } = settings.library.editor!;
    const held = (title: string, id: string | null) => ({ key: title, time: new Date().toISOString(), content: JSON.stringify({ draft: { ...draft, id, title }, base: id === null ? null : draft }) });
    for (const each of [held("我先處理，之後請寄信", "tw-start"), held("明天早上第一件事就是把您交代的那份報價單整理好再寄給您", null)]) library.forms.set(each.key, each);
    await settings.library.drafts.load();
    settings.library.editor!.meanwhile = { theirs: "tw-copy" };
  },
  history: async () => {
    past();
    await open("history");
    await later();
    await settings.history.choose(settings.history.all[3]!);
  },
  traced: async () => {
    past();
    settings.trace("tw-start");
    await later();
    await settings.history.choose(settings.history.fitting[1]!);
    settings.history.asking = settings.history.operation!.step;
  },
  bare: () => open("history"),
  memory: async () => {
    await open("profile");
    await later();
    document.querySelector(".page")!.scrollTo(0, 99999);
  },
  forget: async () => {
    settings.memories.asking = true;
    await states.memory!();
  },
  pasting: async () => {
    library.kept = { ...library.kept, behaviour: { ...library.kept.behaviour, auto_paste: true } };
    await settings.preferences.load();
    settings.hear({ ...settings.status!, can_paste: false });
    await open("behaviour");
  },
  damaged: async () => {
    library.problems_ = [{ file: "team-shanghai.toml", line: 1, id: null, message: "this is no TOML: `key with no value`, expected `=`", kind: "left", mendable: true }];
    library.copies = [{ file: "team-shanghai.sync-conflict-20261125-090100-ABCDEFG.toml", of: "team-shanghai.toml", ids: ["a", "b", "c"] }];
    await open("packs");
  },
  remove: async () => {
    await open("packs");
    await later();
    settings.packs.choose(settings.packs.all[1]!);
    settings.packs.asking = settings.packs.entry!.file;
    settings.packs.written = "/home/anna/Downloads/team-shanghai.toml";
  },
  import: async () => {
    await open("packs");
    await settings.packs.importing.choose(new File(["schema = 1"], "team.toml"));
  },
  large: async () => {
    await open("packs");
    await settings.packs.importing.choose(Object.defineProperty(new File(["x"], "holiday.mov"), "size", { value: 9e7 }));
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
