/** The palette as it is drawn, in every state, and what readers hear of it. */
import { render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it, vi } from "vitest";

import { barriers } from "../../test/axe";
import { failure } from "../../test/backend";
import { sampleLibrary, type Library } from "../../test/library";
import { chosen, drawn, inside, nothing, options, query, status } from "../../test/palette-page";
import { proposal, reminder, status as sampleStatus } from "../../test/sample";
import type { Backend } from "../ipc/backend";
import { speak } from "../shared/texts.svelte";
import Page from "./Page.svelte";
import { Palette } from "./palette.svelte";

describe("for readers", () => {
  it("is a combobox whose selected row is named, with its place among all", async () => {
    const { user } = await drawn();
    expect(document.activeElement).toBe(query());
    await user.keyboard("{ArrowDown}");
    expect(query().getAttribute("aria-activedescendant")).toBe(chosen()?.id);
    expect(chosen()?.textContent).toContain("馬上處理");
    expect(chosen()?.getAttribute("aria-posinset")).toBe("2");
    expect(chosen()?.getAttribute("aria-setsize")).toBe("4");
    expect(chosen()?.querySelector(".title")?.getAttribute("lang")).toBe("zh-Hant-TW");
    expect(chosen()?.querySelector(".under")?.getAttribute("lang")).toBe("en");
  });

  const states: Record<string, (palette: Palette) => Promise<void>> = {
    "empty query": async () => {},
    results: (palette) => palette.type("信箱"),
    "typed words": (palette) => palette.type("上海 客户 邮箱"),
    "nothing found": (palette) => palette.type("尾牙"),
    form: async (palette) => {
      await palette.select(3);
      await palette.act();
    },
    email: (palette) => palette.select(3),
    ladder: (palette) => palette.climb(1),
  };
  const prepared: Record<string, [before: (library: Library) => void, begin: string | null, reach: (palette: Palette) => Promise<unknown>]> = {
    "the next rung": [(library) => (library.proposal = proposal), null, async () => {}],
    "the next rung, taken": [(library) => (library.proposal = proposal), null, (palette) => palette.takeProposal()],
    "what waits": [(library) => (library.waiting = [reminder(1), reminder(2, { came: true })]), null, async () => {}],
    "when it comes back": [() => {}, null, (palette) => palette.askWhen()],
    "words that can harm": [() => {}, "int-unsafe", async () => {}],
    calendar: [() => {}, "tw-meet", async (palette) => palette.run({ does: "picker" })],
    "answers of the last time": [(library) => (library.remembered.lin = { topic: "報價" }), "tw-meet", async () => {}],
    "a library that is still read": [(library) => ((library.loading = true), (library.search = nothing)), null, async () => {}],
    "found deep inside": [(library) => (library.search = inside), null, async () => {}],
  };
  it.each(Object.entries(prepared))("has no barrier: %s", async (_name, [before, begin, reach]) => {
    const { palette, container, library } = await drawn("lin");
    before(library);
    await palette.begin(begin);
    await reach(palette);
    await tick();
    expect(await barriers(container)).toEqual([]);
  });

  it.each(Object.entries(states))("has no barrier: %s", async (_name, reach) => {
    const { palette, container } = await drawn();
    await reach(palette);
    await tick();
    expect(await barriers(container)).toEqual([]);
  });

  it("has no barrier in an open menu", async () => {
    const { user, container } = await drawn();
    await user.click(screen.getByRole("combobox", { name: "Place" }));
    expect(screen.getByRole("listbox", { name: "Place" })).toBeTruthy();
    expect(await barriers(container)).toEqual([]);
  });

  it("says what is firm in words", async () => {
    await drawn();
    expect(within(options()[0]!).getByRole("img", { name: "firmness 1 of 4, warm" })).toBeTruthy();
  });
});

