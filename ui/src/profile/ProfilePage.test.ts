/** The profile page as it is drawn, with what is said when a value is refused. */
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { drawn, field, says, tab } from "../../test/settings-page";

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

  it("asks only for reasons that can be true once and for all", async () => {
    const choice = (id: string, name: string) => ({ id, name, help: "", languages: [] });
    const { user } = await drawn({}, {}, (library) => {
      const { choices } = library;
      library.choices = async () => ({ ...(await choices.call(library)), reasons: [choice("records", "Records"), choice("off-duty", "Off duty"), choice("workload", "Full schedule"), choice("own-way", "My way of working")] });
    });
    await user.click(tab("Profile"));
    const reasons = within(screen.getByRole("region", { name: "Reasons that are true" }));
    expect(reasons.getByRole("checkbox", { name: "Records" })).toBeTruthy();
    expect(reasons.getAllByRole("checkbox")).toHaveLength(1);
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

  it("lists what is remembered of people, and forgets one or all", async () => {
    const { user, done } = await drawn();
    await user.click(tab("Profile"));
    const people = within(await screen.findByRole("list", { name: "Remembered people" }));
    expect(people.getAllByRole("listitem").map((item) => item.querySelector("p")?.textContent)).toEqual(["陳經理", "Sam from sales"]);
    expect(people.getByText("陳經理您好，")).toBeTruthy();
    expect(people.getByText("a phrase that is no more")).toBeTruthy();
    expect(screen.getByText("For the order of the list: 14 phrases you copied, 6 searches.")).toBeTruthy();
    await user.click(people.getByRole("button", { name: "Forget Sam from sales" }));
    await waitFor(() => expect(people.getAllByRole("listitem")).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: "Forget everything" }));
    expect(done).toEqual(["forget Sam from sales"]);
    await user.click(screen.getByRole("button", { name: "Forget it all" }));
    expect(await screen.findByText("Nothing is remembered.")).toBeTruthy();
    expect(done).toEqual(["forget Sam from sales", "forget everything"]);
  });

  it("remembers nobody when told not to", async () => {
    const { user, done } = await drawn();
    await user.click(tab("Profile"));
    await user.click(screen.getByRole("checkbox", { name: "Remember people" }));
    await waitFor(() => expect(done).toEqual(["set behaviour.remember_people false"]));
  });
});
