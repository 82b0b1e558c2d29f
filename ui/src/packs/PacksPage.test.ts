/** The packs page as it is drawn, with problems where they are. */
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { drawn, problem, tab } from "../../test/settings-page";

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
