//! A hotkey as written in the settings: a closed grammar, read without ever failing badly.
//!
//! Which code a key has on a keyboard, and asking the desktop for it, is the system's business.

use std::fmt;
use std::str::FromStr;

pub use crate::os::SystemHotkey;

/// A key with its modifiers, such as `Ctrl+Alt+Space`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hotkey {
    modifiers: Modifiers,
    key: Key,
}

/// The keys held while another is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(clippy::struct_excessive_bools, reason = "four keys that are held or not")]
pub struct Modifiers {
    /// Control.
    pub ctrl: bool,
    /// Alt, Option.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// The Windows key, Command.
    pub meta: bool,
}

/// The key that is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// `A` to `Z`, in upper case.
    Letter(char),
    /// `0` to `9`.
    Digit(char),
    /// F1 to F24.
    Function(u8),
    /// One of [`SIGNS`], as it is printed on the key.
    Sign(char),
    /// Every other key.
    Named(Named),
}

/// Keys that print nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "they are named as on the keyboard")]
pub enum Named {
    Space,
    Enter,
    Tab,
    Escape,
    Backspace,
    Delete,
    Insert,
    Home,
    End,
    PageUp,
    PageDown,
    Up,
    Down,
    Left,
    Right,
}

/// Signs that are keys of their own, with their names.
pub const SIGNS: [(char, &str); 12] = [
    ('-', "Minus"),
    ('=', "Equal"),
    ('[', "BracketLeft"),
    (']', "BracketRight"),
    ('\\', "Backslash"),
    (';', "Semicolon"),
    ('\'', "Quote"),
    ('`', "Backquote"),
    (',', "Comma"),
    ('.', "Period"),
    ('/', "Slash"),
    ('+', "Plus"),
];

/// The names of the other keys; the first of each is how it is written.
const NAMED: [(&str, Named); 25] = [
    ("Space", Named::Space),
    ("Enter", Named::Enter),
    ("Return", Named::Enter),
    ("Tab", Named::Tab),
    ("Escape", Named::Escape),
    ("Esc", Named::Escape),
    ("Backspace", Named::Backspace),
    ("Delete", Named::Delete),
    ("Del", Named::Delete),
    ("Insert", Named::Insert),
    ("Ins", Named::Insert),
    ("Home", Named::Home),
    ("End", Named::End),
    ("PageUp", Named::PageUp),
    ("PgUp", Named::PageUp),
    ("PageDown", Named::PageDown),
    ("PgDn", Named::PageDown),
    ("Up", Named::Up),
    ("Down", Named::Down),
    ("Left", Named::Left),
    ("Right", Named::Right),
    ("ArrowUp", Named::Up),
    ("ArrowDown", Named::Down),
    ("ArrowLeft", Named::Left),
    ("ArrowRight", Named::Right),
];

/// Why a text is no hotkey.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HotkeyError {
    /// There is nothing in it.
    #[error("a hotkey is a key with its modifiers, such as `Ctrl+Alt+Space`")]
    Empty,
    /// A part of it names no key.
    #[error("there is no key `{0}`")]
    UnknownKey(String),
    /// It has only modifiers.
    #[error("a hotkey needs a key besides its modifiers")]
    OnlyModifiers,
    /// It has two keys that are no modifiers.
    #[error("a hotkey has one key besides its modifiers")]
    TwoKeys,
    /// It would swallow a key that people type with.
    #[error("a hotkey needs Ctrl, Alt or Super; only F1 to F24 stand alone")]
    NoModifier,
}

/// What became of a hotkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HotkeyState {
    /// None is wanted.
    Off,
    /// Pressing it is heard.
    Active,
    /// Another program has it.
    Taken,
    /// This keyboard has no such key.
    Unknown,
    /// This desktop gives none to programs; the person can bind a command to a key instead.
    Unavailable,
}

