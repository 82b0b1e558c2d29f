//! What holds for the whole process, and the programs it starts.

mod support;

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;

use fencun_desktop::launch::{Child, spawn_detached};
use fencun_desktop::{harden, on_termination, run};
use support::{Desktop, Program, inside, output, script, signal, until};

fn home() -> PathBuf {
    std::env::var_os("HOME").expect("a home").into()
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The parts of `/proc/PID/stat` after the name: state, parent, group, session …
fn stat(pid: &str) -> Vec<String> {
    let line = text(&Path::new("/proc").join(pid).join("stat"));
    line.rsplit(") ").next().unwrap_or_default().split(' ').map(str::to_owned).collect()
}

fn is_running(pid: &str) -> bool {
    stat(pid).first().is_some_and(|state| !state.is_empty() && state != "Z")
}

#[test]
fn a_careful_process_keeps_files_private_and_survives_a_full_disk() {
    inside("a_careful_process_keeps_files_private_and_survives_a_full_disk", Desktop::bare, || {
        harden();
        let path = home().join("words");
        let mut file = File::create(&path).expect("created");
        assert_eq!(file.metadata().expect("there").mode() & 0o777, 0o600);
        assert_eq!(output("sh", &["-c", "ulimit -c"]), b"0\n");
        let own = std::process::id().to_string();
        output("prlimit", &["--pid", &own, "--fsize=10"]);
        let refusal = file.write_all(&[0; 100]).expect_err("no more than ten bytes");
        assert_eq!(refusal.kind(), std::io::ErrorKind::FileTooLarge);
    });
}

#[test]
fn every_polite_signal_asks_to_end() {
    inside("every_polite_signal_asks_to_end", Desktop::bare, || {
        let (tell, told) = mpsc::channel();
        on_termination(Box::new(move || tell.send(()).expect("the test listens"))).expect("taken over");
        for name in ["TERM", "INT", "HUP"] {
            signal(name, &std::process::id().to_string());
            told.recv_timeout(std::time::Duration::from_secs(15)).expect(name);
        }
    });
}

#[test]
fn a_detached_program_has_a_session_of_its_own_and_a_log() {
    inside("a_detached_program_has_a_session_of_its_own_and_a_log", Desktop::bare, || {
        let program = home().join("resident");
        script(program.clone(), "echo started \"$1\"; echo oops >&2; echo $$ > \"$HOME/pid\"; exec sleep 60");
        let log = File::create(home().join("log")).expect("a log");
        spawn_detached(&program, &[OsString::from("--back ground")], Some(log)).expect("started");
        until("it runs", || text(&home().join("pid")).ends_with('\n'));
        let pid = text(&home().join("pid")).trim().to_owned();
        assert_eq!(text(&home().join("log")), "started --back ground\noops\n");
        assert_eq!(stat(&pid)[3], pid, "it leads its session");
        assert_eq!(fs::read_link(format!("/proc/{pid}/fd/0")).expect("there"), Path::new("/dev/null"));
        signal("KILL", &pid);
    });
}

#[test]
fn what_cannot_be_started_says_so() {
    let nowhere = Path::new("/nowhere/fencun");
    assert!(spawn_detached(nowhere, &[], None).is_err());
    assert!(Child::spawn(nowhere, &[]).is_err());
}

#[test]
fn a_child_is_known_to_live_and_ends_with_all_it_started() {
    inside("a_child_is_known_to_live_and_ends_with_all_it_started", Desktop::bare, || {
        let program = home().join("window");
        script(program.clone(), "sleep 61 & echo $! > \"$HOME/grandchild\"; wait");
        let child = Child::spawn(&program, &[]).expect("started");
        until("it has a child", || text(&home().join("grandchild")).ends_with('\n'));
        let grandchild = text(&home().join("grandchild")).trim().to_owned();
        assert!(child.is_alive() && is_running(&grandchild));
        child.kill();
        until("it is dead", || !child.is_alive());
        until("its child is dead", || !is_running(&grandchild));
        until("nothing is left of it", || {
            stat(&child.id().to_string()).first().is_some_and(String::is_empty)
        });
        child.kill();
    });
}

#[test]
fn a_child_that_ends_by_itself_is_not_alive() {
    inside("a_child_that_ends_by_itself_is_not_alive", Desktop::bare, || {
        let child = Child::spawn(Path::new("/bin/true"), &[]).expect("started");
        until("it is known to have ended", || !child.is_alive());
        assert!(!child.is_alive());
    });
}

#[test]
fn a_child_sees_our_end_on_its_input() {
    let name = "a_child_sees_our_end_on_its_input";
    inside(name, Desktop::bare, || {
        let program = home().join("window");
        if std::env::var_os("FENCUN_TEST_PARENT").is_some() {
            let _child = Child::spawn(&program, &[]).expect("started");
            loop {
                std::thread::park();
            }
        }
        script(program, "echo up > \"$HOME/up\"; cat; echo orphan > \"$HOME/end\"");
        let mut parent = Command::new(std::env::current_exe().expect("the test has a path"));
        let parent = Program::start(parent.args(["--exact", name]).env("FENCUN_TEST_PARENT", "1"));
        until("the child runs", || home().join("up").exists());
        assert!(!home().join("end").exists());
        signal("KILL", &parent.id().to_string());
        until("the child sees it", || home().join("end").exists());
    });
}

#[test]
fn the_program_runs_and_gives_its_answer() {
    assert_eq!(run(|| 7), 7);
}
