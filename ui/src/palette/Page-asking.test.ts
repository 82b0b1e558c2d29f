/** The palette as it is drawn where it asks or offers something: harmful words, not yet, the next rung, days and times. */
import { screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it, vi } from "vitest";

import { chosen, drawn, nothing, query } from "../../test/palette-page";
import { proposal, reminder } from "../../test/sample";

describe("words that can harm", () => {
  async function asked() {
    const all = await drawn();
    await all.palette.begin("int-unsafe");
    await tick();
    return all;
  }
  const dialog = () => screen.queryByRole("alertdialog");

  it("are asked about in a dialog that names them and holds the focus", async () => {
    const { user } = await asked();
    expect(dialog()?.textContent).toContain("U+001B ESCAPE");
    const yes = screen.getByRole("button", { name: "Copy all the same" });
    const no = screen.getByRole("button", { name: "Do not copy" });
    expect(document.activeElement).toBe(yes);
    await user.tab();
    expect(document.activeElement).toBe(no);
    await user.tab();
    expect(document.activeElement).toBe(yes);
  });

  it("are copied by Enter on the button", async () => {
    const { user, done } = await asked();
    await user.keyboard("{Enter}");
    await vi.waitFor(() => expect(done).toEqual(["copy int-unsafe", "hide"]));
    expect(dialog()).toBeNull();
  });

  it("are not copied by an Enter that is held down", async () => {
    const { done } = await asked();
    const press = new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(press);
    expect(press.defaultPrevented).toBe(true);
    expect(done).toEqual([]);
  });

  it.each(["{Escape}", "{Tab}{Enter}"])("are left alone by %s, and the focus is in the query", async (keys) => {
    const { user, done } = await asked();
    await user.keyboard(keys);
    await vi.waitFor(() => expect(dialog()).toBeNull());
    expect(document.activeElement).toBe(query());
    expect(done).toEqual([]);
  });
});

describe("not yet", () => {
  it("is asked by Alt+R, with the focus on the shortest wait, and a digit answers", async () => {
    const { user, done } = await drawn();
    await user.keyboard("{Alt>}r{/Alt}");
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain("5 minutes"));
    expect(document.activeElement).toBe(within(screen.getByRole("toolbar", { name: "Remind me in" })).getAllByRole("button")[0]);
    await user.keyboard("2");
    await vi.waitFor(() => expect(done).toEqual(["remind tw-start 15", "hide"]));
  });

  it("is answered with the arrows and Enter, too", async () => {
    const { user, done } = await drawn();
    await user.keyboard("{Alt>}r{/Alt}");
    await screen.findByRole("toolbar", { name: "Remind me in" });
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{Enter}");
    await vi.waitFor(() => expect(done).toEqual(["remind tw-start 60", "hide"]));
  });

  it("is reached with the pointer, and left with Escape", async () => {
    const { user, done } = await drawn();
    await user.click(screen.getByRole("button", { name: /Not yet/ }));
    await screen.findByRole("toolbar", { name: "Remind me in" });
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("toolbar", { name: "Remind me in" })).toBeNull();
    expect(document.activeElement).toBe(query());
    expect(done).toEqual([]);
  });

  it("shows what waits over an empty query only, and drops it", async () => {
    const { user, palette, library } = await drawn();
    library.waiting = [reminder(7)];
    await palette.refresh();
    const waiting = () => screen.queryByRole("list", { name: "What comes back" });
    expect(waiting()?.textContent).toContain("Back at 14:35 · 陳經理");
    await palette.type("信");
    await tick();
    expect(waiting()).toBeNull();
    await palette.type("");
    await tick();
    await user.click(screen.getByRole("button", { name: "Drop it" }));
    await vi.waitFor(() => expect(waiting()).toBeNull());
    expect(document.activeElement).toBe(query());
  });
});

