/** How the two pages are built, and how the tests run. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [svelte(), svelteTesting()],
  // The catalogues lie beside the Rust programs, which read them too.
  server: { port: 5173, strictPort: true, fs: { allow: ["..", "../src-tauri/locales"] } },
  build: {
    target: "safari16",
    // Inlined files would be data: addresses, which the pages' content policy refuses for styles and scripts.
    assetsInlineLimit: 0,
    // The polyfill is an inline script.
    modulePreload: { polyfill: false },
    rollupOptions: { input: ["palette.html", "settings.html"] },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    restoreMocks: true,
    // A machine with something else to do is slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
