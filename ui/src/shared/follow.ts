/** Keeps a page in the language and theme that the resident program names. */
import { speak } from "./texts.svelte";
import { applyTheme } from "./theme";

type Look = { language: string; theme: string };
type Source<Status extends Look> = { status(): Promise<Status>; on(name: "changed", handler: () => void): () => void };

/** Asks now and after every change; tells `heard` each time. Nothing changes while there is no answer. */
export async function followStatus<Status extends Look>(source: Source<Status>, heard?: (status: Status) => void): Promise<() => void> {
  const ask = async () => {
    const status = await source.status().catch(() => undefined);
    if (!status) return;
    speak(status.language);
    applyTheme(status.theme);
    heard?.(status);
  };
  const stop = source.on("changed", () => void ask());
  await ask();
  return stop;
}
