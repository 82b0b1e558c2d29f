/** What a person is told when something was not done. A code without a sentence does not compile. */
import type { Code, Failure } from "../ipc/types";
import { text, type PlainTextId } from "./texts.svelte";

const sentences: Record<Code, PlainTextId> = {
  unknown: "failure-unknown",
  openPlaceholders: "failure-open-placeholders",
  clipboardBusy: "failure-clipboard-busy",
  noClipboard: "failure-no-clipboard",
  badValue: "failure-bad-value",
  fileDamaged: "failure-file-damaged",
  notSaved: "failure-not-saved",
  nothingToUndo: "failure-nothing-to-undo",
  noMail: "failure-no-mail",
  unsafe: "failure-unsafe",
  noWindow: "failure-no-window",
  internal: "failure-internal",
};

/** One sentence, in the app's language. */
export function sentence(failure: Failure): string {
  return text(sentences[failure.code] ?? "failure-internal");
}
