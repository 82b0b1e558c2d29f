/** The styles know the system where it matters. */
import { expect, it } from "vitest";

import { nameSystem } from "./system";

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "linux"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)", undefined],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", undefined],
])("%s", (agent, system) => {
  const root = document.createElement("html");
  nameSystem(root, agent);
  expect(root.dataset.system).toBe(system);
});
