/** A pack from elsewhere: read, looked at, and taken in only when the person says so. */
import { asFailure, type Backend, type Failure, type PackLook } from "../ipc/backend";

/** A larger file is no pack; it is refused before it is read. */
export const MOST = 8 * 1024 * 1024;

/** Why a file was not even looked at. */
export type Unfit = "large" | "text" | "unread";

export class Importing {
  /** What the file that was chosen is called. */
  name = $state("");
  look = $state.raw<PackLook | null>(null);
  unfit = $state<Unfit | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);

  readonly #backend: Backend;
  readonly #ondone: (file: string) => Promise<void>;
  #text = "";
  #turn = 0;

  constructor(backend: Backend, ondone: (file: string) => Promise<void>) {
    this.#backend = backend;
    this.#ondone = ondone;
  }

  /** Whether something of it is to be shown. */
  get open(): boolean {
    return this.look !== null || this.unfit !== null || this.failure !== null;
  }

  async choose(file: File): Promise<void> {
    this.cancel();
    const turn = this.#turn;
    this.name = file.name;
    if (file.size > MOST) return void (this.unfit = "large");
    const read = await wordsOf(file);
    if (turn !== this.#turn) return;
    if (typeof read !== "string") return void (this.unfit = read.unfit);
    try {
      const look = await this.#backend.lookAtPack(file.name, read);
      if (turn === this.#turn) [this.#text, this.look] = [read, look];
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asFailure(thrown);
    }
  }

  /** Takes it into the library. */
  async take(): Promise<void> {
    if (this.look === null || this.busy) return;
    this.busy = true;
    try {
      const { file } = await this.#backend.importPack(this.name, this.#text);
      this.cancel();
      await this.#ondone(file);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }

  cancel(): void {
    this.#turn += 1;
    this.look = this.unfit = this.failure = null;
    this.#text = this.name = "";
  }
}

/** The text of a file byte for byte, its mark at the start included. */
async function wordsOf(file: File): Promise<string | { unfit: Unfit }> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await bytesOf(file));
  } catch (thrown) {
    return { unfit: thrown instanceof TypeError ? "text" : "unread" };
  }
}

function bytesOf(file: File): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error("the file could not be read"));
    reader.readAsArrayBuffer(file);
  });
}
