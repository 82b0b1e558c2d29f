/** How Svelte files are compiled: runes only, styles extracted into files because the pages allow no inline ones. */
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
};
