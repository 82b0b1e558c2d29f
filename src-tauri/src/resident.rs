//! The doors to the resident program: what is asked of it, over connections that are kept and used again.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fencun_protocol::{AskError, Code, Connection, Failure, Request, Role};
use serde_json::Value;

/// What a page gets: the answer as it came, or what kept it from coming.
pub(crate) type Answer = Result<Value, Failure>;

/// The resident program, as the window program sees it.
#[derive(Clone, Debug)]
pub(crate) struct Resident {
    doors: Arc<Doors>,
}

#[derive(Debug)]
struct Doors {
    socket: PathBuf,
    /// Open and not in use; as many as there were questions at one time.
    idle: Mutex<Vec<Connection>>,
}

impl Resident {
    /// The one that listens at `socket`; nothing is opened before the first question.
    pub(crate) fn at(socket: PathBuf) -> Self {
        Self { doors: Arc::new(Doors { socket, idle: Mutex::default() }) }
    }

    /// Asks, and waits for the answer without holding up the windows.
    pub(crate) async fn answer(&self, request: Request) -> Answer {
        let resident = self.clone();
        tauri::async_runtime::spawn_blocking(move || resident.ask(&request))
            .await
            .unwrap_or_else(|err| Err(internal(&err)))
    }

    /// Asks, and waits for the answer on this thread.
    pub(crate) fn ask(&self, request: &Request) -> Answer {
        self.try_ask(request).map_err(|err| match err {
            AskError::Failed(failure) => failure,
            err @ (AskError::Broken(_) | AskError::Unreadable(_)) => internal(&err),
        })
    }

    fn try_ask(&self, request: &Request) -> Result<Value, AskError> {
        let idle = self.idle().pop();
        if let Some(door) = idle {
            // A door that stood open for long may have been closed on the other side: then, and only
            // then, the question is put again.
            match self.ask_at(door, request) {
                Err(AskError::Broken(_)) => {}
                answer => return answer,
            }
            self.idle().clear();
        }
        let door = Connection::open(&self.doors.socket, Role::Door).map_err(io::Error::other)?;
        self.ask_at(door, request)
    }

    fn ask_at(&self, mut door: Connection, request: &Request) -> Result<Value, AskError> {
        let answer = door.ask_raw(request);
        if !matches!(answer, Err(AskError::Broken(_))) {
            self.idle().push(door);
        }
        answer
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.doors.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) fn internal(err: &impl ToString) -> Failure {
    Failure { code: Code::Internal, detail: err.to_string(), names: Vec::new() }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;
    use std::thread::JoinHandle;

    use fencun_protocol::{Hello, Reply, read_line, write_line};
    use interprocess::local_socket::traits::ListenerExt as _;
    use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, ToFsName as _};
    use serde_json::json;

    use super::*;

    /// Answers as many questions per connection as `turns` says, then hangs up.
    fn a_resident(turns: &'static [usize]) -> (Resident, JoinHandle<()>, tempfile::TempDir) {
        let dir = tempfile::tempdir().expect("a folder");
        let socket = dir.path().join("s.sock");
        let name = socket.as_path().to_fs_name::<GenericFilePath>().expect("a path");
        let listener = ListenerOptions::new().name(name).create_sync().expect("listens");
        let thread = std::thread::spawn(move || serve(&listener, turns));
        (Resident::at(socket), thread, dir)
    }

    fn serve(listener: &Listener, turns: &[usize]) {
        for (turns, stream) in turns.iter().zip(listener.incoming()) {
            let mut stream = BufReader::new(stream.expect("a caller"));
            let hello: Hello = read_line(&mut stream).expect("a hello");
            assert_eq!(hello.role, Role::Door);
            write_line(stream.get_mut(), &Hello::of(Role::Resident)).expect("heard");
            for turn in 0..*turns {
                let request: Request = read_line(&mut stream).expect("a question");
                let reply = match request {
                    Request::Settings => Reply::Failed(internal(&"no")),
                    _ => Reply::Done(json!(turn)),
                };
                write_line(stream.get_mut(), &reply).expect("heard");
            }
        }
    }

    #[test]
    fn a_door_is_used_again() {
        let (resident, thread, _dir) = a_resident(&[2]);
        assert_eq!(resident.ask(&Request::Paths), Ok(json!(0)));
        assert_eq!(resident.ask(&Request::Paths), Ok(json!(1)));
        thread.join().expect("one connection did for both");
    }

    #[test]
    fn a_refusal_arrives_as_it_was_said_and_the_door_stays_open() {
        let (resident, thread, _dir) = a_resident(&[2]);
        assert_eq!(resident.ask(&Request::Settings), Err(internal(&"no")));
        assert_eq!(resident.ask(&Request::Paths), Ok(json!(1)));
        thread.join().expect("one connection did for both");
    }

    #[test]
    fn a_closed_door_is_opened_once_more() {
        let (resident, thread, _dir) = a_resident(&[1, 1]);
        assert_eq!(resident.ask(&Request::Paths), Ok(json!(0)));
        assert_eq!(resident.ask(&Request::Paths), Ok(json!(0)));
        thread.join().expect("two connections");
    }

    #[test]
    fn nobody_there_is_an_internal_failure() {
        let dir = tempfile::tempdir().expect("a folder");
        let failure = Resident::at(dir.path().join("none.sock")).ask(&Request::Paths).expect_err("nobody");
        assert_eq!(failure.code, Code::Internal);
        assert!(failure.detail.contains("no fencun is running"), "{}", failure.detail);
    }
}
