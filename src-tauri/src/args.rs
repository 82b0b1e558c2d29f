//! The command line: `fencun-window [--home DIR] [--socket PATH] [--open palette|settings] [--edit ID]`.

use std::ffi::OsString;
use std::path::PathBuf;

use fencun_protocol::{Home, HomeError, WindowName};

/// What the program was started with.
#[derive(Debug, PartialEq)]
pub(crate) struct Args {
    /// Whose files and socket.
    pub(crate) home: Home,
    /// Where the resident program listens.
    pub(crate) socket: PathBuf,
    /// The window to open at once, with the phrase to show in it.
    pub(crate) open: Option<(WindowName, Option<String>)>,
}

/// Why the command line means nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ArgsError {
    /// An option without its value.
    #[error("{0} needs a value")]
    Valueless(&'static str),
    /// A window that does not exist.
    #[error("there is no window `{0}`, only palette and settings")]
    Window(String),
    /// Anything else.
    #[error("unknown argument `{0}`; known are --home, --socket, --open, --edit")]
    Unknown(String),
    /// No place for the files.
    #[error(transparent)]
    Home(#[from] HomeError),
}

/// What the environment adds to the command line.
pub(crate) struct Surroundings {
    /// `FENCUN_HOME`.
    pub(crate) home: Option<OsString>,
    /// `XDG_RUNTIME_DIR`.
    pub(crate) runtime: Option<OsString>,
}

#[derive(Default)]
struct Given {
    home: Option<PathBuf>,
    socket: Option<PathBuf>,
    open: Option<WindowName>,
    edit: Option<String>,
}

impl Args {
    /// Reads the command line, without the program's own name.
    pub(crate) fn parse(
        words: impl IntoIterator<Item = OsString>,
        surroundings: Surroundings,
    ) -> Result<Self, ArgsError> {
        let given = Given::read(words.into_iter())?;
        let home = Home::find(given.home.as_deref(), surroundings.home)?;
        let socket = given.socket.unwrap_or_else(|| home.socket(surroundings.runtime));
        // Editing happens in the settings, so an id alone says which window.
        let window = given.edit.as_ref().map(|_| WindowName::Settings).or(given.open);
        Ok(Self { home, socket, open: window.map(|window| (window, given.edit)) })
    }
}

impl Given {
    fn read(mut words: impl Iterator<Item = OsString>) -> Result<Self, ArgsError> {
        let mut given = Self::default();
        while let Some(word) = words.next() {
            let mut value = |name| words.next().ok_or(ArgsError::Valueless(name));
            match word.to_str() {
                Some("--home") => given.home = Some(value("--home")?.into()),
                Some("--socket") => given.socket = Some(value("--socket")?.into()),
                Some("--open") => given.open = Some(window(value("--open")?.to_string_lossy().as_ref())?),
                Some("--edit") => given.edit = Some(value("--edit")?.to_string_lossy().into_owned()),
                _ => return Err(ArgsError::Unknown(word.to_string_lossy().into_owned())),
            }
        }
        Ok(given)
    }
}

fn window(name: &str) -> Result<WindowName, ArgsError> {
    match name {
        "palette" => Ok(WindowName::Palette),
        "settings" => Ok(WindowName::Settings),
        other => Err(ArgsError::Window(other.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn parse(line: &str) -> Result<Args, ArgsError> {
        let surroundings = Surroundings { home: Some("/else".into()), runtime: None };
        Args::parse(line.split_whitespace().map(OsString::from), surroundings)
    }

    #[test]
    fn a_named_socket_goes_before_the_homes_own() {
        let args = parse("--home /h --socket /run/s.sock").expect("known words");
        assert_eq!(args.home.root(), Some(Path::new("/h")));
        assert_eq!(args.socket, Path::new("/run/s.sock"));
        assert_eq!(args.open, None);
    }

    #[test]
    fn without_a_socket_it_is_the_homes_own() {
        let args = parse("--home /h").expect("known words");
        assert_eq!(args.socket, args.home.socket(None));
        assert_eq!(parse("").expect("no words").home.root(), Some(Path::new("/else")));
    }

    #[test]
    fn a_phrase_to_edit_opens_the_settings() {
        let settings = |id: &str| Some((WindowName::Settings, Some(id.to_owned())));
        assert_eq!(parse("--edit a-b").expect("known words").open, settings("a-b"));
        assert_eq!(parse("--open palette --edit x").expect("known words").open, settings("x"));
        assert_eq!(parse("--open palette").expect("known words").open, Some((WindowName::Palette, None)));
    }

    #[test]
    fn nonsense_is_named() {
        for (line, complaint) in [
            ("--open", "--open needs a value"),
            ("--open cellar", "there is no window `cellar`, only palette and settings"),
            ("--loud", "unknown argument `--loud`; known are --home, --socket, --open, --edit"),
        ] {
            assert_eq!(parse(line).expect_err(line).to_string(), complaint);
        }
    }
}
