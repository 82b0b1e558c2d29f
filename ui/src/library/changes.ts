/** In what two versions of a phrase differ, letter by letter in Chinese and word by word where there are spaces. */
import type { Phrase, PhraseDraft } from "../ipc/backend";
import { firmnessName, rankName, ranks } from "../names";
import type { Known } from "../settings/known.svelte";
import { language, text, type PlainTextId } from "../shared/texts.svelte";
import { entryFor } from "./draft";

export type Piece = { kind: "same" | "gone" | "new"; text: string };
export type Part = { label: PlainTextId; lang: string; pieces: Piece[] };

type Wording = Pick<PhraseDraft, "title" | "text" | "gloss" | "note" | "language"> & { subject?: string | null };

/** Each part that differs. */
export function changes(before: Wording, after: Wording): Part[] {
  const spoken = language();
  const entry = (texts: Wording["gloss"]) => texts[entryFor(texts, spoken)] ?? "";
  const parts: [PlainTextId, string, (one: Wording) => string][] = [
    ["library-title", after.language, ({ title }) => title],
    ["palette-subject", after.language, ({ subject }) => subject ?? ""],
    ["library-words", after.language, ({ text }) => text],
    ["library-gloss", spoken, ({ gloss }) => entry(gloss)],
    ["library-note", spoken, ({ note }) => entry(note)],
  ];
  return parts
    .map(([label, lang, of]) => ({ label, lang, before: of(before), after: of(after) }))
    .filter((part) => part.before !== part.after)
    .map(({ label, lang, before, after }) => ({ label, lang, pieces: compare(before, after) }));
}

/** A value that is not there. */
const NONE = "–";

/** Each fact that differs, the old one and the new one. */
export function facts(before: PhraseDraft, after: PhraseDraft, known: Known): Part[] {
  const spoken = language();
  const named = (choices: readonly { id: string; name: string }[], id: string | null) => choices.find((choice) => choice.id === id)?.name ?? id ?? "";
  const values: [PlainTextId, (one: PhraseDraft) => string][] = [
    ["library-situation", ({ situation }) => named(known.choices.situations, situation)],
    ["library-culture", ({ culture }) => known.cultureName(culture)],
    ["library-rank", ({ rank }) => ranks.filter((each) => rank.includes(each)).map(rankName).join(text("library-and"))],
    ["library-language", ({ language }) => known.languageName(language)],
    ["library-firmness", ({ firmness }) => firmnessName(firmness)],
    ["library-channel", ({ channel }) => text(channel === "email" ? "library-email" : "library-chat")],
    ["library-reason", ({ reason }) => named(known.choices.reasons, reason)],
    ["library-tags", ({ tags }) => tags.join(text("library-and"))],
    ["library-sensitive", ({ sensitive }) => (sensitive ? text("library-yes") : text("library-no"))],
  ];
  return values
    .map(([label, of]) => ({ label, before: of(before) || NONE, after: of(after) || NONE }))
    .filter((part) => part.before !== part.after)
    .map(({ label, before, after }) => ({ label, lang: spoken, pieces: [piece("gone", before), piece("same", " "), piece("new", after)] }));
}

/** The reasons that findings were answered with, where they differ. */
export function answered(before: Phrase, after: Phrase): Part[] {
  const line = ({ silenced }: Phrase) => Object.entries(silenced).sort().map(([rule, why]) => `${rule}: ${why}`).join("\n");
  const [old, young] = [line(before), line(after)];
  return old === young ? [] : [{ label: "check-answered", lang: language(), pieces: compare(old, young) }];
}

/** Past this many pieces on a side the table would be too large; then all of it is old and new. */
const MOST = 2000;

/** What became of one text: what stayed, what went, what came. */
export function compare(before: string, after: string): Piece[] {
  const [old, young] = [words(before), words(after)];
  if (old.length > MOST || young.length > MOST) return joined([piece("gone", before), piece("new", after)]);
  const lengths = common(old, young);
  const pieces: Piece[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < young.length) {
    if (at < old.length && to < young.length && old[at] === young[to]) {
      pieces.push(piece("same", old[at]!));
      at += 1;
      to += 1;
    } else if (to >= young.length || (at < old.length && lengths[at + 1]![to]! >= lengths[at]![to + 1]!)) pieces.push(piece("gone", old[at++]!));
    else pieces.push(piece("new", young[to++]!));
  }
  return joined(pieces);
}

const piece = (kind: Piece["kind"], text: string): Piece => ({ kind, text });

/** A placeholder, a word of letters, or one sign. */
const words = (text: string) => text.match(/\{\w+\}|[\p{Script=Latin}\p{N}'’]+|./gsu) ?? [];

/** How much two texts have in common from each pair of places on. */
function common(old: readonly string[], young: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(young.length + 1).fill(0));
  for (let at = old.length - 1; at >= 0; at--) {
    for (let to = young.length - 1; to >= 0; to--) {
      lengths[at]![to] = old[at] === young[to] ? lengths[at + 1]![to + 1]! + 1 : Math.max(lengths[at + 1]![to]!, lengths[at]![to + 1]!);
    }
  }
  return lengths;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const each of pieces) {
    const last = all.at(-1);
    if (last?.kind === each.kind) last.text += each.text;
    else if (each.text) all.push({ ...each });
  }
  return all;
}