describe("typing", () => {
  it("searches and marks what was found", async () => {
    const { user } = await drawn();
    await user.keyboard("信箱");
    await vi.waitFor(() => expect(options()).toHaveLength(3));
    expect(options()[0]?.querySelector("mark")?.textContent).toBe("信箱");
    expect(screen.getByText("Other audiences")).toBeTruthy();
  });

  it("makes chips of words that name an audience; a click takes one back", async () => {
    const { user } = await drawn();
    await user.keyboard("上海 客户 邮箱");
    expect(query()).toHaveProperty("value", "邮箱");
    await user.click(screen.getByRole("button", { name: "上海" }));
    expect(screen.queryByRole("button", { name: "上海" })).toBeNull();
    expect(document.activeElement).toBe(query());
  });

  it("makes a chip of a Chinese name at the end, and of a Latin one once a space follows", async () => {
    const { user } = await drawn();
    await user.keyboard("tw client");
    expect(query()).toHaveProperty("value", "client");
    expect(screen.getByRole("radio", { name: "Client" }).getAttribute("aria-checked")).toBe("true");
    await user.keyboard(" 中文");
    expect(query()).toHaveProperty("value", "");
    expect(["tw", "client", "中文"].map((name) => screen.getByRole("button", { name }).textContent)).toEqual(["tw", "client", "中文"]);
    await user.keyboard(" {Backspace}");
    expect(screen.queryByRole("button", { name: "中文" })).toBeNull();
  });

  it("keeps the caret where it was when a word before it becomes a chip", async () => {
    const { user } = await drawn();
    const input = query() as HTMLInputElement;
    await user.keyboard("clientlate");
    input.setSelectionRange(6, 6);
    await user.keyboard(" ");
    expect(input.value).toBe("late");
    expect(input.selectionStart).toBe(0);
  });

  it("waits for the end of a composition", async () => {
    const search = vi.fn<Backend["search"]>(async () => ({ hits: [], here: 0, elsewhere: 0, proposal: null }));
    await drawn("chen", { search });
    search.mockClear();
    const input = query() as HTMLInputElement;
    input.dispatchEvent(new CompositionEvent("compositionstart"));
    input.value = "xin xiang";
    input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
    expect(search).not.toHaveBeenCalled();
    input.value = "信箱";
    input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    // WebKit's Enter after the end of a composition.
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true }));
    expect(search.mock.calls.map(([asked]) => asked.query)).toEqual(["信箱"]);
  });
});

describe("what was found deep inside", () => {
  it("is in the language it is written in, and so is how it sounds", async () => {
    const reads = ["ㄧㄡˊ ㄒㄧㄤ", "yóuxiāng", "信箱 = 郵箱"];
    const search: Backend["search"] = async () => {
      const { hits, ...rest } = await inside({ query: "", limit: 3 });
      return { ...rest, hits: hits.map((hit, at) => ({ ...hit, excerpt: { field: "text", language: "zh-Hant-TW", text: "寄到信箱", marks: [] }, reading: reads[at]! })) };
    };
    const { container } = await drawn("chen", { search });
    const languages = (css: string) => [...container.querySelectorAll(css)].map((each) => each.getAttribute("lang"));
    expect(languages(".reading")).toEqual(["zh-Hant-TW", "zh-Latn", "zh-Hant-TW"]);
    expect(languages(".row .under")).toEqual(["zh-Hant-TW", "zh-Hant-TW", "zh-Hant-TW"]);
  });
});

