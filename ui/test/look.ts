/** Draws one state of the palette over the sample library. */
import { mount } from "svelte";

import { Palette } from "../src/palette/palette.svelte";
import Page from "../src/palette/Page.svelte";
import { speak } from "../src/shared/texts.svelte";
import { applyTheme } from "../src/shared/theme";
import "../src/shared/tokens.css";
import { failure } from "./backend";
import { sampleLibrary } from "./library";

const asked = new URLSearchParams(location.search);
speak(asked.get("language") ?? "en");
applyTheme(asked.get("theme") ?? "system");

type State = { contact: string | null; reach: (palette: Palette) => Promise<void>; missing?: string[] };
const states: Readonly<Record<string, State>> = {
  empty: { contact: "chen", reach: async () => {} },
  query: {
    contact: "chen",
    reach: async (palette) => {
      await palette.type("上海 客户 ");
      await palette.type("邮箱");
    },
  },
  words: { contact: "chen", reach: (palette) => palette.type("信箱") },
  none: { contact: "chen", reach: (palette) => palette.type("尾牙") },
  fill: {
    contact: "chen",
    reach: async (palette) => {
      await palette.select(3);
      await palette.act();
      await palette.answer("task_a", "官網改版");
      await palette.answer("task_b", "年度報");
      if (palette.form) palette.form.active = "task_b";
    },
  },
  email: { contact: "david", reach: (palette) => palette.type("reply") },
  ladder: {
    contact: "lin",
    reach: async (palette) => {
      await palette.climb(1);
    },
  },
  long: {
    contact: "chen",
    reach: async (palette) => {
      await palette.type("您");
      await palette.select(6);
    },
  },
  failed: {
    contact: "chen",
    reach: async (palette) => {
      library.copy = () => Promise.reject(failure("clipboardBusy"));
      await palette.act();
    },
  },
  nobody: { contact: "chen", reach: (palette) => palette.address((audience) => audience.setRank("junior")) },
  first: { contact: "chen", missing: ["my_email"], reach: (palette) => palette.act() },
};

const state = states[asked.get("state") ?? "empty"] ?? states.empty!;
const library = sampleLibrary(state.contact);
library.missing.push(...(state.missing ?? []));
const palette = new Palette(library);
mount(Page, { target: document.body, props: { palette } });
await palette.begin(null);
await state.reach(palette);
document.documentElement.dataset.drawn = "yes";
