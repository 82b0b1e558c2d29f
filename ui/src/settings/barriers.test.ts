/** No page of the settings holds anybody up: what axe finds in each. */
import { waitFor } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";

import { barriers } from "../../test/axe";
import { failure } from "../../test/backend";
import { drawn, problem } from "../../test/settings-page";
import type { SettingsWindow } from "./settings.svelte";

describe("has no barrier", () => {
  type Drawn = Awaited<ReturnType<typeof drawn>>;
  const page = (name: Parameters<SettingsWindow["open"]>[0]) => async ({ settings }: Drawn) => settings.open(name);
  const states: Record<string, (drawn: Drawn) => unknown> = {
    library: () => {},
    "an open facet": ({ user }) => user.click(document.querySelector(".facets [role=combobox]")!),
    "a new phrase": ({ settings }) => settings.library.add(),
    "a phrase by email": ({ settings }) => settings.library.select("tw-which"),
    "nothing found": ({ settings }) => settings.library.listing.type("尾牙"),
    "no own phrases": ({ settings }) => settings.library.listing.showMine(true),
    "a refused save": async ({ settings, library }) => {
      library.savePhrase = () => Promise.reject(failure("notSaved"));
      settings.library.editor?.change({ title: "改過" });
      await settings.library.editor?.save();
    },
    "a comparison": async ({ settings }) => {
      settings.library.editor?.change({ title: "改過" });
      await settings.library.editor?.save();
      await waitFor(() => expect(settings.library.editor?.overrides).toBe(true));
      settings.library.comparing = true;
    },
    "a problem of the entry": ({ settings }) => settings.library.select("tw-start"),
    "words of an earlier session": async ({ settings, library }) => {
      const { view, draft } = settings.library.editor!;
      library.forms.set("tw-start", { key: "tw-start", time: "2026-11-25T14:05:00Z", content: JSON.stringify({ draft: { ...draft, title: "寫到一半" }, base: view && draft }) });
      await settings.library.drafts.load();
    },
    "two wordings": ({ settings }) => (settings.library.editor!.meanwhile = { theirs: "tw-copy" }),
    history: page("history"),
    profile: page("profile"),
    "a person": async ({ settings }) => {
      settings.open("profile");
      await settings.people.open(settings.people.all[0]!);
    },
    behaviour: page("behaviour"),
    "a hotkey being recorded": async ({ settings }) => {
      settings.open("behaviour");
      settings.recorder.start();
    },
    packs: page("packs"),
    "a damaged pack with a second version": async ({ settings, library }) => {
      library.problems_ = [{ ...problem, mendable: true }];
      library.copies = [{ file: "team-shanghai.sync-conflict-1.toml", of: "team-shanghai.toml", ids: ["a"] }];
      settings.open("packs");
      await settings.packs.load();
      settings.packs.asking = settings.packs.entry?.file ?? null;
    },
    "forgetting everything": async ({ settings }) => {
      settings.open("profile");
      await settings.memories.load();
      settings.memories.asking = true;
    },
    about: page("about"),
  };
  it.each(Object.entries(states))("%s", async (_name, reach) => {
    const all = await drawn({}, {}, (library) => (library.problems_ = [problem]));
    await reach(all);
    await tick();
    expect(await barriers(all.container)).toEqual([]);
  });

  it.each([1, 2] as const)("first run, step %s", async (step) => {
    const { settings, container } = await drawn({}, { first_run: true });
    settings.firstRun.step = step;
    await tick();
    expect(await barriers(container)).toEqual([]);
  });

  it.each([
    { state: "off" },
    { state: "active", key: "Ctrl+Alt+Space" },
    { state: "taken", key: "Ctrl+Alt+Space" },
    { state: "unknown", key: "Ctrl+Alt+Space" },
    { state: "unavailable", command: "fencun toggle" },
  ] as const)("hotkey $state", async (hotkey) => {
    const { settings, container } = await drawn({}, { hotkey });
    settings.open("behaviour");
    await tick();
    expect(await barriers(container)).toEqual([]);
  });
});
