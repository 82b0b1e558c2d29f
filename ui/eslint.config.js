/** What the linter asks of the pages. */
import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

import svelteConfig from "./svelte.config.js";

const onlyIpc = {
  group: ["@tauri-apps/*"],
  message: "Only src/ipc knows Tauri; everything else is handed a Backend.",
};
const onlyShared = {
  group: ["../palette/*", "../library/*", "../profile/*", "../behaviour/*", "../packs/*", "../about/*"],
  message: "shared/ is below the folders that know what a person does.",
};

export default ts.config(
  { ignores: ["dist/", "src/ipc/types.ts", "src/shared/text-ids.ts"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-lines": ["error", 400],
      // TypeScript knows the names better.
      "no-undef": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-restricted-imports": ["error", { patterns: [onlyIpc] }],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
    rules: { "svelte/no-at-html-tags": "error", "svelte/no-inline-styles": "error", "svelte/prefer-svelte-reactivity": "off" },
  },
  {
    files: ["src/shared/**"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [onlyIpc, onlyShared] }] },
  },
  { files: ["src/ipc/**"], rules: { "@typescript-eslint/no-restricted-imports": "off" } },
  {
    files: ["**/*.test.ts", "test/**", "scripts/**"],
    languageOptions: { globals: { ...globals.node } },
    rules: { "max-lines-per-function": "off", "no-console": "off" },
  },
);
