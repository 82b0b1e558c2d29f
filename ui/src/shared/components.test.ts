/** The shared components, drawn alone. */
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { describe, expect, it, vi } from "vitest";

import { barriers } from "../../test/axe";
import CheckBox from "./CheckBox.svelte";
import Field from "./Field.svelte";
import FilledWords from "./FilledWords.svelte";
import Measure from "./Measure.svelte";
import Notice from "./Notice.svelte";
import RadioChips from "./RadioChips.svelte";
import { applyTheme } from "./theme";

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

describe("a field", () => {
  it.each([{ inside: true }, { inside: false }, { hidden: true }, { rows: 3 }])("has its label as its name: %o", async (more) => {
    const { container } = render(Field, { label: "Work email", value: "", ...more });
    expect(screen.getByRole("textbox", { name: "Work email" })).toBeTruthy();
    expect(await barriers(container)).toEqual([]);
  });

  it("says what is wrong with it, and how to mend it", () => {
    render(Field, { label: "Hours", value: "9", help: "Such as 09:00-18:00", problem: "Not a span of hours" });
    const field = screen.getByRole("textbox");
    const described = field.getAttribute("aria-describedby")?.split(" ").map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(["Such as 09:00-18:00", "Not a span of hours"]);
    expect(field.getAttribute("aria-invalid")).toBe("true");
  });

  it("tells what is typed, but not in the middle of a composition", async () => {
    const oninput = vi.fn();
    render(Field, { label: "Topic", value: "", oninput });
    const field = screen.getByRole("textbox") as HTMLInputElement;
    await userEvent.type(field, "a");
    expect(oninput).toHaveBeenLastCalledWith("a");
    field.value = "ab";
    field.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
    expect(oninput).toHaveBeenCalledTimes(1);
    field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    expect(oninput).toHaveBeenLastCalledWith("ab");
  });
});

describe("a check box", () => {
  it("is named by its label, described by its help, and tells what was chosen", async () => {
    const onchange = vi.fn();
    const { container } = render(CheckBox, { checked: false, help: "Never the words", onchange, children: words("Say what was copied") });
    const box = screen.getByRole("checkbox", { name: "Say what was copied", description: "Never the words" });
    await userEvent.click(box);
    expect(onchange).toHaveBeenCalledWith(true);
    expect(await barriers(container)).toEqual([]);
  });
});

describe("chips of which one is set", () => {
  const options = ["junior", "peer", "senior"].map((value) => ({ value, name: value }));

  it("are one stop for Tab, and the arrows choose round the ends", async () => {
    const onchoose = vi.fn();
    const { container } = render(RadioChips, { label: "Rank", options, value: "senior", onchoose });
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "senior" }));
    await userEvent.keyboard("{ArrowRight}");
    expect(onchoose).toHaveBeenLastCalledWith("junior");
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "junior" }));
    expect(await barriers(container)).toEqual([]);
  });

  it("can be reached while none is set", async () => {
    render(RadioChips, { label: "Rank", options, value: null, onchoose: () => {} });
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "junior" }));
  });

  it("tell a choice by pointer apart", async () => {
    const onpoint = vi.fn();
    render(RadioChips, { label: "Rank", options, value: "senior", onchoose: () => {}, onpoint });
    await userEvent.tab();
    await userEvent.keyboard("{ArrowLeft}");
    expect(onpoint).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("radio", { name: "peer" }));
    expect(onpoint).toHaveBeenCalledOnce();
  });
});

describe("words with placeholders", () => {
  const parts = [
    { kind: "filled" as const, text: "陳經理您好，", name: "greeting", start: 0 },
    { kind: "words" as const, text: "請寄到", name: null, start: 10 },
    { kind: "filled" as const, text: "anna@example.com", name: "my_email", start: 13 },
    { kind: "open" as const, text: "{day}", name: "day", start: 23 },
  ];

  it("read as the person will read them, with a name where something is open", () => {
    const { container } = render(FilledWords, { parts, labels: { day: "Day" } });
    expect(container.textContent).toBe("陳經理您好，請寄到anna@example.comDay");
    expect([...container.querySelectorAll(".filled")].map((each) => each.textContent)).toEqual(["陳經理您好，", "anna@example.com"]);
    expect(container.querySelector(".slot")?.textContent).toBe("Day");
  });

  it("keep a match where it was found, whatever the placeholders became", () => {
    const { container } = render(FilledWords, { parts, ranges: [{ start: 11, end: 12 }] });
    expect([...container.querySelectorAll("mark")].map((each) => each.textContent)).toEqual(["寄"]);
  });

  it("show markup as the characters it is", () => {
    const { container } = render(FilledWords, { parts: [{ kind: "words", text: "<b>x</b>", name: null, start: 0 }] });
    expect(container.textContent).toBe("<b>x</b>");
    expect(container.querySelector("b")).toBeNull();
  });
});

describe("small things", () => {
  it("a measure has one long tick, and a name", () => {
    const { container } = render(Measure, { at: 3, name: "firmness 3 of 4, firm" });
    expect([...container.querySelectorAll("rect")].map((tick) => tick.getAttribute("height"))).toEqual(["4", "4", "12", "4"]);
    expect(screen.getByRole("img", { name: "firmness 3 of 4, firm" })).toBeTruthy();
  });

  it("a notice is an alert", () => {
    render(Notice, { kind: "problem", title: "Another program has this key", children: words("Choose another.") });
    expect(screen.getByRole("alert").textContent).toContain("Another program has this key");
  });

  it.each([
    ["dark", "dark"],
    ["light", "light"],
    ["system", undefined],
    ["purple", undefined],
  ])("the theme %s is %s on the root", (theme, expected) => {
    applyTheme("light");
    applyTheme(theme);
    expect(document.documentElement.dataset.theme).toBe(expected);
  });
});
