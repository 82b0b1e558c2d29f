//! A connection to the resident program: lines of JSON, opened by a hello from each side.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use interprocess::local_socket::{GenericFilePath, Stream, ToFsName, traits::Stream as _};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::{Failure, Request};

/// The version of what is said here; both sides must name the same.
pub const VERSION: u32 = 1;

/// The longest line either side reads, in bytes: a whole library of 100,000 phrases fits, an endless line does not.
pub const LINE_LIMIT: u64 = 256 * 1024 * 1024;

/// How often a connection is tried again because a signal came in between.
const INTERRUPTIONS: usize = 64;

/// What a caller is to the resident program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Asks, and gets a reply to each line.
    Door,
    /// The window program's ear: gets events, and says nothing more.
    Ear,
    /// The resident program itself.
    Resident,
}

/// The first line of each side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// [`VERSION`] of the side that speaks.
    pub fencun: u32,
    /// The program's own version, for messages.
    pub version: String,
    /// What the side is.
    pub role: Role,
    /// The process that speaks.
    pub pid: u32,
}

impl Hello {
    /// This process in a role.
    pub fn of(role: Role) -> Self {
        Self { fencun: VERSION, version: env!("CARGO_PKG_VERSION").to_owned(), role, pid: std::process::id() }
    }
}

/// What comes back for a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reply {
    /// Done; the value is what the request's comment says.
    Done(serde_json::Value),
    /// Not done.
    Failed(Failure),
}

/// The same with an answer that is not taken apart.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum TextReply {
    Done(Box<RawValue>),
    Failed(Failure),
}

/// Why no connection came about.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Nobody listens there.
    #[error("no fencun is running")]
    NobodyThere,
    /// The socket is not ours to use.
    #[error("the socket belongs to another user")]
    Foreign,
    /// The other side speaks another version.
    #[error("the running fencun is of another version ({0}); quit it and start it again")]
    Version(String),
    /// Anything else the system said.
    #[error("the running fencun cannot be reached: {0}")]
    Io(#[from] io::Error),
}

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// It was heard and not done.
    #[error(transparent)]
    Failed(#[from] Failure),
    /// The connection broke.
    #[error("the connection to fencun broke: {0}")]
    Broken(#[from] io::Error),
    /// The answer was not of the form it must have.
    #[error("fencun gave an answer that cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
}

/// One side of an open connection.
#[derive(Debug)]
pub struct Connection {
    stream: BufReader<Stream>,
}

impl Connection {
    /// Connects to the socket at `path` and exchanges hellos.
    ///
    /// # Errors
    /// Tells apart nobody listening, another version, and what the system says.
    pub fn open(path: &Path, role: Role) -> Result<Self, ConnectError> {
        let stream = connect(path).map_err(|err| match err.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => ConnectError::NobodyThere,
            io::ErrorKind::PermissionDenied => ConnectError::Foreign,
            _ => ConnectError::Io(err),
        })?;
        let mut connection = Self { stream: BufReader::new(stream) };
        write_line(connection.stream.get_mut(), &Hello::of(role))?;
        let theirs: Hello = connection.read()?;
        if theirs.fencun != VERSION {
            return Err(ConnectError::Version(theirs.version));
        }
        Ok(connection)
    }

    /// Asks, and waits for the answer.
    ///
    /// # Errors
    /// The failure the other side reports, or what broke the connection.
    pub fn ask<T: DeserializeOwned>(&mut self, request: &Request) -> Result<T, AskError> {
        Ok(serde_json::from_value(self.ask_raw(request)?)?)
    }

    /// Asks, and hands the answer on as it came.
    ///
    /// # Errors
    /// As [`Connection::ask`].
    pub fn ask_raw(&mut self, request: &Request) -> Result<serde_json::Value, AskError> {
        write_line(self.stream.get_mut(), request)?;
        match self.read()? {
            Reply::Done(value) => Ok(value),
            Reply::Failed(failure) => Err(AskError::Failed(failure)),
        }
    }

    /// The same, not taken apart: a whole library is one answer.
    ///
    /// # Errors
    /// As [`Connection::ask`].
    pub fn ask_text(&mut self, request: &Request) -> Result<Box<RawValue>, AskError> {
        write_line(self.stream.get_mut(), request)?;
        match self.read()? {
            TextReply::Done(text) => Ok(text),
            TextReply::Failed(failure) => Err(AskError::Failed(failure)),
        }
    }

    /// The next line; an ear waits here for events.
    ///
    /// # Errors
    /// `UnexpectedEof` once the other side is gone, `InvalidData` for a line that cannot be read.
    pub fn read<T: DeserializeOwned>(&mut self) -> io::Result<T> {
        read_line(&mut self.stream)
    }
}

