//! Starting at login, by the file that desktops read.

mod support;

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::{Path, PathBuf};

use fencun_desktop::login::{LoginError, start_at_login, starts_at_login};
use support::{Desktop, inside, output};

fn entry() -> PathBuf {
    PathBuf::from(std::env::var_os("HOME").expect("a home")).join(".config/autostart/fencun.desktop")
}

#[test]
fn starting_at_login_is_a_file_that_comes_and_goes() {
    inside("starting_at_login_is_a_file_that_comes_and_goes", Desktop::bare, || {
        assert!(!starts_at_login());
        start_at_login(false, Path::new("/usr/bin/fencun"), None).expect("nothing to remove");
        start_at_login(true, Path::new("/opt/my $apps/fencun"), Some(Path::new("/home/anna/100%")))
            .expect("written");
        assert!(starts_at_login());
        let text = fs::read_to_string(entry()).expect("the entry");
        let exec = r#"Exec="/opt/my \\$apps/fencun" "--background" "--home" "/home/anna/100%%""#;
        assert!(text.lines().any(|line| line == exec), "{text}");
        start_at_login(true, Path::new("/usr/bin/fencun"), None).expect("written again");
        let text = fs::read_to_string(entry()).expect("the entry");
        assert!(text.lines().any(|line| line == r#"Exec="/usr/bin/fencun" "--background""#), "{text}");
        let left = fs::read_dir(entry().parent().expect("a folder")).expect("it is there").count();
        assert_eq!(left, 1, "no draft is left");
        start_at_login(false, Path::new("/usr/bin/fencun"), None).expect("removed");
        assert!(!starts_at_login() && !entry().exists());
    });
}

#[test]
fn a_desktop_runs_exactly_what_was_meant() {
    inside("a_desktop_runs_exactly_what_was_meant", Desktop::bare, || {
        let home = PathBuf::from(std::env::var_os("HOME").expect("a home"));
        let program = home.join(r#"odd "name" $HOME `x` \ 分寸"#);
        support::script(program.clone(), "printf '%s\\n' \"$@\" > \"$HOME/args\"");
        start_at_login(true, &program, Some(Path::new("/a b/100%f/$c"))).expect("written");
        // GLib reads entries for GNOME and XFCE.
        output("gio", &["launch", entry().to_str().expect("text")]);
        support::until("it ran", || {
            fs::read_to_string(home.join("args")).is_ok_and(|args| args.ends_with("$c\n"))
        });
        assert_eq!(
            fs::read_to_string(home.join("args")).expect("it ran"),
            "--background\n--home\n/a b/100%f/$c\n"
        );
    });
}

#[test]
fn what_the_person_switched_off_elsewhere_is_off() {
    inside("what_the_person_switched_off_elsewhere_is_off", Desktop::bare, || {
        for off in ["Hidden=true", "X-GNOME-Autostart-enabled=false"] {
            start_at_login(true, Path::new("/usr/bin/fencun"), None).expect("written");
            let text = fs::read_to_string(entry()).expect("the entry");
            fs::write(entry(), format!("{text}{off}\n")).expect("edited");
            assert!(!starts_at_login(), "{off}");
            start_at_login(true, Path::new("/usr/bin/fencun"), None).expect("written");
            assert!(starts_at_login());
        }
    });
}

#[test]
fn a_linked_entry_stays_a_link() {
    inside("a_linked_entry_stays_a_link", Desktop::bare, || {
        let kept = entry().parent().expect("a folder").join("../kept.desktop");
        fs::create_dir_all(entry().parent().expect("a folder")).expect("made");
        fs::write(&kept, "").expect("written");
        symlink(&kept, entry()).expect("linked");
        start_at_login(true, Path::new("/usr/bin/fencun"), None).expect("written");
        assert!(fs::symlink_metadata(entry()).expect("there").is_symlink());
        assert!(fs::read_to_string(&kept).expect("there").contains("--background"));
    });
}

#[test]
fn a_failure_names_the_file_and_changes_nothing() {
    inside("a_failure_names_the_file_and_changes_nothing", Desktop::bare, || {
        let odd = Path::new(std::ffi::OsStr::from_bytes(b"/opt/\xff"));
        assert!(matches!(start_at_login(true, odd, None), Err(LoginError::Name(_))));
        let folder = entry().parent().expect("a folder").to_owned();
        fs::create_dir_all(folder.parent().expect("a folder")).expect("made");
        fs::write(&folder, "in the way").expect("written");
        let error =
            start_at_login(true, Path::new("/usr/bin/fencun"), None).expect_err("a file is in the way");
        assert!(error.to_string().contains("fencun.desktop"), "{error}");
        assert_eq!(fs::metadata(&folder).expect("there").size(), 10);
    });
}
