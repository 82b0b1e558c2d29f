//! The clipboard: one long-lived thread owns the copied text, and every write is answered in time.
//!
//! On Linux the program that copied a text serves it to whoever pastes, so the handle is opened at start and kept:
//! dropping it would empty the person's clipboard. Nothing is read before it is written, because reading asks the
//! previous owner, which may be frozen; what is read for its own sake is read in a thread that owns nothing. How a
//! written text is seen to be there is the system's business.
//!
//! Emptying the clipboard takes back what has not been pasted. What another program has made of the text by then, such
//! as an entry in a clipboard history that keeps even what it was asked to leave alone, stays where it is; a history
//! that never lets the clipboard be empty will put its last entry there.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use fencun_core::ports::{Care, Clipboard, ClipboardError};

use crate::aside::Aside;
use crate::deadline::Deadline;
use crate::os::ReadBack;

/// After this a caller is told that the clipboard did not answer; the port promises two seconds.
const PATIENCE: Duration = Duration::from_millis(1900);

/// The thread gives up this much earlier than its caller, so that only a stuck thread is ever abandoned.
const MARGIN: Duration = Duration::from_millis(200);

/// Threads that may hang in a frozen desktop at one time; further writes wait behind the last of them.
const MOST_STUCK: usize = 4;

/// What is waited before each further attempt. Under X11 arboard hears that it lost the clipboard only some time
/// after it did, and then forgets even a text that was written since.
const PAUSES: [Duration; 2] = [Duration::from_millis(20), Duration::from_millis(100)];

/// How long [`SystemClipboard::close`] waits for a clipboard manager to take the text over.
const FAREWELL: Duration = Duration::from_millis(500);

/// The desktop's clipboard.
pub struct SystemClipboard {
    worker: Mutex<Worker>,
    readers: Aside,
    /// Cloned into every thread, so that its count tells how many are alive.
    alive: Arc<()>,
}

/// The thread that owns the text, while there is one.
#[derive(Default)]
struct Worker {
    number: u64,
    link: Option<Link>,
}

struct Link {
    requests: Sender<Request>,
    /// Closed when the thread has let go of the clipboard.
    ended: Receiver<()>,
}

struct Request {
    text: String,
    care: Care,
    deadline: Deadline,
    answer: SyncSender<Result<(), ClipboardError>>,
}

impl SystemClipboard {
    /// Connects in the background; without a display every write says so, and the next one tries again.
    pub fn start() -> Self {
        let readers = Aside::new("clipboard-reader", MOST_STUCK);
        let clipboard = Self { worker: Mutex::default(), readers, alive: Arc::new(()) };
        clipboard.lock().link = clipboard.spawn();
        clipboard
    }

    /// Lets go of the clipboard, after offering the text to a clipboard manager if there is one.
    pub fn close(&self) {
        let link = self.lock().link.take();
        if let Some(Link { requests, ended }) = link {
            drop(requests);
            let _ = ended.recv_timeout(FAREWELL);
        }
    }

    fn spawn(&self) -> Option<Link> {
        let (requests, inbox) = mpsc::channel();
        let (ending, ended) = mpsc::channel::<()>();
        let alive = Arc::clone(&self.alive);
        let serve = move || {
            serve(&inbox);
            drop((alive, ending));
        };
        thread::Builder::new().name("clipboard".into()).spawn(serve).ok()?;
        Some(Link { requests, ended })
    }

    /// Hands the request to the thread, and returns the thread's number.
    fn send(&self, request: Request) -> Result<u64, ClipboardError> {
        let mut worker = self.lock();
        if worker.link.is_none() {
            self.renew(&mut worker);
        }
        let link = worker.link.as_ref().ok_or(ClipboardError::TimedOut)?;
        if link.requests.send(request).is_err() {
            worker.link = None;
            return Err(ClipboardError::TimedOut);
        }
        Ok(worker.number)
    }

    /// Leaves a stuck thread to itself, and has another one take part in the clipboard at once: were there none when
    /// the desktop lets the stuck one go, the clipboard would be emptied.
    fn abandon(&self, number: u64) {
        let mut worker = self.lock();
        if worker.number == number && Arc::strong_count(&self.alive) <= MOST_STUCK {
            self.renew(&mut worker);
        }
    }

    fn renew(&self, worker: &mut Worker) {
        worker.link = self.spawn();
        worker.number += 1;
    }

