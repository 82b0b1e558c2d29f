//! Finds the table headers of a text without reading what is between them: strings and comments may hold lines that
//! only look like headers.

/// The first key of a table header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header<'t> {
    /// As written, without quotes.
    pub(super) key: &'t str,
    /// Whether more keys follow: `[phrase.gloss]`.
    dotted: bool,
}

impl Header<'_> {
    fn is_below(self, own: Option<Self>) -> bool {
        self.dotted && own.is_some_and(|own| own.key == self.key)
    }
}

/// The header that the line at this byte is, if it is one.
pub(super) fn header(text: &str, at: usize) -> Option<Header<'_>> {
    let inner = text[at..].trim_start_matches(BLANK).strip_prefix('[')?;
    let inner = inner.strip_prefix('[').unwrap_or(inner).trim_start_matches(BLANK);
    let end = inner.find(['.', ']', ' ', '\t', '\r', '\n', '#']).unwrap_or(inner.len());
    let key = inner[..end].trim_matches(['"', '\'']);
    Some(Header { key, dotted: inner[end..].trim_start_matches(BLANK).starts_with('.') })
}

/// Where the section ends that begins at this byte.
pub(super) fn end_of_section(text: &str, start: usize) -> usize {
    let own = header(text, start);
    let mut at = if own.is_some() { after_line(text, start) } else { start };
    while at < text.len() {
        at = match header(text, at) {
            Some(found) if !found.is_below(own) => return at,
            Some(_) => after_line(text, at),
            None => after_pair(text, at),
        };
    }
    text.len()
}

/// What a section holds besides its header and the comments after its last key, in bytes from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Body {
    /// Where the keys end that stand before the first table below.
    pub(super) keys_end: usize,
    /// Where everything ends but comments and empty lines.
    pub(super) end: usize,
}

/// The body of a sound section.
pub(super) fn body(section: &str) -> Body {
    let start = if header(section, 0).is_some() { after_line(section, 0) } else { 0 };
    let (mut at, mut end, mut keys_end) = (start, start, None);
    while at < section.len() {
        let line = section[at..after_line(section, at)].trim_start();
        let holds = !line.is_empty() && !line.starts_with('#');
        if header(section, at).is_some() {
            keys_end = keys_end.or(Some(end));
            at = after_line(section, at);
        } else {
            at = after_pair(section, at);
        }
        if holds {
            end = at;
        }
    }
    Body { keys_end: keys_end.unwrap_or(end), end }
}

/// Where, after the first line of a broken section, a line stands that must be the header of another entry.
pub(super) fn swallowed(text: &str) -> Option<usize> {
    let mut at = after_line(text, 0);
    while at < text.len() {
        if is_plainly_ours(text, at) {
            return Some(at);
        }
        at = after_line(text, at);
    }
    None
}

/// How many lines end in a text.
pub(super) fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Where the line at this byte ends, its line end included.
pub(super) fn after_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The tables that a pack is made of.
const OURS: [&str; 4] = ["phrase", "situation", "culture", "reason"];

const BLANK: [char; 2] = [' ', '\t'];

/// Whether a line is `[[phrase]]` or its like: a bare word in brackets is never part of a value.
fn is_plainly_ours(text: &str, at: usize) -> bool {
    let line = text[at..after_line(text, at)].trim_start_matches(BLANK);
    let Some((key, rest)) = line.strip_prefix("[[").and_then(|inner| inner.split_once("]]")) else {
        return line.starts_with("[pack]");
    };
    let rest = rest.trim();
    OURS.contains(&key.trim_matches(BLANK)) && (rest.is_empty() || rest.starts_with('#'))
}

/// Where the key and its value end that begin at this byte, their last line included.
fn after_pair(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\n' if depth == 0 => return at + 1,
            b'\n' if is_plainly_ours(text, at + 1) => return at + 1,
            b'#' => {
                at = text[at..].find('\n').map_or(text.len(), |end| at + end);
                continue;
            }
            b'"' | b'\'' => {
                at = after_string(bytes, at);
                continue;
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// Where the string ends that begins at this byte; if it is not closed, at the end of the line, or of the text if it may
/// have several lines.
fn after_string(bytes: &[u8], start: usize) -> usize {
    let quote = bytes[start];
    let long = bytes[start..].starts_with(&[quote; 3]);
    let mut at = start + if long { 3 } else { 1 };
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' && (long || bytes.get(at + 1) != Some(&b'\n')) => at += 1,
            b'\n' if !long => return at,
            byte if *byte == quote && !long => return at + 1,
            byte if *byte == quote && bytes[at..].starts_with(&[quote; 3]) => {
                // Up to two more belong to the words.
                let more = bytes[at + 3..].iter().take(2).take_while(|byte| **byte == quote).count();
                return at + 3 + more;
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::super::sections::sections;

    /// The lines at which sections begin.
    fn cuts(text: &str) -> Vec<usize> {
        sections(text).map(|section| section.line).collect()
    }

    #[test]
    fn a_section_reaches_to_the_next_header() {
        let check = |text: &str, expected: &[usize]| assert_eq!(cuts(text), expected, "{text}");
        check("", &[]);
        check("schema = 1\n[[phrase]]\nid = \"a\"\n[[phrase]]\n", &[1, 2, 4]);
        check("[[phrase]]\n[phrase.gloss]\nen = \"\"\n[[ phrase ]]\n", &[1, 4]);
        check("\u{20}\t[pack]\n[pack.more]\n[other]\n[phrase.gloss]\n", &[1, 3, 4]);
        check("x = '''\n[[phrase]]\n'''\n[[phrase]]\n", &[1, 4]);
        check("x = \"\"\"\n\\\"\"\"\n[[phrase]]\n\"\"\"\"\" # '''\n[[phrase]]\n", &[1, 5]);
        check("x = [\n[1],\n[[2]],\n]\r\n[[phrase]]\r\n", &[1, 5]);
        check("x = { a = \"]\",\n b = ']' }\n# [ ' \"\n[[phrase]]", &[1, 4]);
    }

    #[test]
    fn what_is_not_closed_ends_where_the_next_entry_begins() {
        let check = |text: &str| assert_eq!(cuts(text), [1, 4], "{text}");
        check("[[phrase]]\nx = '''\nwords\n[[phrase]]\nx = '''\nwords\n'''\n");
        check("[[phrase]]\nx = \"\"\"\n\n[[phrase]] # next\n");
        check("[[phrase]]\nx = [\n1,\n[[situation]]\n");
        check("[[phrase]]\nx = {\n\n[pack]\n");
        check("[[phrase]]\nx = \"\ny = 1\n[[phrase]]\n");
        check("[[phrase\nx = '\n\n[[phrase]]\n");
    }

    #[test]
    fn a_text_of_nothing_but_open_strings_is_given_up_in_time() {
        let text = "[[phrase]]\na=\\\"\"\"\n".repeat(20_000);
        let mut cut = sections(&text);
        assert!(cut.by_ref().count() < 1000);
        assert!(cut.gave_up().is_some());
    }
}