impl Hotkey {
    /// Reads a hotkey; the names may be in any case, and the keys in any order.
    ///
    /// ```
    /// # use fencun_desktop::hotkey::Hotkey;
    /// assert_eq!(Hotkey::parse("alt + ctrl + space").map(|hotkey| hotkey.to_string()), Ok("Ctrl+Alt+Space".into()));
    /// ```
    ///
    /// # Errors
    /// If a word names no key, if there is not exactly one key, or if it is held by nothing but Shift.
    pub fn parse(text: &str) -> Result<Self, HotkeyError> {
        let mut modifiers = Modifiers::default();
        let mut key = None;
        for word in words(text)? {
            if modifiers.hold(word) {
                continue;
            }
            let found = Key::parse(word).ok_or_else(|| HotkeyError::UnknownKey(short(word)))?;
            if key.replace(found).is_some() {
                return Err(HotkeyError::TwoKeys);
            }
        }
        let key = key.ok_or(HotkeyError::OnlyModifiers)?;
        let held = modifiers.ctrl || modifiers.alt || modifiers.meta;
        if !held && !matches!(key, Key::Function(_)) {
            return Err(HotkeyError::NoModifier);
        }
        Ok(Self { modifiers, key })
    }

    /// What is held.
    pub fn modifiers(&self) -> Modifiers {
        self.modifiers
    }

    /// What is pressed.
    pub fn key(&self) -> Key {
        self.key
    }
}

impl FromStr for Hotkey {
    type Err = HotkeyError;

    fn from_str(text: &str) -> Result<Self, HotkeyError> {
        Self::parse(text)
    }
}

impl fmt::Display for Hotkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Modifiers { ctrl, alt, shift, meta } = self.modifiers;
        for (held, name) in [(ctrl, "Ctrl"), (alt, "Alt"), (shift, "Shift"), (meta, "Super")] {
            if held {
                write!(f, "{name}+")?;
            }
        }
        write!(f, "{}", self.key)
    }
}

impl Modifiers {
    /// Holds the modifier of this name, if there is one.
    fn hold(&mut self, word: &str) -> bool {
        let held = match word.to_ascii_lowercase().as_str() {
            "ctrl" | "control" => &mut self.ctrl,
            "alt" | "option" => &mut self.alt,
            "shift" => &mut self.shift,
            "super" | "meta" | "win" | "cmd" | "command" => &mut self.meta,
            _ => return false,
        };
        *held = true;
        true
    }
}

impl Key {
    /// Reads the name of one key, or the sign that is printed on it. `KeyA` and `Digit1`, as web pages say, are read too.
    fn parse(word: &str) -> Option<Self> {
        let upper = word.to_ascii_uppercase();
        let bare = ["KEY", "DIGIT"].iter().find_map(|prefix| upper.strip_prefix(prefix)).unwrap_or(&upper);
        let mut chars = bare.chars();
        if let (Some(only), None) = (chars.next(), chars.next()) {
            return Self::of_char(only);
        }
        Self::function(&upper).or_else(|| Self::named(word))
    }

    fn of_char(c: char) -> Option<Self> {
        match c {
            'A'..='Z' => Some(Self::Letter(c)),
            '0'..='9' => Some(Self::Digit(c)),
            _ => SIGNS.iter().any(|(sign, _)| *sign == c).then_some(Self::Sign(c)),
        }
    }

    fn function(upper: &str) -> Option<Self> {
        let digits = upper.strip_prefix('F')?;
        let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        digits.parse().ok().filter(|number| plain && (1..=24).contains(number)).map(Self::Function)
    }

    fn named(word: &str) -> Option<Self> {
        let sign =
            SIGNS.iter().find(|(_, name)| name.eq_ignore_ascii_case(word)).map(|(c, _)| Self::Sign(*c));
        let other = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        sign.or_else(|| other.map(|(_, named)| Self::Named(*named)))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Letter(c) | Self::Digit(c) => write!(f, "{c}"),
            Self::Function(number) => write!(f, "F{number}"),
            Self::Sign(c) => {
                f.write_str(SIGNS.iter().find(|(sign, _)| sign == c).map_or("", |(_, name)| name))
            }
            Self::Named(named) => write!(f, "{named:?}"),
        }
    }
}

