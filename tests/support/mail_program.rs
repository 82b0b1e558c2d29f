//! A mail program of the test's own: it writes down what it is handed.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::desktop::Desktop;
use crate::wait::{DEADLINE, wait_until};

/// Stands where the desktop's opener of links is looked for.
pub struct MailProgram {
    folder: PathBuf,
    path: String,
}

impl MailProgram {
    /// Puts it in a folder of the desktop.
    #[track_caller]
    #[must_use]
    pub fn new(desktop: &Desktop) -> Self {
        let folder = desktop.folder().join("mail");
        fs::create_dir(&folder).expect("the folder is ours");
        let opener = folder.join("xdg-open");
        // Each argument ends with the one byte that none can hold. What is not whole has another name.
        let script = "#!/bin/sh\nhere=${0%/*}\nprintf '%s\\0' \"$@\" > \"$here/new.$$\"\nmv \"$here/new.$$\" \"$here/letter\"\n";
        fs::write(&opener, script).expect("the folder is ours");
        fs::set_permissions(&opener, Permissions::from_mode(0o755)).expect("the folder is ours");
        let path = format!("{}:{}", folder.display(), desktop.env("PATH").unwrap_or_default());
        Self { folder, path }
    }

    /// The `PATH` of a program that is to find it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Waits for a letter: the arguments it was started with, each as it came. The next letter is a new one.
    #[track_caller]
    pub fn wait_for_letter(&self) -> Vec<String> {
        let letter = self.folder.join("letter");
        let arguments = wait_until("a letter", DEADLINE, || fs::read(&letter).ok());
        fs::remove_file(&letter).expect("the folder is ours");
        let text = String::from_utf8(arguments).expect("a link is plain text");
        text.split_terminator('\0').map(str::to_owned).collect()
    }

    /// Whether there is a letter now.
    #[must_use]
    pub fn has_letter(&self) -> bool {
        Path::new(&self.folder.join("letter")).exists()
    }
}

/// A `mailto:` link as a mail program reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: String,
    /// Its header fields in the order of the link, each decoded.
    pub fields: Vec<(String, String)>,
}

impl Letter {
    /// Reads a link.
    #[track_caller]
    #[must_use]
    pub fn read(link: &str) -> Self {
        let rest = link.strip_prefix("mailto:").expect("it is a mail link");
        let (to, fields) = rest.split_once('?').unwrap_or((rest, ""));
        let pairs = fields.split('&').filter(|pair| !pair.is_empty());
        let field = |pair: &str| {
            let (name, value) = pair.split_once('=').expect("a field has a value");
            (decode(name), decode(value))
        };
        Self { to: decode(to), fields: pairs.map(field).collect() }
    }

    /// A field's text; empty if the link has no such field.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let (byte, after) = match (first, after) {
            (b'%', [high, low, after @ ..]) => (digit(*high) * 16 + digit(*low), after),
            (plain, after) => (plain, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).expect("a link is UTF-8 in percent signs")
}

fn digit(hex: u8) -> u8 {
    let value = char::from(hex).to_digit(16).expect("two hex digits follow a percent sign");
    u8::try_from(value).expect("a digit is small")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_taken_apart() {
        let letter = Letter::read("mailto:a@b.example?subject=5%20%26%206&body=%E6%82%A8%0D%0A");
        assert_eq!((letter.to.as_str(), letter.field("subject")), ("a@b.example", "5 & 6"));
        assert_eq!(letter.field("body"), "您\r\n");
        assert_eq!(letter.fields.len(), 2);
        assert_eq!(Letter::read("mailto:").fields, []);
    }
}
