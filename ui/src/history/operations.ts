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
export function operationName({ operation, ids }: Operation): string {
  if (operation === "restore" && ids.length !== 1) return text("history-mended");
  const known = names[operation];
  return known ? text(known) : operation;
}

/** A file that was put back takes back no step, and is not taken back itself. */
const mends = ({ operation, ids }: Operation) => operation === "restore" && ids.length !== 1;

/** Those that an undo could take back, of all operations, newest first: each undo took the newest of those before it. */
export function inForce(all: readonly Operation[]): Operation[] {
  let undone = 0;
  return all.filter((each) => {
    if (each.operation === "undo") undone += 1;
    else if (!mends(each) && undone === 0) return true;
    else if (!mends(each)) undone -= 1;
    return false;
  });
}
