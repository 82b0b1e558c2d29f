/** A check for tests and for looking at the pages: it knows three rules and a few markers. */
import type { Checked, Finding, PhraseDraft } from "../src/ipc/backend";

type Rule = Omit<Finding, "start" | "end"> & { words: string };

const rules: readonly Rule[] = [
  { words: "郵箱", rule: "region-word", severity: "problem", message: "“郵箱” is the Mainland word; in Taiwan it reads as a word from the other side of the Strait", suggestion: "信箱" },
  { words: "你", rule: "pronoun-rank", severity: "caution", message: "readers in Taiwan expect 您 from somebody below them; 你 sounds as if there were no distance", suggestion: "您" },
  { words: "不行", rule: "refusal-without-alternative", severity: "hint", message: "a no that leaves the reader with nothing; add a day, another person, or what you can do instead", suggestion: "如果不急，我{next_workday}再處理，可以嗎？" },
];

const markers: Readonly<Record<string, string>> = { 不好意思: "opens softly, as is usual in Taiwan; once is enough", 麻煩: "asks, and admits that it costs them something", 不行: "a bare no", 必須: "states it as a rule, not a wish" };

function places(text: string, words: string): { start: number; end: number }[] {
  const [letters, sought] = [[...text], [...words]];
  return letters.flatMap((_, start) => (sought.every((letter, at) => letters[start + at] === letter) ? [{ start, end: start + sought.length }] : []));
}

/** What the check says; what was answered for the phrase is silenced. */
export function checked({ text }: PhraseDraft, answers: { [rule: string]: string | undefined } = {}): Checked {
  const all = rules.flatMap(({ words, ...rule }) => places(text, words).map((place): Finding => ({ ...rule, ...place })));
  return {
    firmness_score: text.includes("必須") || text.includes("不行") ? 3.6 : 1.4,
    markers: Object.entries(markers).flatMap(([words, does]) => places(text, words).map((place) => ({ ...place, does }))),
    findings: all.filter(({ rule }) => answers[rule] === undefined),
    silenced: all.flatMap((finding) => (answers[finding.rule] === undefined ? [] : [{ finding, why: answers[finding.rule]! }])),
  };
}
