/** Saved is said only when it is so. */
import { expect, it } from "vitest";

import { failure } from "../../test/backend";
import { Saving } from "./saving.svelte";

it("says saved only when nothing waits and nothing was refused", () => {
  const saving = new Saving();
  expect(saving.state).toBe("rest");
  saving.begin("a");
  saving.begin("b");
  saving.done("a");
  expect(saving.state).toBe("saving");
  saving.fail("b", failure("notSaved"));
  expect(saving.state).toBe("failed");
  saving.begin("b");
  saving.done("b");
  expect(saving.state).toBe("saved");
});

it("says what happened until the next change", () => {
  const saving = new Saving();
  saving.say("Copied");
  expect(saving.said).toBe("Copied");
  saving.begin("a");
  expect(saving.said).toBe("");
});
