//! The clipboard, as another program sees it.

use std::fmt;
use std::io::Write;
use std::time::Duration;

use x11rb::protocol::xproto::ConnectionExt as _;

use crate::desktop::Desktop;
use crate::program::Program;
use crate::run::run;
use crate::wait::{DEADLINE, wait_until};

/// The clipboard of a desktop.
#[derive(Clone, Copy)]
pub struct Clipboard<'d> {
    desktop: &'d Desktop,
}

/// Another program that holds the clipboard; it gives it up when dropped.
#[derive(Debug)]
pub struct Holder {
    program: Program,
}

/// Whoever holds the clipboard did not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAnswer;

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the program that holds the clipboard does not answer")
    }
}

impl std::error::Error for NoAnswer {}

impl<'d> Clipboard<'d> {
    pub(crate) const fn new(desktop: &'d Desktop) -> Self {
        Self { desktop }
    }

    /// The text on it; nothing if it is empty or holds no text.
    #[track_caller]
    #[must_use]
    pub fn text(self) -> Option<String> {
        let bytes = self.read("UTF8_STRING", DEADLINE).expect("the clipboard can be read")?;
        Some(String::from_utf8(bytes).expect("UTF8_STRING is UTF-8"))
    }

    /// The formats it is offered in.
    #[track_caller]
    #[must_use]
    pub fn targets(self) -> Vec<String> {
        let bytes = self.read("TARGETS", DEADLINE).expect("the clipboard can be read").unwrap_or_default();
        String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
    }

    /// Its content in one format, byte for byte.
    ///
    /// # Errors
    /// When the holder does not answer in time.
    pub fn read(self, target: &str, patience: Duration) -> Result<Option<Vec<u8>>, NoAnswer> {
        let mut xclip = self.desktop.command("xclip");
        xclip.args(["-selection", "clipboard", "-o", "-t", target]);
        let read = run(xclip, b"", patience).map_err(|_timed_out| NoAnswer)?;
        Ok(read.status.success().then_some(read.stdout))
    }

    /// Waits until it holds exactly this text.
    #[track_caller]
    pub fn wait_for_text(self, text: &str) {
        let what = format!("{text:?} on the clipboard");
        wait_until(&what, DEADLINE, || (self.text().as_deref() == Some(text)).then_some(()));
    }

    /// Copies text in another program, which holds it until the answer is dropped.
    #[track_caller]
    #[must_use]
    pub fn hold(self, text: &str) -> Holder {
        self.hold_as("UTF8_STRING", text.as_bytes())
    }

    /// Copies anything in another program, in the format it says.
    #[track_caller]
    #[must_use]
    pub fn hold_as(self, target: &str, content: &[u8]) -> Holder {
        let mut xclip = self.desktop.command("xclip");
        // With -quiet it stays in the foreground, so that it is ours to freeze.
        xclip.args(["-selection", "clipboard", "-i", "-quiet", "-t", target]);
        let mut program = self.desktop.spawn_fed(xclip);
        let mut stdin = program.take_stdin();
        stdin.write_all(content).expect("xclip reads all of it");
        drop(stdin);
        let pid = program.pid();
        let what = "xclip to hold the clipboard";
        wait_until(what, DEADLINE, || (self.holder() == Some(pid)).then_some(()));
        Holder { program }
    }

    /// The process that holds it, or nobody.
    #[must_use]
    pub fn holder(self) -> Option<u32> {
        let screen = self.desktop.screen();
        let request =
            screen.connection.get_selection_owner(screen.atom("CLIPBOARD")).expect("the display answers");
        let owner = request.reply().expect("the display answers").owner;
        (owner != x11rb::NONE).then(|| screen.pid(owner)).flatten()
    }
}

impl Holder {
    /// The process.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.program.pid()
    }

    /// Stops it where it is: whoever reads the clipboard waits.
    pub fn freeze(&self) {
        self.program.freeze();
    }

    /// Lets it answer again.
    pub fn thaw(&self) {
        self.program.thaw();
    }
}
