//! Language, time zone, the folder for the socket and who is at its other end.

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use fencun_desktop::{owned_by_us, peer_is_this_user, session, socket_dir};
use interprocess::local_socket::traits::{Listener as _, Stream as _};
use interprocess::local_socket::{
    GenericFilePath, ListenerNonblockingMode, ListenerOptions, Stream, ToFsName as _,
};
use support::{Desktop, inside};

#[test]
fn the_language_is_that_of_messages() {
    let name = "the_language_is_that_of_messages";
    let build =
        || Desktop::bare().env("LANG", "de_DE.UTF-8").env("LC_MESSAGES", "zh_TW.UTF-8").env("LC_ALL", "");
    inside(name, build, || assert_eq!(session::language().as_deref(), Some("zh-Hant-TW")));
}

#[test]
fn without_a_locale_there_is_no_language() {
    let build = || Desktop::bare().env("LANG", "").env("LC_MESSAGES", "");
    inside("without_a_locale_there_is_no_language", build, || assert_eq!(session::language(), None));
}

#[test]
fn the_time_zone_has_a_name() {
    let build = || Desktop::bare().env("TZ", "Asia/Taipei");
    inside("the_time_zone_has_a_name", build, || {
        assert_eq!(session::time_zone_name().as_deref(), Some("Asia/Taipei"));
    });
}

#[test]
fn only_a_closed_runtime_folder_of_ours_holds_the_socket() {
    inside("only_a_closed_runtime_folder_of_ours_holds_the_socket", Desktop::bare, || {
        let runtime = socket_dir().expect("the desktop made one");
        let mode = |mode| fs::set_permissions(&runtime, fs::Permissions::from_mode(mode)).expect("ours");
        for open in [0o755, 0o770, 0o701] {
            mode(open);
            assert_eq!(socket_dir(), None, "{open:o}");
        }
        mode(0o700);
        assert!(socket_dir().is_some());
        // A test run by an ordinary user cannot give folders away.
        if std::os::unix::fs::chown(&runtime, Some(65534), None).is_ok() {
            assert_eq!(socket_dir(), None);
        }
    });
}

#[test]
fn a_link_in_place_of_the_runtime_folder_is_refused() {
    let build = || {
        let desktop = Desktop::bare();
        let link = desktop.home().join("link");
        std::os::unix::fs::symlink(desktop.home().join("runtime"), &link).expect("linked");
        desktop.env("XDG_RUNTIME_DIR", link)
    };
    inside("a_link_in_place_of_the_runtime_folder_is_refused", build, || {
        assert_eq!(socket_dir(), None);
    });
}

#[test]
fn owners_are_told_apart() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    assert!(owned_by_us(file.path()));
    assert!(!owned_by_us(Path::new("/nowhere")));
    if std::os::unix::fs::chown(file.path(), Some(65534), None).is_ok() {
        assert!(!owned_by_us(file.path()));
    }
}

#[test]
fn a_process_of_another_user_is_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("ours");
    let path = folder.path().join("socket");
    let name = path.as_os_str().to_fs_name::<GenericFilePath>().expect("a name");
    let listener = ListenerOptions::new().name(name.clone()).create_sync().expect("a socket");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).expect("ours");

    listener.set_nonblocking(ListenerNonblockingMode::Accept).expect("it need not wait");
    let guest = || {
        let mut found = None;
        support::until("a guest comes", || {
            found = listener.accept().ok();
            found.is_some()
        });
        found.expect("a guest")
    };
    let _ours = Stream::connect(name).expect("connected");
    assert!(peer_is_this_user(&guest()));
    // Only root can become somebody else.
    if owned_by_us(Path::new("/root")) {
        let connect = "socket(S, AF_UNIX, SOCK_STREAM, 0); connect(S, pack_sockaddr_un(shift)); sleep 60";
        let mut stranger = Command::new("setpriv");
        stranger.args(["--reuid=65534", "--clear-groups", "perl", "-MSocket", "-e", connect]).arg(&path);
        let _stranger = support::Program::start(&mut stranger);
        assert!(!peer_is_this_user(&guest()));
    }
}
