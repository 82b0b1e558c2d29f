//! Mail links, handed to an opener of our own.

mod support;

use std::path::PathBuf;

use fencun_core::ports::{Letter, Mail as _, MailError};
use fencun_desktop::mail::{SystemMail, mailto};
use support::{Desktop, inside, script, until};

/// A desktop whose opener writes down what it is given, one argument a line, and then does `more`.
fn with_opener(more: &str) -> Desktop {
    let desktop = Desktop::bare();
    let bin = desktop.home().join("bin");
    std::fs::create_dir(&bin).expect("a folder for programs");
    let text = format!(
        "{{ echo $#; printf '%s\\n' \"$@\"; }} > \"$HOME/args.new\"; mv \"$HOME/args.new\" \"$HOME/args\"; {more}"
    );
    script(bin.join("xdg-open"), &text);
    let path = format!("{}:/usr/bin:/bin", bin.display());
    desktop.env("PATH", path)
}

fn home() -> PathBuf {
    std::env::var_os("HOME").expect("a home").into()
}

fn letter() -> Letter {
    Letter {
        to: "-x@y.example".into(),
        subject: "$(touch \"$HOME/pwned\"); 您好".into(),
        body: "a\n`id` & b".into(),
    }
}

#[test]
fn a_letter_is_one_argument() {
    inside(
        "a_letter_is_one_argument",
        || with_opener("exit 0"),
        || {
            assert_eq!(SystemMail.compose(&letter()), Ok(()));
            let args = std::fs::read_to_string(home().join("args")).expect("the opener ran");
            assert_eq!(args, format!("1\n{}\n", mailto(&letter())));
            assert!(!home().join("pwned").exists());
        },
    );
}

#[test]
fn an_opener_that_stays_is_a_mail_program() {
    inside(
        "an_opener_that_stays_is_a_mail_program",
        || with_opener("exec sleep 5"),
        || {
            assert_eq!(SystemMail.compose(&letter()), Ok(()));
            assert!(home().join("args").exists());
        },
    );
}

#[test]
fn an_opener_that_finds_no_program_says_so() {
    inside(
        "an_opener_that_finds_no_program_says_so",
        || with_opener("exit 3"),
        || {
            let refusal = SystemMail.compose(&letter());
            let Err(MailError::NoProgram(why)) = refusal else { panic!("{refusal:?}") };
            assert!(why.contains("xdg-open") && !why.contains("mailto"), "{why}");
        },
    );
}

#[test]
fn without_an_opener_there_is_no_mail() {
    inside(
        "without_an_opener_there_is_no_mail",
        || Desktop::bare().env("PATH", "/nowhere"),
        || {
            let refusal = SystemMail.compose(&letter());
            assert!(matches!(refusal, Err(MailError::NoProgram(_))), "{refusal:?}");
        },
    );
}

#[test]
fn a_letter_that_is_too_long_is_refused() {
    inside(
        "a_letter_that_is_too_long_is_refused",
        || with_opener("exit 0"),
        || {
            let long = Letter { to: String::new(), subject: String::new(), body: "分".repeat(20_000) };
            assert!(matches!(SystemMail.compose(&long), Err(MailError::NoProgram(_))));
        },
    );
}

#[test]
fn an_opener_that_has_ended_leaves_nothing_behind() {
    inside(
        "an_opener_that_has_ended_leaves_nothing_behind",
        || with_opener("exit 0"),
        || {
            assert_eq!(SystemMail.compose(&letter()), Ok(()));
            let own = std::process::id().to_string();
            until("no child is left", || {
                let left =
                    std::process::Command::new("/usr/bin/pgrep").args(["-P", &own, "xdg-open"]).output();
                left.expect("pgrep runs").stdout.is_empty()
            });
        },
    );
}
