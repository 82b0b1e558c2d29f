//! The command line, with and without a running Fencun.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use serde_json::Value;
use support::*;

use crate::at_home::*;

const SHIPPED: &str = "tw-zh-move-senior-start";

/// One phrase as a person pipes it in.
const BODY: &str = r#"
situation = "move-to-email"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["senior"]
firmness = 2
channel = "chat"
title = "改寄信箱"
text = "{greeting}請寄到 {my_email}。\n"
"#;

/// A home with a profile and two phrases, one of which asks; without a display, which nothing here needs.
fn home(desktop: &Desktop) -> App<'_> {
    let app = App::new(desktop).env("DISPLAY", "");
    app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}"));
    let phrases =
        [phrase("plain", "直說", "好\n\n  的 "), phrase("asks", "問一下", "{topic} 的事，{date} 再談")];
    app.write("data/library/own.toml", &pack(&phrases));
    app
}

/// Does the same without and then with a running Fencun.
fn both(check: impl Fn(&App<'_>)) {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let mut app = home(&desktop);
    check(&app);
    app.start();
    check(&app);
    assert_eq!(app.command(&["quit"]).code(), Some(0));
    assert!(app.resident().wait(DEADLINE).success());
}

fn ids(answer: &Value) -> Vec<&str> {
    let phrases = answer.as_array().expect("an array");
    phrases.iter().map(|phrase| phrase["id"].as_str().expect("a phrase has an id")).collect()
}

#[test]
fn list_has_the_whole_library_and_filters_narrow_it() {
    both(|app| {
        let all = app.command(&["list", "--json"]).json();
        assert!(ids(&all).len() > 40 && ids(&all).contains(&SHIPPED) && ids(&all).contains(&"plain"));
        for (option, value) in [
            ("--culture", "shanghai"),
            ("--language", "en"),
            ("--situation", "after-hours"),
            ("--pack", "taiwan-zh"),
        ] {
            let some = app.command(&["list", option, value, "--json"]).json();
            let key = &option[2..];
            let expected = ids(&all).into_iter().zip(all.as_array().expect("an array"));
            let expected: Vec<_> =
                expected.filter(|(_, phrase)| phrase[key] == value).map(|(id, _)| id).collect();
            assert!(!expected.is_empty());
            assert_eq!(ids(&some), expected, "{option} {value}");
        }
        let clients = app.command(&["list", "--rank", "client", "--json"]).json();
        let for_clients =
            |phrase: &Value| phrase["rank"].as_array().is_some_and(|all| all.contains(&"client".into()));
        assert!(clients.as_array().expect("an array").iter().all(for_clients));
        let text = app.command(&["list", "--culture", "here"]).done();
        assert_eq!(text.lines().collect::<Vec<_>>(), ["plain\t直說", "asks\t問一下"]);
        assert_eq!(app.command(&["list", "--mine", "--json"]).json(), Value::Array(Vec::new()));
    });
}

#[test]
fn show_has_the_keys_of_the_file_and_where_it_comes_from() {
    both(|app| {
        let shown = app.command(&["show", "plain", "--json"]).json();
        assert_eq!((&shown["title"], &shown["text"]), (&"直說".into(), &"好\n\n  的 ".into()));
        assert_eq!((&shown["pack"], &shown["layer"]), (&"own".into(), &"shared".into()));
        assert_eq!((&shown["rank"], &shown["firmness"]), (&vec!["senior"].into(), &1.into()));
        assert_eq!(app.command(&["show", SHIPPED, "--json"]).json()["layer"], "shipped");
        assert!(app.command(&["show", SHIPPED]).done().contains("{my_email}"));
    });
}

#[test]
fn print_fills_the_words_and_names_what_is_open() {
    both(|app| {
        assert_eq!(app.command(&["print", "plain"]).done(), "好\n\n  的 \n");
        assert!(app.command(&["print", SHIPPED]).done().contains("anna@example.com"));
        let open = app.command(&["print", "asks", "--set", "date=明天"]);
        assert_eq!((open.code(), open.stdout.as_str()), (Some(3), ""));
        assert!(open.stderr.contains("topic") && !open.stderr.contains("date"), "{}", open.stderr);
        let filled = app.command(&["print", "asks", "--set", "date=明天", "--set", "topic=a=b"]);
        assert_eq!(filled.done(), "a=b 的事，明天 再談\n");
    });
}

#[test]
fn search_puts_the_best_first_and_says_where_it_was_found() {
    both(|app| {
        let hits = app.command(&["search", "問一下", "--json"]).json();
        assert_eq!(hits[0]["id"], "asks");
        let found = &hits[0]["matches"][0];
        assert_eq!(
            (&found["field"], &found["start"], &found["end"]),
            (&"title".into(), &0.into(), &3.into())
        );
        assert!(hits[0]["score"].is_number());
        let few = app.command(&["search", "email", "--limit", "3", "--json"]).json();
        assert_eq!(few.as_array().map(Vec::len), Some(3));
        assert!(app.command(&["search", "問一下"]).done().starts_with("asks\t問一下\n"));
        assert_eq!(app.command(&["search", "qqxxzz", "--json"]).json(), Value::Array(Vec::new()));
    });
}

#[test]
fn paths_and_coverage_answer_in_json() {
    both(|app| {
        let paths = app.command(&["paths", "--json"]).json();
        let at = |key: &str| paths[key].as_str().map_or_else(|| panic!("no {key}"), Path::new).to_owned();
        assert_eq!(at("home"), app.home());
        assert_eq!(at("config"), app.home().join("config"));
        assert_eq!(at("library"), app.home().join("data/library"));
        assert_eq!(at("state"), app.home().join("state"));
        let packs = app.command(&["coverage", "--json"]).json()["packs"].take();
        let own = packs.as_array().expect("packs").iter().find(|pack| pack["pack"] == "own").expect("ours");
        let cells = own["cells"].as_array().expect("cells");
        let cell = cells.iter().find(|cell| cell["situation"] == "move-to-email" && cell["rank"] == "senior");
        assert_eq!(cell.expect("the cell")["count"], 2);
        assert_eq!(cell.expect("the cell")["firmness"], Value::from(vec![1]));
    });
}

#[test]
fn the_exit_code_says_what_went_wrong() {
    both(|app| {
        for (arguments, code) in [
            (&["list"][..], 0),
            (&["--version"], 0),
            (&["--help"], 0),
            (&["frobnicate"], 2),
            (&["show"], 2),
            (&["print", "plain", "--set", "no-equals-sign"], 2),
            (&["list", "--rank", "emperor"], 2),
            (&["print", "asks"], 3),
            (&["show", "no-such"], 4),
            (&["print", "no-such"], 4),
            (&["edit", "no-such", "--set", "title=x"], 4),
            (&["delete", "no-such"], 4),
        ] {
            let answer = app.command(arguments);
            assert_eq!(answer.code(), Some(code), "{arguments:?}: {}", answer.stderr);
            assert_eq!(answer.stderr.is_empty(), code == 0, "{arguments:?}: {}", answer.stderr);
            assert_eq!(answer.stdout.is_empty(), code != 0, "{arguments:?}: {}", answer.stdout);
        }
    });
}

#[test]
fn a_phrase_is_added_changed_deleted_and_every_step_can_be_undone() {
    both(|app| {
        let title = |id: &str| app.command(&["show", id, "--json"]).json()["title"].clone();
        let id = app.command_with_input(&["add"], BODY).done().trim().to_owned();
        assert_eq!(app.command(&["show", &id, "--json"]).json()["layer"], "mine");
        let words = app.command(&["print", &id]).done();
        assert_eq!(words, "您好，請寄到 anna@example.com。\n");

        let _ = app.command(&["edit", &id, "--set", "title=另一個", "--set", "rank=senior,client"]).done();
        assert_eq!(title(&id), "另一個");
        let _ = app.command(&["delete", &id]).done();
        assert_eq!(app.command(&["show", &id]).code(), Some(4));
        let history = app.command(&["history", &id, "--json"]).json();
        let operations: Vec<_> =
            history.as_array().expect("an array").iter().map(|step| step["operation"].clone()).collect();
        assert_eq!(operations[..3], ["delete", "edit", "add"]);
        assert_eq!(history[0]["ids"], Value::from(vec![id.clone()]));

        let _ = app.command(&["undo"]).done();
        assert_eq!(title(&id), "另一個");
        let added = history[2]["step"].as_u64().expect("a number");
        let _ = app.command(&["restore", &format!("{id}@{added}")]).done();
        assert_eq!(title(&id), "改寄信箱");
        let _ = app.command(&["undo"]).done();
        assert_eq!(title(&id), "另一個");
        let _ = app.command(&["delete", &id]).done();
    });
}

#[test]
fn a_phrase_may_be_added_as_json_with_an_id_of_its_own() {
    both(|app| {
        let body = serde_json::json!({
            "id": "mine-1", "situation": "after-hours", "culture": "taiwan", "language": "en", "rank": ["peer"],
            "firmness": 1, "channel": "chat", "title": "Later", "text": "Tomorrow, then."
        });
        let id = app.command_with_input(&["add"], &body.to_string()).done();
        assert_eq!(id, "mine-1\n");
        assert_eq!(app.command(&["print", "mine-1"]).done(), "Tomorrow, then.\n");
        assert_eq!(app.command_with_input(&["add"], "title = \"no more\"").code(), Some(2));
        let _ = app.command(&["delete", "mine-1"]).done();
    });
}

#[test]
fn a_change_of_a_shipped_phrase_is_ones_own_and_leaves_the_rest_of_the_file_alone() {
    both(|app| {
        let kept = "# my own words\nschema = 1\nfuture = \"kept\"\n";
        app.write("data/library/mine.toml", kept);
        let text = app.home().join("words.txt");
        fs::write(&text, "  新的話\n\n").expect("the home is ours");
        let from_file = format!("text=@{}", text.display());

        let _ = app.command(&["edit", SHIPPED, "--set", &from_file, "--set", "gloss.en=new words"]).done();

        let shown = app.command(&["show", SHIPPED, "--json"]).json();
        assert_eq!((&shown["layer"], &shown["text"]), (&"mine".into(), &"  新的話\n".into()));
        assert_eq!(shown["gloss"]["en"], "new words");
        let mine = app.read("data/library/mine.toml");
        assert!(mine.starts_with(kept), "{mine}");
        let _ = app.command(&["undo"]).done();
        assert_eq!(app.command(&["show", SHIPPED, "--json"]).json()["layer"], "shipped");
    });
}

#[test]
fn files_are_for_their_owner_alone_whatever_the_session_says() {
    let desktop = Desktop::start();
    let app = App::new(&desktop);
    let mut shell = desktop.command("sh");
    let script = "umask 000; exec \"$0\" --home \"$1\" --background";
    shell.args(["-c", script]).arg(app.program("fencun").get_program()).arg(app.home());
    let _resident = desktop.spawn(shell);
    app.wait_until_answering();

    let _ = app.command_with_input(&["add"], &BODY.replace("{my_email}", "x")).done();
    let _ = app.command(&["copy", "tw-zh-hours-senior-1", "--set", "my_email=x", "--set", "my_hours=x"]);
    let _ = app.command(&["open", "settings"]).done();

    let mut seen = Vec::new();
    for entry in below(app.home()) {
        let about = fs::symlink_metadata(&entry).expect("it was just listed");
        // The cache of the web view belongs to WebKit, and lies in a folder that nobody else can enter.
        if about.is_symlink() || entry.starts_with(app.home().join("state/webview")) && !about.is_dir() {
            continue;
        }
        let expected = if about.is_dir() { 0o700 } else { 0o600 };
        let mode = about.permissions().mode() & 0o777;
        seen.push(entry.clone());
        assert_eq!(mode & !expected, 0, "{} has {mode:o}", entry.display());
    }
    for file in ["data/library/mine.toml", "state"] {
        assert!(seen.contains(&app.home().join(file)), "{seen:?}");
    }
}

/// Everything below a folder, which need not be there any more when it is looked at.
fn below(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries
        .flat_map(|entry| {
            [vec![entry.clone()], if entry.is_dir() { below(&entry) } else { Vec::new() }].concat()
        })
        .collect()
}

#[test]
fn copy_starts_a_resident_that_keeps_the_words() {
    let desktop = Desktop::builder().without_panel().start();
    let app = App::new(&desktop);
    app.write("config/settings.toml", PROFILE);
    assert!(!app.answering());

    assert_eq!(app.command(&["copy", SHIPPED]).code(), Some(0));

    assert_eq!(desktop.clipboard().text(), Some(words(&app, SHIPPED)));
    assert!(app.answering());
    assert!(desktop.windows().of_class("fencun-window").is_empty());
    assert_eq!(app.command(&["quit"]).code(), Some(0));
    wait_until("its end", DEADLINE, || desktop.processes().running("fencun").is_empty().then_some(()));
}

#[test]
fn copy_never_copies_half_and_says_what_is_open() {
    let desktop = Desktop::builder().without_panel().start();
    let app = started_with(&desktop, &[phrase("asks", "問一下", "{topic} 的事")]);

    let open = app.command(&["copy", "asks"]);
    assert_eq!(open.code(), Some(3));
    assert!(open.stderr.contains("topic"), "{}", open.stderr);
    assert_eq!(desktop.clipboard().text(), None);
    assert_eq!(app.command(&["copy", "no-such"]).code(), Some(4));
    assert_eq!(app.command(&["copy", "asks", "--set", "topic=報價"]).code(), Some(0));
    assert_eq!(desktop.clipboard().text().as_deref(), Some("報價 的事"));
}

#[test]
fn a_second_start_opens_the_settings_of_the_first_and_ends() {
    let desktop = Desktop::start();
    let mut app = App::new(&desktop);
    app.start_with(&[]);
    assert!(desktop.windows().of_class("fencun-window").is_empty());

    assert_eq!(app.command(&[]).code(), Some(0));
    let settings = desktop.windows().wait_for_active("Fencun settings");
    assert_eq!(settings.class().as_deref(), Some("fencun-window"));
    assert_eq!(app.command(&["--background"]).code(), Some(0));
    assert_eq!(desktop.processes().running("fencun").len(), 1);
    assert!(app.resident().ended().is_none());
}

#[test]
fn a_start_after_a_crash_takes_the_place_of_the_one_before() {
    let desktop = Desktop::builder().without_panel().start();
    let mut app = started(&desktop);
    let socket = app.socket();
    app.kill();
    assert!(socket.exists(), "a crash leaves the socket behind");
    assert_eq!(app.command(&["list"]).code(), Some(0));

    app.start();

    assert_eq!(app.command(&["copy", SHIPPED]).code(), Some(0));
}

#[test]
fn a_home_reached_by_another_name_is_served_by_the_same_program() {
    let desktop = Desktop::builder().without_panel().start();
    let app = started(&desktop);
    let link = desktop.folder().join("link");
    symlink(app.home(), &link).expect("the folder is ours");
    let other = App::with_home(&desktop, &link);

    assert_eq!(other.command(&["copy", SHIPPED]).code(), Some(0));

    assert_eq!(desktop.processes().running("fencun").len(), 1);
}

#[test]
fn two_homes_do_not_meet() {
    let desktop = Desktop::builder().without_panel().start();
    let (one, other) = (started(&desktop), started(&desktop));
    let id = one.command_with_input(&["add"], BODY).done().trim().to_owned();

    assert_eq!(one.command(&["show", &id]).code(), Some(0));
    assert_eq!(other.command(&["show", &id]).code(), Some(4));
}

#[test]
fn two_edits_at_the_same_moment_are_both_kept() {
    both(|app| {
        let _ = app.command_with_input(&["add"], &format!("id = \"both\"{BODY}")).done();
        for round in 0..10 {
            let [title, text] = [("title", round), ("text", round)].map(|(key, round)| {
                let mut edit = app.program("fencun");
                edit.args(["edit", "both", "--set", &format!("{key}={key} {round}")]);
                edit.spawn().expect("fencun starts")
            });
            for mut edit in [title, text] {
                assert!(edit.wait().expect("it ends").success());
            }
            let phrase = app.command(&["show", "both", "--json"]).json();
            let now = (phrase["title"].as_str(), phrase["text"].as_str());
            let (title, text) = (format!("title {round}"), format!("text {round}"));
            assert_eq!(now, (Some(title.as_str()), Some(text.as_str())));
        }
        let _ = app.command(&["delete", "both"]).done();
    });
}

#[test]
fn a_full_disk_takes_neither_log_nor_program() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let app = home(&desktop);
    // What cannot be noted in the history is worth a line in the log; there and on stderr nothing can be written.
    app.write("state/history", "in the way");
    symlink("/dev/full", app.home().join("state/fencun.log")).expect("linked");
    let full = || fs::File::options().write(true).open("/dev/full").expect("it is there");
    let mut program = app.program("fencun");
    program.arg("--background").stderr(full()).stdout(full());
    let mut resident = program.spawn().expect("fencun starts");
    app.wait_until_answering();
    assert!(ids(&app.command(&["list", "--json"]).json()).contains(&"plain"));
    assert_ne!(app.command_with_input(&["add"], BODY).code(), Some(0));
    assert_eq!(app.command(&["quit"]).code(), Some(0));
    assert!(resident.wait().expect("it ends").success());
}

#[test]
fn a_file_in_the_place_of_the_socket_is_left_alone() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let app = home(&desktop);
    fs::write(app.socket(), "precious").expect("written");
    assert_eq!(app.command(&["--background"]).code(), Some(1));
    assert_eq!(fs::read_to_string(app.socket()).expect("it is there"), "precious");
}