describe("what the words rest on", () => {
  it("names a reason that the profile does not list", async () => {
    const answers = sampleLibrary().search;
    const search: Backend["search"] = async (asked) => {
      const found = await answers(asked);
      return { ...found, hits: found.hits.map((hit, at) => (at === 1 ? { ...hit, row: { ...hit.row, untrue: "company rule" } } : hit)) };
    };
    const { user, done } = await drawn("chen", { search });
    const line = "Gives the reason “company rule”, which your profile does not list";
    expect(screen.queryByText(line, { exact: false })).toBeNull();
    await user.keyboard("{ArrowDown}");
    expect(await screen.findByText(line, { exact: false })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open the settings" }));
    await vi.waitFor(() => expect(done).toEqual(["settings null", "hide"]));
  });
});

describe("keys", () => {
  it.each([
    [true, true, "chen", "↵Copy and paste"],
    [true, true, "david", "Ctrl↵Copy and paste"],
    [true, false, "chen", "↵Copy"],
    [false, true, "chen", "↵Copy"],
  ])("say whether a copy is pasted (wanted %s, possible %s, for %s)", async (wanted, possible, contact, says) => {
    const { container } = await drawn(contact, { status: async () => ({ ...sampleStatus, auto_paste: wanted, can_paste: possible }) });
    const keys = [...container.querySelectorAll(".keys > *")].map((key) => key.textContent);
    expect(keys).toContain(says);
  });

  it("copies on Enter and hides", async () => {
    const { user, done } = await drawn();
    await user.keyboard("{Enter}");
    await vi.waitFor(() => expect(done).toEqual(["copy tw-start", "hide"]));
  });

  it("walks from the query to the audience with Tab, and a letter leads back", async () => {
    const { user } = await drawn();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "Place" }));
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Senior" }));
    await user.keyboard("{ArrowRight}");
    await vi.waitFor(() => expect(screen.getByRole("radio", { name: "Client" }).getAttribute("aria-checked")).toBe("true"));
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Client" }));
    await user.keyboard("r");
    expect(document.activeElement).toBe(query());
    expect(query()).toHaveProperty("value", "r");
  });

  it("opens a menu with the arrow keys, chooses, and is back in the query", async () => {
    const { user } = await drawn();
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    await vi.waitFor(() => expect(chosen()?.textContent).toContain("Write a phrase for this audience"));
    expect(screen.getByRole("combobox", { name: "Place" }).textContent).toContain("Shanghai");
    expect(document.activeElement).toBe(query());
  });

  it("changes rank, place and language with Alt", async () => {
    const { user } = await drawn();
    await user.keyboard("{Alt>}4{/Alt}");
    await vi.waitFor(() => expect(options()).toHaveLength(5));
    await user.keyboard("{Alt>}l{/Alt}");
    await vi.waitFor(() => expect(screen.getByRole("combobox", { name: "Language" }).textContent).toContain("English"));
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await vi.waitFor(() => expect(screen.getByRole("combobox", { name: "Place" }).textContent).toContain("International"));
  });

  it("edits on Ctrl+E and stars on Ctrl+D", async () => {
    const { user, done } = await drawn();
    await user.keyboard("{Control>}d{/Control}");
    await vi.waitFor(() => expect(within(options()[0]!).getByRole("img", { name: "favourite" })).toBeTruthy());
    await user.keyboard("{Control>}e{/Control}");
    await vi.waitFor(() => expect(done).toEqual(["favourite tw-start true", "settings tw-start", "hide"]));
  });
});

describe("the form", () => {
  async function opened() {
    const all = await drawn();
    await all.palette.select(3);
    await all.user.keyboard("{Enter}");
    await vi.waitFor(() => expect(screen.getByRole("group", { name: "Fill in" })).toBeTruthy());
    return all;
  }
  const field = (name: string) => screen.getByRole("textbox", { name });

  it("has the focus in its first field also where the page is drawn with it", async () => {
    const palette = new Palette(sampleLibrary("chen"));
    await palette.begin("tw-meet");
    expect(palette.form).not.toBeNull();
    render(Page, { palette });
    await tick();
    expect(screen.getByRole("group", { name: "Fill in" }).contains(document.activeElement)).toBe(true);
  });

  it("has the focus in its first field, and Tab walks through them", async () => {
    const { user } = await opened();
    await vi.waitFor(() => expect(document.activeElement).toBe(field("First task")));
    await user.tab();
    expect(document.activeElement).toBe(field("Second task"));
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(field("First task"));
  });

  it("shows the slot of the field that has the focus", async () => {
    const { user, container } = await opened();
    expect(container.querySelector(".words .slot.active")?.textContent).toBe("First task");
    await user.keyboard("官網改版");
    await vi.waitFor(() => expect(container.querySelector(".words .slot.active")?.textContent).toBe("官網改版"));
  });

  it("copies once all is filled in", async () => {
    const { user, done } = await opened();
    await user.keyboard("A{Enter}B{Enter}Jo{Enter}");
    await vi.waitFor(() => expect(done).toEqual(["mail tw-which task_a=A task_b=B colleague=Jo", "hide"]));
  });

  it("closes on Escape, back in the query", async () => {
    const { user } = await opened();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("group", { name: "Fill in" })).toBeNull();
    expect(document.activeElement).toBe(query());
  });

  it("offers to keep what belongs to the profile", async () => {
    const { user, library, palette, done } = await drawn();
    library.missing.push("my_email");
    await palette.select(0);
    await user.keyboard("{Enter}");
    await user.type(await screen.findByRole("textbox", { name: "My work email" }), "a@example.com");
    await user.click(screen.getByRole("checkbox", { name: "Keep in my profile" }));
    await user.type(screen.getByRole("textbox", { name: "My work email" }), "{Enter}");
    await vi.waitFor(() => expect(done).toEqual(["copy tw-start my_email=a@example.com", "hide"]));
  });
});

