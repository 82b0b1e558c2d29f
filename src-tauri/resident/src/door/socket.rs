//! The local socket: the command line and the window program ask here. Owner only, one JSON object a line.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use fencun_desktop::peer_is_this_user;
use fencun_protocol::{Hello, Reply, Request, Role, VERSION, read_line, write_answer, write_line};
use interprocess::local_socket::traits::Listener as _;
use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Stream, ToFsName};

use super::windows::Windows;
use crate::app::App;

/// A socket that is ours; its file goes when this goes.
pub(crate) struct Bound {
    listener: Listener,
    path: PathBuf,
}

impl Bound {
    /// Takes the socket. A file that a dead program left is replaced; the caller holds the lock that rules out a
    /// living one.
    pub(crate) fn take(path: &Path) -> io::Result<Self> {
        match std::fs::symlink_metadata(path) {
            Ok(there) if !may_be_a_socket(&there) => {
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, "it is no socket; move it away"));
            }
            Ok(_) if fencun_desktop::owned_by_us(path) => std::fs::remove_file(path)?,
            Ok(_) => {
                return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it belongs to another user"));
            }
            Err(_) => {}
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let listener = ListenerOptions::new().name(path.to_fs_name::<GenericFilePath>()?).create_sync()?;
        Ok(Self { listener, path: path.to_owned() })
    }
}

/// An ordinary file or a folder in its place is not ours to remove.
fn may_be_a_socket(there: &std::fs::Metadata) -> bool {
    !there.is_file() && !there.is_dir()
}

/// Answers everybody who connects, each in a thread of its own.
pub(crate) fn listen(bound: Bound, app: &Arc<App>, windows: &Arc<Windows>) -> io::Result<()> {
    let (app, windows) = (Arc::clone(app), Arc::clone(windows));
    let accept = move || {
        loop {
            match bound.listener.accept() {
                Ok(stream) => serve(stream, Arc::clone(&app), Arc::clone(&windows)),
                Err(err) => {
                    tracing::warn!(%err, socket = %bound.path.display(), "a caller was not heard");
                    // Out of file handles, most likely: give those who have some time to let go.
                    thread::sleep(std::time::Duration::from_millis(50));
                }
            }
        }
    };
    thread::Builder::new().name("socket".into()).spawn(accept).map(drop)
}

fn serve(stream: Stream, app: Arc<App>, windows: Arc<Windows>) {
    let talk = move || {
        if let Err(err) = converse(stream, &app, &windows)
            && err.kind() != io::ErrorKind::UnexpectedEof
            && err.kind() != io::ErrorKind::BrokenPipe
        {
            tracing::warn!(%err, "a caller was cut off");
        }
    };
    if let Err(err) = thread::Builder::new().name("caller".into()).spawn(talk) {
        tracing::warn!(%err, "a caller was not answered");
    }
}

fn converse(stream: Stream, app: &App, windows: &Windows) -> io::Result<()> {
    if !peer_is_this_user(&stream) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the caller is another user"));
    }
    let stream = Arc::new(stream);
    let mut receive = BufReader::new(SharedStream(Arc::clone(&stream)));
    let mut send = SharedStream(stream);
    let hello: Hello = read_line(&mut receive)?;
    write_line(&mut send, &Hello::of(Role::Resident))?;
    if hello.fencun != VERSION {
        return Ok(());
    }
    match hello.role {
        Role::Ear => windows.listen(hello.pid, receive, send),
        Role::Door | Role::Resident => answer_all(&mut receive, &mut send, app),
    }
}

/// One end of a stream of which another thread has the other.
struct SharedStream(Arc<Stream>);

impl Read for SharedStream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        (&*self.0).read(buffer)
    }
}

impl Write for SharedStream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        (&*self.0).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        (&*self.0).flush()
    }
}

fn answer_all(receive: &mut impl BufRead, send: &mut impl Write, app: &App) -> io::Result<()> {
    loop {
        let reply = match read_line::<Request>(receive) {
            Ok(Request::Quit) => {
                // The answer first: after it there may be nobody left to give it.
                write_line(send, &Reply::Done(serde_json::Value::Null))?;
                app.answer(Request::Quit).map_err(io::Error::other)?;
                continue;
            }
            Ok(request) => match app.answer(request) {
                Ok(answer) => {
                    write_answer(send, &answer)?;
                    continue;
                }
                Err(failure) => Reply::Failed(failure),
            },
            // A line that is not understood is answered, and the next one heard.
            Err(err) if err.kind() == io::ErrorKind::InvalidData => {
                Reply::Failed(crate::wire::bad_value(format!("this request is not understood: {err}")))
            }
            Err(err) => return Err(err),
        };
        write_line(send, &reply)?;
    }
}
