/** The first run as it is drawn. */
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { failure } from "../../test/backend";
import { drawn, field, phrases, says } from "../../test/settings-page";

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