    fn lock(&self) -> MutexGuard<'_, Worker> {
        self.worker.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clipboard for SystemClipboard {
    fn write_text(&self, text: &str, care: Care) -> Result<(), ClipboardError> {
        let (answer, answered) = mpsc::sync_channel(1);
        let deadline = Deadline::within(PATIENCE - MARGIN);
        let number = self.send(Request { text: text.to_owned(), care, deadline, answer })?;
        answered.recv_timeout(PATIENCE).unwrap_or_else(|error| {
            self.abandon(number);
            if error == RecvTimeoutError::Disconnected {
                tracing::error!("the clipboard thread ended unexpectedly");
            }
            Err(ClipboardError::TimedOut)
        })
    }

    fn read_text(&self) -> Result<Option<String>, ClipboardError> {
        let deadline = Deadline::within(PATIENCE - MARGIN);
        let read = self.readers.run(PATIENCE, move || crate::os::read_text(deadline));
        read.unwrap_or(Err(ClipboardError::TimedOut))
    }

    fn clear_if(&self, text: &str) -> Result<bool, ClipboardError> {
        let (text, deadline) = (text.to_owned(), Deadline::within(PATIENCE - MARGIN));
        let cleared = self.readers.run(PATIENCE, move || crate::os::clear_if(&text, deadline));
        cleared.unwrap_or(Err(ClipboardError::TimedOut))
    }
}

impl Drop for SystemClipboard {
    fn drop(&mut self) {
        self.close();
    }
}

/// Writes what is asked for until nobody can ask any more, then lets go of the clipboard.
fn serve(inbox: &Receiver<Request>) {
    let mut board = Board { handle: open().ok(), reached: false, read_back: ReadBack::default() };
    for request in inbox {
        let outcome = board.copy(&request);
        if let Err(error) = &outcome {
            tracing::warn!(%error, "the text is not on the clipboard");
        }
        // A caller that has given up in the meantime needs no answer.
        let _ = request.answer.try_send(outcome);
    }
}

/// What is on the clipboard, seen from outside.
#[derive(Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "not every system can be late or gone")]
pub(crate) enum Seen {
    /// The text that was written.
    Same,
    /// Something else, or nothing.
    Other,
    /// Nobody answered in time.
    Late,
    /// The desktop is gone.
    Gone(String),
}

/// The handle that keeps the text alive, and what looks at it from outside.
struct Board {
    handle: Option<arboard::Clipboard>,
    /// Whether the last attempt got as far as a handle: a desktop that is not there is not waited for.
    reached: bool,
    read_back: ReadBack,
}

impl Board {
    /// Writes, and writes again if another program took the clipboard at once or the desktop went away and may be back.
    fn copy(&mut self, request: &Request) -> Result<(), ClipboardError> {
        let mut outcome = self.attempt(request);
        for pause in PAUSES {
            let hopeless = matches!(outcome, Err(ClipboardError::Missing(_))) && !self.reached;
            if hopeless || matches!(outcome, Ok(()) | Err(ClipboardError::TimedOut)) {
                break;
            }
            thread::sleep(pause);
            outcome = self.attempt(request);
        }
        outcome
    }

    fn attempt(&mut self, request: &Request) -> Result<(), ClipboardError> {
        self.reached = false;
        let handle = match &mut self.handle {
            Some(handle) => handle,
            empty => empty.insert(open()?),
        };
        self.reached = true;
        // Nobody waits any more, and something else may have been copied since.
        if request.deadline.has_passed() {
            return Err(ClipboardError::TimedOut);
        }
        self.read_back.prepare();
        if let Err(error) = crate::os::set_text(handle, &request.text, request.care) {
            self.forget();
            return Err(refusal(&error));
        }
        match self.read_back.look(handle, &request.text, request.deadline) {
            Seen::Same => Ok(()),
            Seen::Other => Err(ClipboardError::Busy),
            Seen::Late => Err(ClipboardError::TimedOut),
            Seen::Gone(why) => {
                self.forget();
                Err(ClipboardError::Missing(why))
            }
        }
    }

    /// Drops the handle so that the next write connects anew.
    ///
    /// arboard keeps one connection for the whole process and lets go of it only when the last handle is dropped
    /// while its serving thread still counts; once that thread has ended, a second handle has to stand in for it.
    fn forget(&mut self) {
        let second = arboard::Clipboard::new();
        self.handle = None;
        drop(second);
        self.read_back = ReadBack::default();
    }
}

fn open() -> Result<arboard::Clipboard, ClipboardError> {
    arboard::Clipboard::new().map_err(|error| {
        tracing::debug!(%error, "no clipboard");
        ClipboardError::Missing("no desktop can be reached".to_owned())
    })
}

fn refusal(error: &arboard::Error) -> ClipboardError {
    match error {
        arboard::Error::ClipboardOccupied => ClipboardError::Busy,
        other => ClipboardError::Missing(other.to_string()),
    }
}

/// The text on the clipboard, where the system reads it for us.
pub(crate) fn read_by_arboard() -> Result<Option<String>, ClipboardError> {
    match open()?.get_text() {
        Ok(text) => Ok(Some(text)),
        Err(arboard::Error::ContentNotAvailable | arboard::Error::ConversionFailure) => Ok(None),
        Err(error) => Err(refusal(&error)),
    }
}

/// Empties the clipboard if it holds this text. Whoever copies something between the look and the emptying loses it:
/// these systems offer no way to do both at once.
pub(crate) fn clear_by_arboard(text: &str) -> Result<bool, ClipboardError> {
    if read_by_arboard()?.as_deref() != Some(text) {
        return Ok(false);
    }
    open()?.clear().map_err(|error| refusal(&error))?;
    Ok(true)
}
