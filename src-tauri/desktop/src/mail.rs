//! A mail link: a letter as one argument for the desktop's mail program.
//!
//! Only `to`, `subject` and `body` are ever in it, and everything that could be read as more is percent-encoded.

use fencun_core::ports::{Letter, Mail, MailError};

/// Longer links do not fit into one argument of a program everywhere.
const LONGEST_LINK: usize = 100_000;

/// The desktop's mail program.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemMail;

impl Mail for SystemMail {
    fn compose(&self, letter: &Letter) -> Result<(), MailError> {
        let link = mailto(letter);
        if link.len() > LONGEST_LINK {
            return Err(MailError::NoProgram("the letter is too long for a mail link".into()));
        }
        crate::os::open_link(&link)
    }
}

/// Writes a letter as a `mailto:` link. What is not one plain address is left out: the person then chooses one.
///
/// ```
/// # use fencun_core::ports::Letter;
/// # use fencun_desktop::mail::mailto;
/// let letter = Letter { to: "a@b.example".into(), subject: "5 & 6".into(), body: "one\ntwo".into() };
/// assert_eq!(mailto(&letter), "mailto:a@b.example?subject=5%20%26%206&body=one%0D%0Atwo");
/// ```
pub fn mailto(letter: &Letter) -> String {
    let to = if is_one_address(&letter.to) { encode(&letter.to).replace("%40", "@") } else { String::new() };
    let mut link = format!("mailto:{to}");
    let fields = [("subject", encode(&one_line(&letter.subject))), ("body", encode_lines(&letter.body))];
    let mut mark = '?';
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        link.push(mark);
        link.push_str(name);
        link.push('=');
        link.push_str(value);
        mark = '&';
    }
    link
}

/// Mail programs decode a link before they look at it, so what could end an address, start another one or start
/// a header is refused, not encoded.
fn is_one_address(text: &str) -> bool {
    let harmless = |c: char| c.is_alphanumeric() || ".-_+'=~@".contains(c);
    let Some((name, host)) = text.split_once('@') else { return false };
    let whole = !name.is_empty() && !host.is_empty() && !host.contains('@');
    whole && !text.starts_with('-') && text.chars().all(harmless)
}

/// Line breaks in a subject would start another header.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Every line end becomes the one that mail has; other control characters have no place in a letter.
fn encode_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.split('\n').map(|line| encode(&line.replace(|c: char| c.is_control() && c != '\t', "")));
    lines.collect::<Vec<_>>().join("%0D%0A")
}

/// Encodes every byte that is not unreserved in a link.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            other => {
                encoded.push('%');
                encoded.extend([other >> 4, other & 15].map(hex));
            }
        }
    }
    encoded
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).expect("four bits are one digit").to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(to: &str, subject: &str, body: &str, expected: &str) {
        let letter = Letter { to: to.into(), subject: subject.into(), body: body.into() };
        assert_eq!(mailto(&letter), expected, "{to:?} {subject:?} {body:?}");
    }

    #[test]
    fn a_letter_is_written_whole() {
        check("", "", "", "mailto:");
        check("anna.weber@example.com", "", "", "mailto:anna.weber@example.com");
        check("a+b@example.com", "Hi", "", "mailto:a%2Bb@example.com?subject=Hi");
        check("", "", "您好", "mailto:?body=%E6%82%A8%E5%A5%BD");
        check("王@例子.公司", "", "", "mailto:%E7%8E%8B@%E4%BE%8B%E5%AD%90.%E5%85%AC%E5%8F%B8");
        check("", "a b", "c d\te", "mailto:?subject=a%20b&body=c%20d%09e");
    }

    #[test]
    fn every_line_end_is_that_of_mail() {
        check("", "", "a\nb\r\nc\rd\n", "mailto:?body=a%0D%0Ab%0D%0Ac%0D%0Ad%0D%0A");
        check("", "a\r\nBcc: x@y.example", "", "mailto:?subject=a%20Bcc%3A%20x%40y.example");
    }

    #[test]
    fn no_words_become_part_of_the_link() {
        check(
            "",
            "a&body=b?c#d",
            "x&attach=/etc/passwd",
            "mailto:?subject=a%26body%3Db%3Fc%23d&body=x%26attach%3D%2Fetc%2Fpasswd",
        );
        check("", "100%0A", "\0a\u{1b}[31m\u{7f}\u{85}", "mailto:?subject=100%250A&body=a%5B31m");
        check("", "$(id)`id`", "\"; id\n", "mailto:?subject=%24%28id%29%60id%60&body=%22%3B%20id%0D%0A");
    }

    #[test]
    fn what_is_not_one_address_is_left_out() {
        for hostile in [
            "a@b.example,c@d.example",
            "a@b.example;c@d.example",
            "a@b@c.example",
            "a@b.example?bcc=c@d.example",
            "a@b.example&attach=/etc/passwd",
            "a@b.example\r\nBcc: c@d.example",
            "a@b.example%0D%0ABcc: c@d.example",
            "a@b.example%0aBcc:c",
            "Anna <a@b.example>",
            "\"a b\"@c.example",
            "a@b.example#x",
            "a@b.example/../x",
            "--help@b.example",
            "a b@c.example",
            "a@b.example ",
            "a@b\0.example",
            "a@b.example\u{2028}c",
            "@b.example",
            "a@",
            "a",
            "javascript:alert(1)@x",
        ] {
            check(hostile, "", "", "mailto:");
        }
    }
}
