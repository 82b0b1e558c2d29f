//! How thorough a run is.

/// What was asked for.
pub(crate) struct Arguments {
    /// How often each thing is done.
    pub(crate) rounds: usize,
    /// How long wake-ups are counted.
    pub(crate) seconds: u64,
    /// Whether the table goes into the README.
    pub(crate) write: bool,
    /// The one part that is wanted; nothing for all.
    only: Option<String>,
}

impl Arguments {
    /// What is not understood is left to cargo, which adds words of its own.
    pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Self {
        let mut arguments = Self { rounds: 15, seconds: 30, write: false, only: None };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--rounds" => arguments.rounds = number(&word, words.next().as_deref()).max(1) as usize,
                "--seconds" => arguments.seconds = number(&word, words.next().as_deref()).max(1),
                "--write" => arguments.write = true,
                "--only" => arguments.only = words.next(),
                _ => {}
            }
        }
        arguments
    }

    /// Whether this part is to be measured.
    pub(crate) fn wants(&self, part: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == part)
    }
}

#[track_caller]
fn number(word: &str, value: Option<&str>) -> u64 {
    match value.map(str::parse) {
        Some(Ok(number)) => number,
        _ => panic!("{word} needs a number"),
    }
}
