/** Findings and firmness as they are drawn under the words. */
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { barriers } from "../../test/axe";
import { drawn, field } from "../../test/settings-page";

const TEXT = "不好意思，你可以寄到我的郵箱嗎？";

async function checked() {
  const all = await drawn();
  all.settings.library.editor?.change({ text: TEXT });
  await screen.findByRole("list", { name: "What the check says" });
  const found = within(screen.getByRole("list", { name: "What the check says" }));
  return { ...all, found, words: field("Words") as unknown as HTMLTextAreaElement };
}

describe("the check", () => {
  it("underlines what it found and says why", async () => {
    const { container, found, words } = await checked();
    expect([...container.querySelectorAll(".under .problem, .under .caution")].map(({ textContent }) => textContent)).toEqual(["你", "郵箱"]);
    expect(found.getByText(/reads as a word from the other side/)).toBeTruthy();
    expect(words.getAttribute("aria-describedby")).toBe("findings");
  });

  it("changes nothing by itself, and the words only where a suggestion is used", async () => {
    const { user, found, words, settings } = await checked();
    expect(words.value).toBe(TEXT);
    await user.click(found.getByRole("button", { name: "Use 信箱" }));
    await waitFor(() => expect(settings.library.editor?.draft.text).toBe("不好意思，你可以寄到我的信箱嗎？"));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Use 信箱" })).toBeNull());
  });

  it("shows in the words what a finding is about", async () => {
    const { user, found, words } = await checked();
    await user.click(found.getByRole("button", { name: "Show “郵箱” in the words" }));
    await waitFor(() => expect(document.activeElement).toBe(words));
    expect(words.value.slice(words.selectionStart, words.selectionEnd)).toBe("郵箱");
  });

  it("says why a rule matters", async () => {
    const { user, container } = await checked();
    const line = within(container.querySelector<HTMLElement>("[data-test=region-word]")!);
    await user.click(line.getByRole("button", { name: "Why it matters" }));
    expect(line.getByText(/look at the word instead of the request/)).toBeTruthy();
  });

  it("is silenced with a reason only, and listens again", async () => {
    const { user, container, library, done } = await checked();
    const line = within(container.querySelector<HTMLElement>("[data-test=region-word]")!);
    await user.click(line.getByRole("button", { name: "Silence here…" }));
    const reason = line.getByRole("textbox", { name: "Why it is right here" });
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(line.getByRole<HTMLButtonElement>("button", { name: "Silence" }).disabled).toBe(true);
    await user.type(reason, "The client says so{Enter}");
    await waitFor(() => expect(library.held.get("tw-start")?.silenced).toEqual({ "region-word": "The client says so" }));
    expect(done.at(-1)).toBe("silence tw-start region-word The client says so");
    await user.click(await screen.findByText("1 finding is silenced here"));
    expect(screen.getByText("The client says so")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Listen to region-word again" }));
    await waitFor(() => expect(library.held.get("tw-start")?.silenced).toEqual({}));
    await screen.findByRole("button", { name: "Use 信箱" });
  });

  it("shows the markers to a pointer and to the keyboard, in the words too", async () => {
    const { container } = await checked();
    const marker = screen.getByRole("button", { name: /^不好意思: opens softly/ });
    marker.focus();
    await waitFor(() => expect(container.querySelector(".under .shown")?.textContent).toBe("不好意思"));
    expect(container.querySelector(".does")?.textContent).toContain("opens softly");
    marker.blur();
    await waitFor(() => expect(container.querySelector(".under .shown")).toBeNull());
  });

  it("says in one sentence that the words are firmer than they say", async () => {
    const { settings, container } = await checked();
    expect(container.querySelector("[data-test=apart]")).toBeNull();
    settings.library.editor?.change({ text: "這樣不行。" });
    await waitFor(() => expect(container.querySelector("[data-test=apart]")?.textContent).toContain("firmer than “Warm”"));
    expect(screen.getByRole("img", { name: "stated: Warm; by the words: 3.6 of 4" })).toBeTruthy();
  });

  it("has no barrier, opened up or not", async () => {
    const { user, container } = await checked();
    const line = within(container.querySelector<HTMLElement>("[data-test=region-word]")!);
    await user.click(line.getByRole("button", { name: "Silence here…" }));
    expect(await barriers(container)).toEqual([]);
  });
});
