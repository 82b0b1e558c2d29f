/** What the palette does when the window program tells it something. */
import type { Backend } from "../ipc/backend";
import type { Palette } from "./palette.svelte";

/** Listens until the function it returns is called. */
export function hear(palette: Palette, backend: Backend): () => void {
  const stops = [
    backend.on("palette-shown", ({ phrase }) => void palette.begin(phrase)),
    // Made ready for the next time, so that nothing old is seen then.
    backend.on("palette-hidden", () => void palette.begin(null)),
    backend.on("changed", () => void palette.refresh()),
  ];
  return () => stops.forEach((stop) => stop());
}
