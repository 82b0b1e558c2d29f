//! Cuts the text of a pack at its table headers and reads each section as TOML of its own: what is broken in one costs
//! that one, and a pack of many thousand phrases is never in memory as one tree.

use toml::de::{DeTable, Error};

use super::scan::{self, Header};

/// A part of a pack: what stands before the first header, or one header with all that belongs to it.
pub(super) struct Section<'t> {
    /// The byte of the whole text at which it begins.
    pub(super) start: usize,
    /// The line at which it begins, from 1.
    pub(super) line: usize,
    /// Its bytes.
    pub(super) text: &'t str,
    /// Its header; None is what stands before the first.
    pub(super) header: Option<Header<'t>>,
    /// What could be read of it. Spans count from its beginning.
    pub(super) table: DeTable<'t>,
    /// The first place where it is not TOML; those after it are most likely its echo.
    pub(super) error: Option<Error>,
}

impl Section<'_> {
    /// Where it is not TOML, and what the parser says of that.
    pub(super) fn broken(&self) -> Option<(usize, &str)> {
        let error = self.error.as_ref()?;
        let at = error.span().map_or(0, |span| span.start).min(self.text.len());
        // A text that is not closed is noticed at its end; what is to be mended is where it begins.
        let open = ["'''", "\"\"\""].into_iter().filter(|_| error.message().contains("multi-line"));
        let begins =
            open.filter(|_| at == self.text.len()).filter_map(|quotes| self.text.rfind(quotes)).max();
        Some((begins.unwrap_or(at), error.message()))
    }
}

/// The sections of a text, in order.
pub(super) struct Sections<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    /// How many bytes may still be read twice.
    patience: usize,
}

/// Cuts a text, which has no byte order mark any more.
pub(super) fn sections(text: &str) -> Sections<'_> {
    // A quotation mark that is never closed reaches to the end of the file. A text made of such would be read a
    // hundred thousand times.
    Sections { text, at: 0, line: 1, patience: 4 * text.len() + 64 * 1024 }
}

impl Sections<'_> {
    /// The line at which reading was given up because too much is broken.
    pub(super) fn gave_up(&self) -> Option<usize> {
        (self.at < self.text.len()).then_some(self.line)
    }
}

impl<'t> Iterator for Sections<'t> {
    type Item = Section<'t>;

    fn next(&mut self) -> Option<Section<'t>> {
        if self.at >= self.text.len() || self.patience == 0 {
            return None;
        }
        let (start, line) = (self.at, self.line);
        let header = scan::header(self.text, start);
        let mut text = &self.text[start..scan::end_of_section(self.text, start)];
        let (mut table, mut error) = parse(text);
        // What is not closed has swallowed its neighbours; they begin where no value can go on.
        if error.is_some()
            && let Some(cut) = scan::swallowed(text)
        {
            self.patience = self.patience.saturating_sub(text.len());
            text = &text[..cut];
            (table, error) = parse(text);
        }
        self.at += text.len();
        self.line += scan::lines(text);
        Some(Section { start, line, text, header, table, error })
    }
}

fn parse(text: &str) -> (DeTable<'_>, Option<Error>) {
    match DeTable::parse(text) {
        Ok(table) => (table.into_inner(), None),
        Err(error) => (DeTable::parse_recoverable(text).0.into_inner(), Some(error)),
    }
}