/// Connects, again if a signal comes in between, but not for ever.
fn connect(path: &Path) -> io::Result<Stream> {
    for _ in 0..INTERRUPTIONS {
        match Stream::connect(path.to_fs_name::<GenericFilePath>()?) {
            Err(err) if err.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
    Err(io::ErrorKind::Interrupted.into())
}

/// Reads one line of JSON.
///
/// # Errors
/// `UnexpectedEof` at the end, `InvalidData` for a line that is too long or not what it should be.
pub fn read_line<T: DeserializeOwned>(from: &mut impl BufRead) -> io::Result<T> {
    let mut line = Vec::new();
    from.take(LINE_LIMIT).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    serde_json::from_slice(&line).map_err(|err| io::Error::new(io::ErrorKind::InvalidData, err))
}

/// Writes one line of JSON at one go.
///
/// # Errors
/// What the system says.
pub fn write_line(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.flush()
}

/// From this size on an answer is not copied only to be written at one go.
const LARGE: usize = 1024 * 1024;

/// Writes the line of a request that was done, without making a second copy of a large answer.
///
/// # Errors
/// What the system says.
pub fn write_answer(to: &mut impl Write, answer: &RawValue) -> io::Result<()> {
    // At one go, so that the other side is woken once: a page of finds is some ten thousand bytes.
    let mut to = BufWriter::with_capacity((answer.get().len() + 16).min(LARGE), to);
    to.write_all(b"{\"done\":")?;
    to.write_all(answer.get().as_bytes())?;
    to.write_all(b"}\n")?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn a_request_is_one_line_of_json_named_by_its_verb() {
        let mut line = Vec::new();
        write_line(&mut line, &Request::Show { id: "a\nb".into() }).expect("a vector takes it");
        assert_eq!(String::from_utf8(line).expect("json"), "{\"verb\":\"show\",\"id\":\"a\\nb\"}\n");
    }

    #[test]
    fn a_failure_arrives_with_code_detail_and_names() {
        let failure =
            Failure { code: Code::OpenPlaceholders, detail: "open".into(), names: vec!["topic".into()] };
        let mut line = Vec::new();
        write_line(&mut line, &Reply::Failed(failure.clone())).expect("a vector takes it");
        let back: Reply = read_line(&mut line.as_slice()).expect("reads back");
        assert_eq!(back, Reply::Failed(failure));
    }

    #[test]
    fn an_answer_that_is_text_already_reads_as_a_reply() {
        let answer = serde_json::value::to_raw_value(&["a", "\"b\"\n"]).expect("json");
        let mut line = Vec::new();
        write_answer(&mut line, &answer).expect("a vector takes it");
        let back: Reply = read_line(&mut line.as_slice()).expect("reads back");
        assert_eq!(back, Reply::Done(serde_json::json!(["a", "\"b\"\n"])));
    }

    #[test]
    fn an_answer_goes_out_at_one_go() {
        struct Counting(usize);
        impl Write for Counting {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 += 1;
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        for length in [1, 8 * 1024, 100_000] {
            let answer = serde_json::value::to_raw_value(&"x".repeat(length)).expect("json");
            let mut writes = Counting(0);
            write_answer(&mut writes, &answer).expect("it takes all");
            assert_eq!(writes.0, 1, "{length}");
        }
    }

    #[test]
    fn the_end_and_nonsense_are_told_apart() {
        let end = read_line::<Request>(&mut b"".as_slice()).expect_err("nothing there");
        assert_eq!(end.kind(), io::ErrorKind::UnexpectedEof);
        let nonsense =
            read_line::<Request>(&mut b"{\"verb\":\"dance\"}\n".as_slice()).expect_err("no such verb");
        assert_eq!(nonsense.kind(), io::ErrorKind::InvalidData);
    }
}
