/** The page of hotkey and behaviour as it is drawn, in every state of the key. */
import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { failure } from "../../test/backend";
import { drawn, field, says, tab } from "../../test/settings-page";

describe("hotkey and behaviour", () => {
  it("records what is pressed, and Esc keeps the old one", async () => {
    const { user, done, container } = await drawn();
    await user.click(tab("Hotkey and behaviour"));
    await user.click(screen.getByRole("button", { name: "Record another" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Press the keys" })));
    await user.keyboard("f");
    expect(screen.getByRole("alert").textContent).toContain("would be typed");
    await user.keyboard("{Control>}{Alt>}f{/Alt}{/Control}");
    await waitFor(() => expect(container.querySelector("[data-test=hotkey]")?.textContent).toBe("Ctrl+Alt+F"));
    await user.click(screen.getByRole("button", { name: "Record another" }));
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "No hotkey" }));
    await waitFor(() => expect(container.querySelector("[data-test=hotkey]")?.textContent).toBe("None"));
    expect(done).toEqual(['set behaviour.hotkey "Ctrl+Alt+F"', 'set behaviour.hotkey ""']);
  });

  it("says that another program has the key, and offers others", async () => {
    const { user, done } = await drawn({}, { hotkey: { state: "taken", key: "Ctrl+Alt+Space" } });
    await user.click(tab("Hotkey and behaviour"));
    expect(screen.getByRole("alert").textContent).toContain("Another program already has Ctrl Alt Space");
    await user.click(screen.getByRole("button", { name: "Super F" }));
    await waitFor(() => expect(done).toEqual(['set behaviour.hotkey "Super+F"']));
  });

  it("gives the command where the desktop has no hotkeys for programs", async () => {
    const { user } = await drawn({}, { hotkey: { state: "unavailable", command: "/usr/bin/fencun toggle" } });
    await user.click(tab("Hotkey and behaviour"));
    const command = field("Command");
    await user.click(command);
    expect([command.value, command.readOnly, command.selectionEnd]).toEqual(["/usr/bin/fencun toggle", true, command.value.length]);
  });

  it("shows what holds when a change is refused, and says why", async () => {
    const { user } = await drawn({ setSetting: () => Promise.reject(failure("notSaved")) });
    await user.click(tab("Hotkey and behaviour"));
    await user.click(screen.getByRole("checkbox", { name: "Start when I log in" }));
    expect((await screen.findByRole("alert")).textContent).toContain("The disk refused");
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Start when I log in" }).checked).toBe(false);
  });

  it("saves the rest when it is changed", async () => {
    const { user, done } = await drawn();
    await user.click(tab("Hotkey and behaviour"));
    await user.click(screen.getByRole("checkbox", { name: "Say what was copied, and for whom" }));
    await user.click(screen.getByRole("checkbox", { name: "Start when I log in" }));
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    await user.click(screen.getByRole("radio", { name: "繁體中文" }));
    await user.click(screen.getByRole("combobox", { name: "Keep the palette warm" }));
    await user.click(screen.getByRole("option", { name: "for 5 minutes" }));
    await says("Saved");
    expect(done).toEqual(["set behaviour.notify_on_copy false", "set behaviour.start_at_login true", 'set behaviour.theme "dark"', 'set behaviour.language "zh-Hant-TW"', "set behaviour.keep_warm_minutes 5"]);
  });

  it("pastes only when told to, and says which key to press where it cannot", async () => {
    const { user, done } = await drawn({}, { can_paste: false });
    await user.click(tab("Hotkey and behaviour"));
    const back = () => screen.getByRole<HTMLInputElement>("checkbox", { name: /^Put the old clipboard back/ });
    expect([back().disabled, screen.queryByText(/press Ctrl\+V/)]).toEqual([true, null]);
    await user.click(screen.getByRole("checkbox", { name: "Paste where I was" }));
    await screen.findByText(/press Ctrl\+V/);
    await user.click(back());
    await says("Saved");
    expect(done).toEqual(["set behaviour.auto_paste true", "set behaviour.put_back_clipboard true"]);
  });

  it("takes seconds from 0 on for what is sensitive, and refuses the rest at the field", async () => {
    const { user, done } = await drawn();
    await user.click(tab("Hotkey and behaviour"));
    const seconds = field("Seconds until a sensitive phrase leaves the clipboard");
    expect(seconds.value).toBe("45");
    for (const wrong of ["4000", "-1", "1.5", "soon"]) {
      await user.clear(seconds);
      await user.type(seconds, `${wrong}{Tab}`);
      expect([seconds.getAttribute("aria-invalid"), seconds.value]).toEqual(["true", wrong]);
    }
    await user.clear(seconds);
    await user.type(seconds, "0{Tab}");
    await says("Saved");
    expect([done, seconds.getAttribute("aria-invalid")]).toEqual([["set behaviour.clear_sensitive_seconds 0"], null]);
  });
});
