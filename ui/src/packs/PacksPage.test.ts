/** The packs page as it is drawn, with problems where they are. */
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { barriers } from "../../test/axe";
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

describe("packs in and out", () => {
  const file = () => new File(["schema = 1\n"], "team.toml");

  async function looked() {
    const all = await drawn();
    await all.user.click(tab("Packs"));
    await screen.findByRole("listbox", { name: "Packs" });
    await all.user.upload(all.container.querySelector<HTMLInputElement>("input[type=file]")!, file());
    await screen.findByRole("heading", { name: /台北團隊/ });
    return all;
  }

  it("shows a pack before it comes in, markup in it as text, and takes it on the button", async () => {
    const { user, container, done } = await looked();
    expect(document.activeElement?.textContent).toContain("台北團隊");
    expect(screen.getByText("<b>粗體</b><img src=x onerror=alert(1)>")).toBeTruthy();
    expect(container.querySelector("b, img")).toBeNull();
    expect(screen.getByText("1 phrase would stand in for one that you have")).toBeTruthy();
    expect(screen.getByText("3 things a reader may stumble over")).toBeTruthy();
    expect(await barriers(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Import" }));
    await waitFor(() => expect(done.at(-1)).toBe("import team.toml 11"));
    expect(screen.queryByRole("button", { name: "Import" })).toBeNull();
  });

  it("leaves all as it is on cancel", async () => {
    const { user, done } = await looked();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect([done, screen.queryByRole("heading", { name: /台北團隊/ })]).toEqual([["look team.toml"], null]);
  });

  it("takes a file that is dropped", async () => {
    const { user, container, done } = await drawn();
    await user.click(tab("Packs"));
    await screen.findByRole("listbox", { name: "Packs" });
    await fireEvent.drop(container.querySelector(".two")!, { dataTransfer: { files: [file()], types: ["Files"] } });
    await waitFor(() => expect(done).toEqual(["look team.toml"]));
  });

  it("offers the last good version of a damaged file, and says what becomes of the other", async () => {
    const { user, done } = await drawn({}, {}, (library) => (library.problems_ = [{ ...problem, id: null, mendable: true }]));
    await user.click(tab("Packs"));
    expect(await screen.findByText(/to the folder “set-aside”/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Put the last good version back" }));
    await waitFor(() => expect(done).toEqual(["put back team-shanghai.toml"]));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Put the last good version back" })).toBeNull());
  });

  it("offers to bring a second version together", async () => {
    const { user, done } = await drawn({}, {}, (library) => (library.copies = [{ file: "mine.sync-conflict-1.toml", of: "mine.toml", ids: ["a", "b"] }]));
    await user.click(tab("Packs"));
    expect(await screen.findByText("A second version of mine.toml came from sync; 2 phrases differ")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Bring mine.sync-conflict-1.toml together with its pack" }));
    await waitFor(() => expect(done).toEqual(["merge mine.sync-conflict-1.toml"]));
  });

  it("asks before a shared pack goes; only shared ones can", async () => {
    const { user, done } = await drawn();
    await user.click(tab("Packs"));
    const list = within(await screen.findByRole("listbox", { name: "Packs" }));
    expect(screen.queryByRole("button", { name: "Remove" })).toBeNull();
    await user.click(list.getByRole("option", { name: /上海团队/ }));
    await user.click(screen.getByRole("button", { name: "Remove" }));
    expect(done).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Remove the pack" }));
    await waitFor(() => expect(done).toEqual(["remove team-shanghai.toml"]));
  });

  it("says where it wrote an export", async () => {
    const { user } = await drawn();
    await user.click(tab("Packs"));
    await user.click(await screen.findByRole("button", { name: "Export" }));
    expect(await screen.findByText("/home/anna/Downloads/mine.toml")).toBeTruthy();
  });
});
