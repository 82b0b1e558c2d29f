/** Before every test: English, and what jsdom lacks. */
import { beforeEach } from "vitest";

import { speak } from "../src/shared/texts.svelte";

beforeEach(() => speak("en"));

// jsdom lays nothing out and draws nothing.
HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView ??= () => {};
window.CSS ??= { escape: (value: string) => value.replace(/[^\w-]/g, "\\$&") } as typeof CSS;
