/** Which words are asked about before they are copied. */
import { expect, it } from "vitest";

import { isHarmful } from "./harmful";

it.each(["rm\u001b[2K", "a\rb", "abc\u202ecba", "a\u009b31m", "a\u2028b", "\u0007", "\u2066x"])("asks about %j", (text) => expect(isHarmful(text)).toBe(true));
it.each(["您好，\n謝謝您！", "a\tb", "naïve", "👩‍💻", "\u200eright", ""])("does not ask about %j", (text) => expect(isHarmful(text)).toBe(false));
