//! Which keys paste what was copied, in which program.

use fencun_core::ports::PasteError;

/// Keys that are pressed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chord {
    /// Nearly everywhere.
    CtrlV,
    /// In terminals, where Ctrl+V is a character like others.
    CtrlShiftV,
    /// Where Ctrl+V does something else, and where no key is called V.
    ShiftInsert,
    /// The same keys, in terminals where they paste what is selected with the mouse.
    Selection,
}

/// Terminals, by either half of their class.
const TERMINALS: [&str; 39] = [
    "alacritty",
    "blackbox",
    "com.mitchellh.ghostty",
    "com.raggesilver.blackbox",
    "com.system76.cosmicterm",
    "contour",
    "cool-retro-term",
    "deepin-terminal",
    "dev.warp.warp",
    "eterm",
    "foot",
    "gnome-terminal",
    "gnome-terminal-server",
    "guake",
    "hyper",
    "io.elementary.terminal",
    "kgx",
    "kitty",
    "konsole",
    "lxterminal",
    "mate-terminal",
    "org.gnome.console",
    "org.gnome.ptyxis",
    "org.wezfurlong.wezterm",
    "pantheon-terminal",
    "ptyxis",
    "qterminal",
    "rio",
    "roxterm",
    "sakura",
    "st",
    "st-256color",
    "tabby",
    "terminator",
    "terminology",
    "tilda",
    "tilix",
    "xfce4-terminal",
    "yakuake",
];

/// Terminals whose keys paste what is selected with the mouse, and not what was copied.
const SELECTION_ONLY: [&str; 6] = ["koi8rxterm", "rxvt", "urxvt", "uxterm", "xterm", "xvt"];

/// Editors in which Ctrl+V pages down, and Shift+Insert pastes.
const EDITORS: [&str; 2] = ["emacs", "lucid"];

/// The keys for these words in a window of this class, which has two halves.
pub(super) fn chord(class: &[String], words: &str) -> Result<Chord, PasteError> {
    let is =
        |names: &[&str]| class.iter().any(|half| names.iter().any(|name| half.eq_ignore_ascii_case(name)));
    let selection_only = is(&SELECTION_ONLY);
    let terminal = selection_only || is(&TERMINALS);
    // A line break runs what is before it, and some other control characters do worse.
    if terminal && words.contains(char::is_control) {
        return Err(PasteError::Terminal);
    }
    Ok(if selection_only {
        Chord::Selection
    } else if terminal {
        Chord::CtrlShiftV
    } else if is(&EDITORS) {
        Chord::ShiftInsert
    } else {
        Chord::CtrlV
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_gets_its_keys() {
        let check = |instance: &str, class: &str, expected: Option<Chord>| {
            let keys = chord(&[instance.into(), class.into()], "words");
            assert_eq!(keys.ok(), expected, "{instance} {class}");
        };
        check("Navigator", "firefox", Some(Chord::CtrlV));
        check("", "", Some(Chord::CtrlV));
        check("gnome-terminal-server", "Gnome-terminal", Some(Chord::CtrlShiftV));
        check("xfce4-terminal", "Xfce4-terminal", Some(Chord::CtrlShiftV));
        check("konsole", "konsole", Some(Chord::CtrlShiftV));
        check("Alacritty", "Alacritty", Some(Chord::CtrlShiftV));
        check("emacs", "Emacs", Some(Chord::ShiftInsert));
        check("xterm", "XTerm", Some(Chord::Selection));
        check("notes", "UXTerm", Some(Chord::Selection));
        check("urxvt", "URxvt", Some(Chord::Selection));
        check("xterm.js", "Xterm.js", Some(Chord::CtrlV));
    }

    #[test]
    fn a_terminal_gets_no_words_that_it_would_obey() {
        let check = |class: &str, words: &str, expected: Result<Chord, PasteError>| {
            assert_eq!(chord(&[class.into()], words), expected, "{class} {words:?}");
        };
        check("konsole", "您好，請寄電子郵件。", Ok(Chord::CtrlShiftV));
        for words in ["two\nlines", "one line\r", "one line\n", "a\tb", "\u{1b}[2K", "a\u{85}b"] {
            check("konsole", words, Err(PasteError::Terminal));
            check("xterm", words, Err(PasteError::Terminal));
            check("firefox", words, Ok(Chord::CtrlV));
        }
    }
}