/// The words between the plus signs; a plus sign at the end, or alone, is the key of that sign.
fn words(text: &str) -> Result<Vec<&str>, HotkeyError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(HotkeyError::Empty);
    }
    let (front, plus) = match text.strip_suffix('+') {
        Some("") => return Ok(vec!["+"]),
        Some(front) => (front.trim_end().strip_suffix('+').ok_or(HotkeyError::OnlyModifiers)?, Some("+")),
        None => (text, None),
    };
    Ok(front.split('+').map(str::trim).chain(plus).collect())
}

/// Enough of a word to recognise it in a message.
fn short(word: &str) -> String {
    word.chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, HotkeyError>) {
        let read = Hotkey::parse(text).map(|hotkey| hotkey.to_string());
        assert_eq!(read, expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn a_hotkey_is_read_in_any_case_order_and_name_and_written_in_one() {
        check("Ctrl+Alt+Space", Ok("Ctrl+Alt+Space"));
        check("space + ALT + control", Ok("Ctrl+Alt+Space"));
        check("win+k", Ok("Super+K"));
        check("Cmd+Shift+Option+Return", Ok("Alt+Shift+Super+Enter"));
        check("Ctrl+KeyF", Ok("Ctrl+F"));
        check("Ctrl+Digit1", Ok("Ctrl+1"));
        check("Ctrl+ArrowRight", Ok("Ctrl+Right"));
        check("F24", Ok("F24"));
        check("Shift+F1", Ok("Shift+F1"));
        check("Ctrl+;", Ok("Ctrl+Semicolon"));
        check("Ctrl+semicolon", Ok("Ctrl+Semicolon"));
        check("Ctrl++", Ok("Ctrl+Plus"));
        check("Ctrl + +", Ok("Ctrl+Plus"));
        check("Ctrl+Plus", Ok("Ctrl+Plus"));
    }

    #[test]
    fn what_is_no_hotkey_says_why() {
        check("", Err(HotkeyError::Empty));
        check("  ", Err(HotkeyError::Empty));
        check("Ctrl+Alt", Err(HotkeyError::OnlyModifiers));
        check("Ctrl+", Err(HotkeyError::OnlyModifiers));
        check("Ctrl+A+B", Err(HotkeyError::TwoKeys));
        check("A", Err(HotkeyError::NoModifier));
        check("Shift+A", Err(HotkeyError::NoModifier));
        check("+", Err(HotkeyError::NoModifier));
        check("Ctrl+F25", Err(HotkeyError::UnknownKey("F25".into())));
        check("Ctrl+F01", Err(HotkeyError::UnknownKey("F01".into())));
        check("Ctrl++A", Err(HotkeyError::UnknownKey(String::new())));
        check("Ctrl+分", Err(HotkeyError::UnknownKey("分".into())));
        check("Hyper+A", Err(HotkeyError::UnknownKey("Hyper".into())));
        check(&format!("Ctrl+{}", "x".repeat(4000)), Err(HotkeyError::UnknownKey("x".repeat(20))));
    }

    #[test]
    fn every_key_is_written_as_it_is_read() {
        let names = ('A'..='Z').chain('0'..='9').map(String::from);
        let functions = (1..=24).map(|number| format!("F{number}"));
        let signs = SIGNS.iter().map(|(_, name)| (*name).to_owned());
        let named = NAMED.iter().map(|(name, _)| (*name).to_owned());
        for name in names.chain(functions).chain(signs).chain(named) {
            let hotkey = Hotkey::parse(&format!("Ctrl+Super+{name}")).expect(&name);
            assert_eq!(Hotkey::parse(&hotkey.to_string()), Ok(hotkey), "{name}");
        }
    }

    #[test]
    fn any_text_is_read_or_refused() {
        let pieces = [
            "Ctrl", "alt", "+", "++", " ", "F", "F1", "2", "分", "\u{301}", "-", "Key", "Digit", "\0", "é",
            "ß",
        ];
        let mut seed = 7_u32;
        for _ in 0..200_000 {
            let mut text = String::new();
            for _ in 0..seed % 7 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            }
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if let Ok(hotkey) = Hotkey::parse(&text) {
                assert_eq!(Hotkey::parse(&hotkey.to_string()), Ok(hotkey), "{text}");
            }
        }
    }
}
