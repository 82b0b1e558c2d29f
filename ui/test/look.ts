/** Draws one state of the palette over the sample library. */
import { mount } from "svelte";

import type { Found, Hit } from "../src/ipc/backend";
import { Palette } from "../src/palette/palette.svelte";
import Page from "../src/palette/Page.svelte";
import { speak } from "../src/shared/texts.svelte";
import { applyTheme } from "../src/shared/theme";
import "../src/shared/tokens.css";
import { failure } from "./backend";
import { sampleLibrary } from "./library";
import { phrases, proposal, reminder } from "./sample";

const asked = new URLSearchParams(location.search);
speak(asked.get("language") ?? "en");
applyTheme(asked.get("theme") ?? "system");

/** What a search answers, in place of the sample's own. */
function finds(change: (hits: Hit[]) => Hit[]): void {
  const { preview } = library;
  library.preview = (filling) => preview({ ...filling, id: filling.id.replace(/-\d+$/, "") });
  library.search = async (): Promise<Found> => {
    const hits = change(phrases.map((row) => ({ row, score: 1, matches: [], here: row.culture === "taiwan" })));
    const here = hits.filter((hit) => hit.here).length;
    return { hits, here, elsewhere: hits.length - here, proposal: null };
  };
}

/** More than a window holds, some with a title too long for a line. */
const many = (hits: Hit[]): Hit[] =>
  Array.from({ length: 60 }, (_, at) => {
    const hit = hits[at % hits.length]!;
    const title = at % 7 === 3 ? `${hit.row.title}${hit.row.title}${hit.row.title}` : hit.row.title;
    return { ...hit, here: at < 40, row: { ...hit.row, id: `${hit.row.id}-${at}`, title, favourite: at === 3 } };
  });

/** Found by sound, by another word for the same, by a slip of the fingers, and deep inside. */
const marked = (hits: Hit[]): Hit[] => {
  const at = (id: string, more: Partial<Hit>) => ({ ...hits.find(({ row }) => row.id === id)!, ...more });
  return [
    at("cn-process", { here: true, reading: "yóuxiāng", matches: [{ field: "title", start: 9, end: 11 }, { field: "text", start: 44, end: 46 }] }),
    at("tw-client-clear", { here: true, matches: [{ field: "title", start: 11, end: 13, near: true }], reading: "信箱 = 邮箱" }),
    at("tw-client-firm", {
      here: true,
      reading: "yóujiàn",
      excerpt: { field: "text", language: "zh-Hant-TW", text: "…業務需求須以電子郵件提出，LINE 上的訊息無法列入處理…", marks: [{ start: 9, end: 11 }] },
    }),
    at("tw-client-data", { here: true, excerpt: { field: "situation", language: "en", text: "Personal data", marks: [{ start: 0, end: 8 }] } }),
    at("tw-morning", { here: false, excerpt: { field: "gloss", language: "en", text: "Left the ofice; yours tomorrow morning", marks: [{ start: 9, end: 14, near: true }] } }),
    at("int-reply", { here: false, reading: "ㄧㄡˊ ㄒㄧㄤ", excerpt: { field: "tags", language: null, text: "信箱, reply, WhatsApp", marks: [{ start: 0, end: 2 }] } }),
  ];
};

type State = { contact?: string | null; before?: () => void; begin?: string; reach?: (palette: Palette) => Promise<void> };
const states: Readonly<Record<string, State>> = {
  empty: {},
  query: {
    reach: async (palette) => {
      await palette.type("上海 客户 ");
      await palette.type("邮箱");
    },
  },
  marks: { contact: "lin", before: () => finds(marked), reach: (palette) => palette.type("youxiang") },
  words: { reach: (palette) => palette.type("信箱") },
  none: { reach: (palette) => palette.type("尾牙") },
  long: { before: () => finds(many), reach: (palette) => palette.select(3) },
  end: { before: () => finds(many), reach: (palette) => palette.select(58) },
  fill: {
    reach: async (palette) => {
      await palette.select(3);
      await palette.act();
      await palette.answer("task_a", "官網改版");
      await palette.answer("task_b", "年度報");
      if (palette.form) palette.form.active = "task_b";
    },
  },
  recalled: { before: () => (library.remembered.chen = { meeting_date: "11月30日（週一）", topic: "第三季的報價" }), begin: "tw-meet" },
  calendar: { begin: "tw-meet", reach: async (palette) => void palette.run({ does: "picker" }) },
  times: {
    begin: "tw-meet",
    reach: async (palette) => {
      if (palette.form) palette.form.active = "meeting_time";
      palette.run({ does: "picker" });
    },
  },
  email: { contact: "david", reach: (palette) => palette.type("reply") },
  ladder: { contact: "lin", reach: (palette) => palette.climb(1) },
  proposal: { contact: "lin", before: () => (library.proposal = proposal) },
  why: { contact: "lin", before: () => (library.proposal = proposal), reach: (palette) => palette.takeProposal() },
  later: { reach: (palette) => palette.askWhen() },
  waiting: { before: () => (library.waiting = [reminder(1), reminder(2, { whom: "David Okafor", title: "Reply here, so nothing gets lost", came: true })]) },
  both: { contact: "lin", before: () => ((library.proposal = proposal), (library.waiting = [reminder(1)])) },
  unsafe: { begin: "int-unsafe" },
  loading: { before: () => ((library.loading = true), finds(() => [])) },
  failed: {
    before: () => (library.copy = () => Promise.reject(failure("clipboardBusy"))),
    reach: (palette) => palette.act(),
  },
  nobody: { reach: (palette) => palette.address((audience) => audience.setRank("junior")) },
  first: { before: () => void library.missing.push("my_email"), reach: (palette) => palette.act() },
};

const state = states[asked.get("state") ?? "empty"] ?? states.empty!;
const library = sampleLibrary(state.contact === undefined ? "chen" : state.contact);
state.before?.();
const palette = new Palette(library);
mount(Page, { target: document.body, props: { palette } });
await palette.begin(state.begin ?? null);
await state.reach?.(palette);
document.documentElement.dataset.drawn = "yes";
