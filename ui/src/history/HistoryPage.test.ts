/** The page of the history as it is drawn. */
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { barriers } from "../../test/axe";
import { drawn, field, says, tab } from "../../test/settings-page";
import type { SettingsLibrary } from "../../test/settings-library";

function past(library: SettingsLibrary) {
  const start = library.held.get("tw-start")!;
  library.log.make("edit", new Map([["tw-start", { ...start, text: start.text.replace("馬上", "儘快"), firmness: 2 }]]), "mine", "2026-11-24T08:31:00Z");
  library.log.make("add", new Map([["mine-a", { ...start, id: "mine-a", title: "新的一句" }]]), "mine", "2026-11-24T09:31:00Z");
  library.log.make("outside", new Map([["mine-a", { ...start, id: "mine-a", title: "<b>外面改的</b>" }]]), "mine", "2026-11-25T09:31:00Z");
}

const steps = () => within(screen.getByRole("listbox", { name: "What was done, newest first" })).getAllByRole("option");

async function opened() {
  const all = await drawn({}, {}, past);
  await all.user.click(tab("History"));
  await waitFor(() => expect(steps()).toHaveLength(3));
  return all;
}

describe("history", () => {
  it("says what was done and when, and keeps markup as text", async () => {
    const { container } = await opened();
    expect(steps().map((step) => step.querySelector(".under")?.textContent?.split(" · ")[0])).toEqual(["Changed outside Fencun", "Written", "Changed"]);
    await waitFor(() => expect(steps()[0]?.querySelector(".title")?.textContent).toBe("<b>外面改的</b>"));
    expect(container.querySelector("b, img")).toBeNull();
    expect(steps()[0]?.querySelector("time")?.dateTime).toBe("2026-11-25T09:31:00Z");
  });

  it("shows the difference in the words, and old and new of a fact", async () => {
    const { user, container } = await opened();
    screen.getByRole("listbox", { name: "What was done, newest first" }).focus();
    await user.keyboard("{End}");
    const phrase = within(await screen.findByRole("article"));
    await waitFor(() => expect([...container.querySelectorAll("article del")].map(({ textContent }) => textContent)).toEqual(["馬上", "Warm"]));
    expect([...container.querySelectorAll("article ins")].map(({ textContent }) => textContent)).toEqual(["儘快", "Clear"]);
    expect(phrase.getByText("This is the present wording.")).toBeTruthy();
  });

  it("restores an older wording", async () => {
    const { user, library } = await opened();
    await user.click(steps()[1]!);
    await user.click(await screen.findByRole("button", { name: "Restore this wording of “新的一句”" }));
    await says("Wording restored");
    expect(library.held.get("mine-a")?.title).toBe("新的一句");
  });

  it("asks once in place before it takes back several steps", async () => {
    const { user, library } = await opened();
    await user.click(steps()[1]!);
    await user.click(await screen.findByRole("button", { name: "Undo up to here (2 steps)" }));
    expect(library.held.has("mine-a")).toBe(true);
    expect(screen.getByRole("alert").textContent).toContain("Take back 2 steps");
    await user.click(screen.getByRole("button", { name: "Take back 2 steps" }));
    await says("2 steps taken back");
    expect(library.held.has("mine-a")).toBe(false);
    await waitFor(() => expect(steps()).toHaveLength(5));
  });

  it("opens from the phrase on that phrase, and leads back", async () => {
    const { user } = await drawn({}, {}, past);
    await user.click(within(screen.getByRole("complementary")).getByRole("button", { name: "History" }));
    await waitFor(() => expect(steps()).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: /^Only “我先處理，下次請寄信”/ }));
    await waitFor(() => expect(steps()).toHaveLength(3));
    await user.click(steps()[0]!);
    await user.click(await screen.findByRole("button", { name: /^Show the phrase/ }));
    await waitFor(() => expect(field("Title").value).toBe("<b>外面改的</b>"));
  });

  it("says what comes here while there is nothing", async () => {
    const { user } = await drawn();
    await user.click(tab("History"));
    expect(await screen.findByText("Nothing was done yet")).toBeTruthy();
  });

  it("has no barrier", async () => {
    const { user, container } = await opened();
    await user.click(await screen.findByRole("button", { name: "Undo this step" }));
    expect(await barriers(container)).toEqual([]);
  });
});