describe("the pointer", () => {
  it("selects with one click and leaves the focus in the query", async () => {
    const { user, done } = await drawn();
    await user.click(options()[1]!);
    expect(chosen()?.textContent).toContain("馬上處理");
    expect(document.activeElement).toBe(query());
    expect(done).toEqual([]);
  });

  it("copies with two", async () => {
    const { user, done } = await drawn();
    await user.dblClick(options()[1]!);
    await vi.waitFor(() => expect(done).toEqual(["copy tw-copy", "hide"]));
  });

  it("copies with a click on the key", async () => {
    const { user, done } = await drawn();
    await user.click(screen.getByRole("button", { name: /Copy/ }));
    await vi.waitFor(() => expect(done).toEqual(["copy tw-start", "hide"]));
  });
});

describe("what is drawn", () => {
  it("says what an answer by email does, to whom, with which subject", async () => {
    const { user, container } = await drawn("david");
    expect(screen.getByText("Answers by email")).toBeTruthy();
    expect(container.querySelector("dl")?.textContent).toMatch(/To\s*david.okafor@example.com\s*Subject\s*Your WhatsApp message/);
    expect(screen.getByRole("button", { name: /Open in mail, and copy/ })).toBeTruthy();
    expect(screen.getByRole("button", { name: /Only copy/ })).toBeTruthy();
    await user.keyboard("{Control>}{Enter}{/Control}");
  });

  it("shows a missing rung as missing", async () => {
    const { user } = await drawn("lin");
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await vi.waitFor(() => expect(screen.getByText("None yet for this audience")).toBeTruthy());
    expect(document.querySelector(".rung.now")?.textContent).toContain("Clear");
    await vi.waitFor(() => expect(status()).toBe("Rung 2 of 4: Clear"));
  });

  it("leads on where nothing was found", async () => {
    const { user, done } = await drawn();
    await user.keyboard("尾牙");
    await vi.waitFor(() => expect(options()).toHaveLength(1));
    expect(options()[0]?.textContent).toContain("Write a phrase for 尾牙");
    expect(screen.getByText("No phrase speaks of", { exact: false }).textContent).toBe("No phrase speaks of 尾牙 yet");
    await user.keyboard("{Enter}");
    await vi.waitFor(() => expect(done).toEqual(["write 尾牙", "hide"]));
  });

  it("says what went wrong, and stays", async () => {
    const { user, done } = await drawn("chen", { copy: () => Promise.reject(failure("noClipboard")) });
    await user.keyboard("{Enter}");
    await vi.waitFor(() => expect(status()).toBe("This desktop gives Fencun no clipboard."));
    expect(done).toEqual([]);
  });

  it("speaks another language at once", async () => {
    await drawn();
    speak("zh-Hant-TW");
    await tick();
    expect(screen.getByRole("radio", { name: "主管" })).toBeTruthy();
    expect(status()).toBe("4 句");
  });
});

describe("where it was found", () => {
  it("is marked in the title, told by sound or by the other word, and shown in a line from inside", async () => {
    const { palette } = await drawn("chen", { search: inside });
    await palette.type("wo");
    await tick();
    const [first, second, third] = options();
    expect(first?.querySelector("mark")?.textContent).toBe("我");
    expect(first?.querySelector(".reading.sounds")?.textContent).toBe("wǒ");
    expect(second?.querySelector("mark.near")?.textContent).toBe("信箱");
    expect(second?.querySelector(".reading:not(.sounds)")?.textContent).toBe("信箱 = 郵箱");
    expect(third?.querySelector(".under")?.textContent?.trim()).toBe("SituationAfter hours");
    expect(third?.querySelector(".under mark")?.textContent).toBe("After");
    expect(third?.querySelector(".under")?.getAttribute("lang")).toBe("en");
  });
});