describe("the next rung", () => {
  it("is said with its reason, and taken by a click", async () => {
    const { user, palette, library } = await drawn("lin");
    library.proposal = proposal;
    await palette.refresh();
    const offer = screen.getByRole("button", { name: /Firmer than what 林小姐 got 2 days ago/ });
    expect(offer.getAttribute("title")).toBe("林小姐 got “麻煩您寄到公司信箱” 2 days ago. This is the next rung.");
    expect(query().getAttribute("aria-describedby")).toBe("proposal-why");
    await user.click(offer);
    await vi.waitFor(() => expect(chosen()?.textContent).toContain("上次有跟您提過"));
    expect(document.querySelector(".rung.now")?.textContent).toContain("rung 1 went to 林小姐 2 days ago");
    expect(document.activeElement).toBe(query());
  });
});

describe("days and times in the form", () => {
  async function meeting(contact: string | null = "chen") {
    const all = await drawn(contact);
    await all.palette.begin("tw-meet");
    await tick();
    return all;
  }
  const day = () => screen.getByRole("combobox", { name: "Date" }) as HTMLInputElement;
  const grid = () => screen.queryByRole("grid");

  it("open a calendar with F4 while the focus stays in the field, and Enter takes the day", async () => {
    const { user, palette, done } = await meeting();
    await vi.waitFor(() => expect(document.activeElement).toBe(day()));
    await user.keyboard("{F4}");
    expect(day().getAttribute("aria-expanded")).toBe("true");
    expect(day().getAttribute("aria-controls")).toBe(grid()?.id);
    await user.keyboard("{ArrowRight}{ArrowDown}");
    const at = grid()?.querySelector('[aria-selected="true"]');
    expect(day().getAttribute("aria-activedescendant")).toBe(at?.id);
    await user.keyboard("{Enter}");
    expect(grid()).toBeNull();
    await vi.waitFor(() => expect(palette.findings.shown?.preview.open.map(({ name }) => name)).toEqual(["meeting_time", "topic"]));
    expect(day().value).toMatch(/^\d+月\d+日（週.）$/);
    expect(document.activeElement).toBe(day());
    expect(done).toEqual([]);
  });

  it("close only the calendar on Escape", async () => {
    const { user } = await meeting();
    await user.keyboard("{F4}{Escape}");
    expect(grid()).toBeNull();
    expect(screen.getByRole("group", { name: "Fill in" })).toBeTruthy();
    expect(day().value).toBe("");
  });

  it("let the pointer open the times and take one", async () => {
    const { user } = await meeting();
    await user.click(screen.getByRole("button", { name: "Times of the day" }));
    const field = screen.getByRole("combobox", { name: "Time" }) as HTMLInputElement;
    expect(document.activeElement).toBe(field);
    await user.click(screen.getByRole("gridcell", { name: "09:30" }));
    expect(field.value).toBe("09:30");
    expect(document.activeElement).toBe(field);
  });

  it("do nothing while an input method has the keys", async () => {
    await meeting();
    day().dispatchEvent(new KeyboardEvent("keydown", { key: "F4", keyCode: 229, bubbles: true }));
    await tick();
    expect(grid()).toBeNull();
  });

  it("mark what is remembered, which the first letter replaces", async () => {
    const { user, palette, library } = await drawn();
    library.remembered.chen = { meeting_date: "11月30日（週一）" };
    await palette.begin("tw-meet");
    await vi.waitFor(() => expect(document.activeElement).toBe(day()));
    expect(screen.getByRole("img", { name: "as last time" })).toBeTruthy();
    expect(screen.getByRole("checkbox", { name: "Remember for 陳經理" })).toHaveProperty("checked", true);
    await user.keyboard("明");
    expect(day().value).toBe("明");
    expect(screen.queryByRole("img", { name: "as last time" })).toBeNull();
  });
});

it("says that the library is still being read", async () => {
  const { palette, library } = await drawn();
  library.loading = true;
  library.search = nothing;
  await palette.begin(null);
  await tick();
  expect(screen.queryAllByRole("option")).toEqual([]);
  expect(screen.getAllByText("Reading the library …").length).toBeGreaterThan(0);
  expect(query().getAttribute("aria-activedescendant")).toBeNull();
});
