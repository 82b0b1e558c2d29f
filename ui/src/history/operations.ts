/** What the operations of the history are called, and which of them are still in force. */
import type { Operation } from "../ipc/backend";
import { text, type PlainTextId } from "../shared/texts.svelte";

const names: Readonly<Record<string, PlainTextId>> = {
  add: "history-add",
  edit: "history-edit",
  delete: "history-delete",
  restore: "history-restored",
  "restore-original": "history-restored-original",
  undo: "history-undone",
  outside: "history-outside",
  merge: "history-merge",
  import: "history-import",
  "remove-pack": "history-remove-pack",
  "merged-copy": "history-merged-copy",
};

/** What was done; an operation of a newer Fencun by its own name. */
export function operationName({ operation, undoes }: Operation): string {
  if (operation === "restore" && undoes === 0) return text("history-mended");
  const known = names[operation];
  return known ? text(known) : operation;
}

/** Those that an undo could take back, of all operations, newest first. */
export function inForce(all: readonly Operation[]): Operation[] {
  const undone = new Set(all.map(({ undoes }) => undoes));
  return all.filter(({ step, undoes }) => undoes === undefined && !undone.has(step));
}
