/** The library page as it is drawn: list, editor, facts, and the states without phrases. */
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { failure } from "../../test/backend";
import { chosen, drawn, field, phrases, problem, says, status, titles } from "../../test/settings-page";

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
    const { user, library } = await drawn();
    const { savePhrase } = library;
    library.savePhrase = () => Promise.reject(failure("notSaved"));
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
