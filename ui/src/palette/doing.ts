/** What the palette does for each command. */
import { language } from "../shared/texts.svelte";
import type { Command } from "./commands";
import { choices } from "./later.svelte";
import type { Palette } from "./palette.svelte";

/** Does what a key asked for; says whether the key is used up. */
export function obey(palette: Palette, command: Command): boolean {
  switch (command.does) {
    case "move":
      return used(palette.move(command.by));
    case "first":
      return used(palette.move(-Infinity));
    case "last":
      return used(palette.move(Infinity));
    case "act":
      return used(palette.act());
    case "other":
      return used(palette.act(true));
    case "rung":
      return used(command.by > 0 && palette.proposing ? palette.takeProposal() : palette.climb(command.by));
    case "rank":
      return used(palette.address((audience) => audience.setRankAt(command.index)));
    case "culture":
      return used(palette.address((audience) => audience.turnCulture(command.by)));
    case "language":
      return used(palette.address((audience) => audience.turnLanguage()));
    case "edit":
      return used(palette.edit());
    case "favourite":
      return used(palette.favour());
    case "later":
      return used(palette.askWhen());
    case "minutes":
      return used(palette.putOff(choices[command.index] ?? choices[0]));
    case "escape":
      return used(palette.escape());
    case "step":
      return (palette.form?.step(command.by) ?? false) && used(palette.answered());
    case "picker":
      return palette.form?.togglePicker() ?? false;
    case "pick":
      palette.form?.picker?.move(command.way, language());
      return true;
    case "choose":
      palette.form?.pick();
      return used(palette.answered());
    case "untype":
      return untypeLast(palette);
    case "back":
      palette.focused += 1;
      // The character that brought the focus back belongs to the query.
      return false;
  }
}

/** Takes the last typed word back; says whether there was one. */
function untypeLast(palette: Palette): boolean {
  const last = palette.audience.typed.at(-1);
  return last !== undefined && used(palette.untype(last));
}

/** The work goes on by itself; the key has done its part. */
function used(work: Promise<void>): true {
  void work;
  return true;
}
