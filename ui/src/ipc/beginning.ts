/** What came with the page: the answers to its first questions, and what it is to show. They hold until something changes. */
import type { Events } from "./backend";

type Answered = { command: string; given: unknown; answer: unknown };
type Beginning = { shown: Events["palette-shown"] | null; answers: Answered[] };

const nothing: Beginning = { shown: null, answers: [] };
let beginning: Beginning | undefined;

/** The answer to a question in these words, if it came with the page. */
export function begunWith(command: string, given: unknown): { answer: unknown } | undefined {
  return read().answers.find((each) => each.command === command && same(each.given, given ?? null));
}

/** What the page is to show at first, if it has been told. */
export function shownAtFirst(): Events["palette-shown"] | null {
  return read().shown;
}

/** From now on every question is asked. */
export function endBeginning(): void {
  beginning = nothing;
}

function read(): Beginning {
  beginning ??= JSON.parse(document.getElementById("beginning")?.textContent ?? "null") ?? nothing;
  return beginning!;
}

/** Whether two questions are the same; what is undefined is not said. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const said = (object: object) => Object.entries(object).filter(([, value]) => value !== undefined);
  const [ones, others] = [said(one), new Map(said(other))];
  return ones.length === others.size && ones.every(([key, value]) => others.has(key) && same(value, others.get(key)));
}
