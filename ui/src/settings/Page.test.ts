/** Every settings page as it is drawn, and what readers hear of it. */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { beforeEach, describe, expect, it } from "vitest";

import { barriers } from "../../test/axe";
import { failure } from "../../test/backend";
import { settingsLibrary, type SettingsLibrary } from "../../test/settings-library";
import type { Backend, Status } from "../ipc/backend";
import Page from "./Page.svelte";
import { SettingsWindow } from "./settings.svelte";

beforeEach(() => localStorage.clear());

async function drawn(answers: Partial<Backend> = {}, standing: Partial<Status> = {}, prepare: (library: SettingsLibrary) => void = () => {}) {
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

const tab = (name: string) => screen.getByRole("button", { name });
const phrases = () => screen.getByRole("listbox", { name: "Phrases" });
const titles = () => within(phrases()).getAllByRole("option").map((option) => option.querySelector(".title")?.textContent);
const chosen = () => within(phrases()).getAllByRole("option", { selected: true })[0]?.querySelector(".title")?.textContent;
const status = () => screen.getByRole("status").textContent;
const field = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
const says = (said: string) => waitFor(() => expect(status()).toBe(said));

const problem = { file: "team-shanghai.toml", line: 41, id: "tw-start", message: "rank knows no `boss`", kind: "left" as const };

describe("has no barrier", () => {
  type Drawn = Awaited<ReturnType<typeof drawn>>;
  const page = (name: Parameters<SettingsWindow["open"]>[0]) => async ({ settings }: Drawn) => settings.open(name);
  const states: Record<string, (drawn: Drawn) => unknown> = {
    library: () => {},
    "an open facet": ({ user }) => user.click(document.querySelector(".facets [role=combobox]")!),
    "a new phrase": ({ settings }) => settings.library.add(),
    "a phrase by email": ({ settings }) => settings.library.select("tw-which"),
    "nothing found": ({ settings }) => settings.library.listing.type("尾牙"),
    "no own phrases": ({ settings }) => settings.library.listing.showMine(true),
    "a refused save": async ({ settings, library }) => {
      library.savePhrase = () => Promise.reject(failure("notSaved"));
      settings.library.editor?.change({ title: "改過" });
      await settings.library.editor?.save();
    },
    "a comparison": async ({ settings }) => {
      settings.library.editor?.change({ title: "改過" });
      await settings.library.editor?.save();
      await waitFor(() => expect(settings.library.editor?.overrides).toBe(true));
      settings.library.comparing = true;
    },
    "a problem of the entry": ({ settings }) => settings.library.select("tw-start"),
    profile: page("profile"),
    "a person": async ({ settings }) => {
      settings.open("profile");
      await settings.people.open(settings.people.all[0]!);
    },
    behaviour: page("behaviour"),
    "a hotkey being recorded": async ({ settings }) => {
      settings.open("behaviour");
      settings.recorder.start();
    },
    packs: page("packs"),
    about: page("about"),
  };
  it.each(Object.entries(states))("%s", async (_name, reach) => {
    const all = await drawn({}, {}, (library) => (library.problems_ = [problem]));
    await reach(all);
    await tick();
    expect(await barriers(all.container)).toEqual([]);
  });

  it.each([1, 2] as const)("first run, step %s", async (step) => {
    const { settings, container } = await drawn({}, { first_run: true });
    settings.firstRun.step = step;
    await tick();
    expect(await barriers(container)).toEqual([]);
  });

  it.each([
    { state: "off" },
    { state: "active", key: "Ctrl+Alt+Space" },
    { state: "taken", key: "Ctrl+Alt+Space" },
    { state: "unknown", key: "Ctrl+Alt+Space" },
    { state: "unavailable", command: "fencun toggle" },
  ] as const)("hotkey $state", async (hotkey) => {
    const { settings, container } = await drawn({}, { hotkey });
    settings.open("behaviour");
    await tick();
    expect(await barriers(container)).toEqual([]);
  });
});

describe("library", () => {
  it("is a list that the arrows move through, with the phrase beside it", async () => {
    const { user } = await drawn();
    expect(chosen()).toBe("我先處理，下次請寄信");
    phrases().focus();
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(chosen()).toBe("馬上處理，之後也寄一份到信箱"));
    expect(phrases().getAttribute("aria-activedescendant")).toBe("phrase-1");
    await waitFor(() => expect(field("Title").value).toBe("馬上處理，之後也寄一份到信箱"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(field("Title")));
  });

  it("narrows by search and by facets, and says how many are left", async () => {
    const { user, container } = await drawn();
    const count = () => container.querySelector("[data-test=count]")?.textContent;
    expect(count()).toBe("11 of 11");
    await user.type(screen.getByRole("searchbox"), "信箱");
    await waitFor(() => expect(titles()).toContain("馬上處理，之後也寄一份到信箱"));
    expect(titles()).not.toContain("明早整理好寄給您");
    await user.clear(screen.getByRole("searchbox"));
    await user.click(within(screen.getByRole("group", { name: "Narrow the list" })).getByRole("combobox", { name: "Culture" }));
    await user.click(screen.getByRole("option", { name: /^Shanghai/ }));
    await waitFor(() => expect(screen.getByRole("combobox", { name: "Culture: Shanghai" })).toBeTruthy());
    expect(count()).toMatch(/^\d of 11$/);
  });

  it("leads on where nothing is found and where nothing is one's own", async () => {
    const { user, settings } = await drawn();
    await settings.library.listing.type("尾牙");
    await user.click(await screen.findByRole("button", { name: "Clear search and facets" }));
    await waitFor(() => expect(titles().length).toBeGreaterThan(5));
    await user.click(screen.getByRole("radio", { name: "Yours" }));
    expect(await screen.findByText("You have no phrase of your own yet")).toBeTruthy();
  });

  it("saves when changed, shows the filled words, and says so", async () => {
    const { user, done } = await drawn();
    await user.clear(field("Words"));
    await user.type(field("Words"), "收到，請寄到 {{my_email}，{{date}前回覆。");
    await says("Saved");
    expect(done.at(-1)).toBe("save tw-start 我先處理，下次請寄信");
    const bubble = screen.getByRole("figure", { name: "How it reads" });
    expect(bubble.textContent).toContain("請寄到 anna.weber@example.com");
    expect(bubble.querySelector(".slot")?.textContent).toBe("date");
    expect(screen.getByText("Asked for before copying: date")).toBeTruthy();
    expect(screen.getByText(/Yours, in place of a shipped phrase/)).toBeTruthy();
  });

  it("saves at once when the field is left", async () => {
    const { user, done } = await drawn();
    await user.type(field("Title"), "！");
    await user.tab();
    await waitFor(() => expect(done).toEqual(["save tw-start 我先處理，下次請寄信！"]));
  });

  it("keeps what was typed when the disk refuses, and tries again when asked to", async () => {
    const { user, library } = await drawn({ savePhrase: () => Promise.reject(failure("notSaved")) });
    const { savePhrase } = settingsLibrary();
    await user.type(field("Title"), "！");
    await user.tab();
    expect((await screen.findByRole("alert")).textContent).toContain("The disk refused");
    expect([field("Title").value, status()]).toEqual(["我先處理，下次請寄信！", "Not saved"]);
    library.savePhrase = savePhrase;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await says("Saved");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("writes a new phrase for the audience of the list", async () => {
    const { user, library } = await drawn();
    await user.click(screen.getByRole("button", { name: "New phrase" }));
    await waitFor(() => expect(document.activeElement).toBe(field("Title")));
    await user.keyboard("請假");
    await user.type(field("Words"), "今天請假。");
    await says("Saved");
    expect(library.held.get("mine-1")).toMatchObject({ title: "請假", culture: "taiwan", language: "zh-Hant-TW" });
    expect(chosen()).toBe("請假");
  });

  it("deletes one's own, and undo brings it back", async () => {
    const { user, library } = await drawn();
    await user.click(screen.getByRole("button", { name: "Duplicate" }));
    await says("Saved");
    await user.click(await screen.findByRole("button", { name: "Delete" }));
    await says("Deleted: 我先處理，下次請寄信 (copy)");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await says("Undone");
    expect(library.held.has("mine-1")).toBe(true);
    await waitFor(() => expect(field("Title").value).toBe("我先處理，下次請寄信 (copy)"));
  });

  it("changes the facts by menus, and keeps one rank", async () => {
    const { user, settings } = await drawn();
    const side = () => within(screen.getByRole("complementary"));
    await user.click(side().getByRole("combobox", { name: "Rank" }));
    await user.click(screen.getByRole("option", { name: "Client" }));
    await user.click(screen.getByRole("option", { name: "Senior" }));
    await user.click(screen.getByRole("option", { name: "Client" }));
    expect(settings.library.editor?.draft.rank).toEqual(["client"]);
    await user.click(side().getByRole("combobox", { name: "Firmness" }));
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(settings.library.editor?.draft.firmness).toBe(3);
    await user.click(side().getByRole("combobox", { name: "Channel" }));
    await user.click(screen.getByRole("option", { name: "Email" }));
    await user.type(field("Subject"), "回覆");
    expect(settings.library.editor?.draft).toMatchObject({ channel: "email", subject: "回覆" });
    await user.click(side().getByRole("button", { name: "New tag" }));
    await user.keyboard("late{Enter}line{Enter}");
    expect(settings.library.editor?.draft.tags).toEqual(["late", "line"]);
    await user.click(side().getByRole("button", { name: "Remove the tag late" }));
    expect(settings.library.editor?.draft.tags).toEqual(["line"]);
  });

  it("puts a placeholder in where the caret is", async () => {
    const { user, settings } = await drawn();
    const words = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Words" });
    words.focus();
    words.setSelectionRange(0, 0);
    await user.click(screen.getByRole("combobox", { name: "Insert" }));
    await user.click(screen.getByRole("option", { name: /^My work email/ }));
    expect(settings.library.editor?.draft.text.startsWith("{my_email}{greeting}")).toBe(true);
  });

  it("shows what is wrong with an entry, with file and line", async () => {
    const { settings } = await drawn({}, {}, (library) => (library.problems_ = [problem]));
    await settings.library.select("tw-start");
    expect(screen.getByRole("list", { name: "Problems in the file" }).textContent?.replace(/\s+/g, " ")).toContain("team-shanghai.toml, line 41 rank knows no boss");
  });

  it("reads as one person will", async () => {
    const { user } = await drawn();
    await user.click(screen.getByRole("combobox", { name: "Who reads it" }));
    await user.keyboard("{ArrowDown}{Enter}");
    expect(await screen.findByText(/reads it$/)).toBeTruthy();
  });
});

describe("profile", () => {
  it("saves each field when it is changed, with the key of the file", async () => {
    const { user, done } = await drawn();
    await user.click(tab("Profile"));
    await user.type(field("Company"), "Weber GmbH");
    await user.clear(field("From"));
    await user.type(field("From"), "08:30");
    await user.click(screen.getByRole("checkbox", { name: /^Rarely checked/ }));
    await says("Saved");
    expect(done).toContain('set profile.company "Weber GmbH"');
    expect(done).toContain('set profile.hours "08:30-18:00"');
    expect(done).toContain('set profile.reasons ["company-rule","rarely-checked"]');
  });

  it("says at the field what an address must be", async () => {
    const { user } = await drawn();
    await user.click(tab("Profile"));
    await user.clear(field("Work email"));
    await user.type(field("Work email"), "anna");
    await user.tab();
    await waitFor(() => expect(field("Work email").getAttribute("aria-invalid")).toBe("true"));
    expect(screen.getByText("An address such as anna@example.com")).toBeTruthy();
    expect(field("Work email").value).toBe("anna");
  });

  it("turns languages of a place on and off, keeps one, and changes the first", async () => {
    const { user, done } = await drawn();
    await user.click(tab("Profile"));
    const taiwan = within(screen.getByRole("group", { name: "Languages for Taiwan" }));
    await user.click(taiwan.getByRole("combobox", { name: "First language for Taiwan" }));
    await user.click(screen.getByRole("option", { name: "English" }));
    await user.click(taiwan.getByRole("button", { name: "繁體中文" }));
    await waitFor(() => expect(taiwan.getByRole<HTMLButtonElement>("button", { name: "English" }).disabled).toBe(true));
    expect(done).toEqual(['set languages.taiwan ["en","zh-Hant-TW"]', 'set languages.taiwan ["en"]']);
  });

  it("adds a person and deletes another", async () => {
    const { user, library } = await drawn();
    await user.click(tab("Profile"));
    await user.click(screen.getByRole("button", { name: "Add a person" }));
    await waitFor(() => expect(document.activeElement).toBe(field("Whole name")));
    await user.keyboard("王芳");
    await user.click(screen.getByRole("button", { name: "Done" }));
    await waitFor(() => expect(library.people.at(-1)?.name).toBe("王芳"));
    await user.click(await screen.findByRole("button", { name: "Delete 王芳" }));
    await waitFor(() => expect(library.people.some(({ name }) => name === "王芳")).toBe(false));
  });
});

describe("hotkey and behaviour", () => {
  it("records what is pressed, and Esc keeps the old one", async () => {
    const { user, done, container } = await drawn();
    await user.click(tab("Hotkey and behaviour"));
    await user.click(screen.getByRole("button", { name: "Record another" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Press the keys" })));
    await user.keyboard("f");
    expect(screen.getByRole("alert").textContent).toContain("would be typed");
    await user.keyboard("{Control>}{Alt>}f{/Alt}{/Control}");
    await waitFor(() => expect(container.querySelector("[data-test=hotkey]")?.textContent).toBe("Ctrl+Alt+F"));
    await user.click(screen.getByRole("button", { name: "Record another" }));
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "No hotkey" }));
    await waitFor(() => expect(container.querySelector("[data-test=hotkey]")?.textContent).toBe("None"));
    expect(done).toEqual(['set behaviour.hotkey "Ctrl+Alt+F"', 'set behaviour.hotkey ""']);
  });

  it("says that another program has the key, and offers others", async () => {
    const { user, done } = await drawn({}, { hotkey: { state: "taken", key: "Ctrl+Alt+Space" } });
    await user.click(tab("Hotkey and behaviour"));
    expect(screen.getByRole("alert").textContent).toContain("Another program already has Ctrl Alt Space");
    await user.click(screen.getByRole("button", { name: "Super F" }));
    await waitFor(() => expect(done).toEqual(['set behaviour.hotkey "Super+F"']));
  });

  it("gives the command where the desktop has no hotkeys for programs", async () => {
    const { user } = await drawn({}, { hotkey: { state: "unavailable", command: "/usr/bin/fencun toggle" } });
    await user.click(tab("Hotkey and behaviour"));
    const command = field("Command");
    await user.click(command);
    expect([command.value, command.readOnly, command.selectionEnd]).toEqual(["/usr/bin/fencun toggle", true, command.value.length]);
  });

  it("shows what holds when a change is refused, and says why", async () => {
    const { user } = await drawn({ setSetting: () => Promise.reject(failure("notSaved")) });
    await user.click(tab("Hotkey and behaviour"));
    await user.click(screen.getByRole("checkbox", { name: "Start when I log in" }));
    expect((await screen.findByRole("alert")).textContent).toContain("The disk refused");
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Start when I log in" }).checked).toBe(false);
  });

  it("saves the rest when it is changed", async () => {
    const { user, done } = await drawn();
    await user.click(tab("Hotkey and behaviour"));
    await user.click(screen.getByRole("checkbox", { name: "Say what was copied, and for whom" }));
    await user.click(screen.getByRole("checkbox", { name: "Start when I log in" }));
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    await user.click(screen.getByRole("radio", { name: "繁體中文" }));
    await user.click(screen.getByRole("combobox", { name: "Keep the palette warm" }));
    await user.click(screen.getByRole("option", { name: "for 5 minutes" }));
    await says("Saved");
    expect(done).toEqual(["set behaviour.notify_on_copy false", "set behaviour.start_at_login true", 'set behaviour.theme "dark"', 'set behaviour.language "zh-Hant-TW"', "set behaviour.keep_warm_minutes 5"]);
  });
});

describe("packs and about", () => {
  it("draws a problem at its pack, with the line and what to mend", async () => {
    const { user } = await drawn({}, {}, (library) => (library.problems_ = [problem]));
    await user.click(tab("Packs"));
    const list = within(await screen.findByRole("listbox", { name: "Packs" }));
    await waitFor(() => expect(list.getByRole("option", { selected: true }).textContent).toContain("上海团队"));
    expect(screen.getByRole("alert").textContent).toContain("One entry in team-shanghai.toml cannot be used");
    expect(screen.getByText("Line 41")).toBeTruthy();
    screen.getByRole("listbox", { name: "Packs" }).focus();
    await user.keyboard("{Home}");
    expect(list.getByRole("option", { selected: true }).textContent).toContain("mine.toml");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says the version, where the files are and what becomes of them", async () => {
    const { user, container, library } = await drawn();
    await user.click(tab("About"));
    await screen.findByText("/home/anna/.config/fencun");
    expect(container.querySelector("[data-test=version]")?.textContent).toBe(`Version ${library.standing.version}`);
    expect(screen.getByText(/Nothing leaves this machine/)).toBeTruthy();
  });
});

describe("first run", () => {
  it("asks for name and address, then for the people, and sets the audience", async () => {
    const audiences: unknown[] = [];
    const { user, done } = await drawn({ setAudience: async (audience) => (audiences.push(audience), undefined as never) }, { first_run: true }, (library) => {
      library.kept = { ...library.kept, profile: { ...library.kept.profile, name: "", email: "" } };
    });
    await user.type(field("Name"), "Anna Weber");
    await user.type(field("Work email"), "anna@example.org");
    await user.keyboard("{Enter}");
    await screen.findByRole("heading", { name: "Whom do you answer most?" });
    expect(done).toEqual(['set profile.name "Anna Weber"', 'set profile.email "anna@example.org"']);
    await user.click(screen.getByRole("radio", { name: "Shanghai" }));
    await user.click(screen.getByRole("radio", { name: "Senior" }));
    await user.click(screen.getByRole("button", { name: "Open the library" }));
    await waitFor(() => expect(phrases()).toBeTruthy());
    expect(audiences).toEqual([{ culture: "shanghai", rank: "senior", language: "zh-Hans-CN" }]);
  });

  it("shows how the library speaks in each place", async () => {
    await drawn({}, { first_run: true });
    const samples = within(screen.getByRole("group", { name: "What Fencun says in each place" }));
    expect((await samples.findByRole("figure", { name: "To a client: Shanghai" })).textContent).toContain("走流程");
  });

  it("goes on and says so when the audience could not be set", async () => {
    const { user, settings } = await drawn({ setAudience: () => Promise.reject(failure("notSaved")) }, { first_run: true });
    settings.firstRun.step = 2;
    await user.click(await screen.findByRole("button", { name: "Open the library" }));
    await says("The disk refused. What was saved before is still there.");
  });

  it("stays with an address that is none", async () => {
    const { user } = await drawn({}, { first_run: true });
    await user.clear(field("Work email"));
    await user.type(field("Work email"), "anna");
    await user.click(screen.getByRole("button", { name: "Continue" }));
    expect(await screen.findByText("An address such as anna@example.com")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Who writes?" })).toBeTruthy();
  });

  it("can be left for later", async () => {
    const { user } = await drawn({}, { first_run: true });
    await user.click(screen.getByRole("button", { name: "Skip, and set this later" }));
    expect(phrases()).toBeTruthy();
  });
});
