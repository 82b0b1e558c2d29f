//! What is said after a copy, and that copying never waits for whoever says it.

use support::*;

use crate::at_home::*;

const TWO: [&str; 2] = ["tw-zh-move-senior-start", "tw-zh-move-client-1"];

/// Copies two phrases one after the other; each is on the clipboard when it is said to be.
#[track_caller]
fn copy_both(desktop: &Desktop, app: &App<'_>) {
    for id in TWO {
        assert_eq!(app.command(&["copy", id]).code(), Some(0));
        assert_eq!(desktop.clipboard().text(), Some(words(app, id)));
    }
}

#[test]
fn without_a_daemon_copying_works() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let app = started(&desktop);
    copy_both(&desktop, &app);
}

#[test]
fn a_daemon_that_hangs_delays_nothing() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    daemon.hang();
    let app = started(&desktop);

    copy_both(&desktop, &app);
    click(&app.icon(), "Missed call");
    wait_until("the words", DEADLINE, || {
        desktop.clipboard().text().filter(|text| *text != words(&app, TWO[1]))
    });
}

#[test]
fn a_daemon_that_refuses_changes_nothing() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    daemon.refuse();
    let app = started(&desktop);

    copy_both(&desktop, &app);
    daemon.answer();
    let before = daemon.seen().len();
    let _ = app.command(&["copy", TWO[0]]).done();
    let _ = daemon.wait_for(before + 1);
}

#[test]
fn the_next_notice_takes_the_place_of_the_last() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let app = started(&desktop);

    let _ = app.command(&["copy", TWO[0]]).done();
    let first = daemon.wait_for(1)[0].id;
    let _ = app.command(&["copy", TWO[1]]).done();

    assert_eq!(daemon.wait_for(2)[1].replaces, first);
}

#[test]
fn nothing_is_said_to_those_who_do_not_want_it() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let mut app = App::new(&desktop);
    app.write("config/settings.toml", &format!("{PROFILE}[behaviour]\nnotify_on_copy = false\n"));
    app.start();

    copy_both(&desktop, &app);
    app.write("config/settings.toml", PROFILE);
    // The first that is said is said after the wish has gone.
    let first = wait_until("a notice", DEADLINE, || {
        let _ = app.command(&["copy", TWO[0]]).done();
        daemon.seen().into_iter().next()
    });
    assert!(first.body.ends_with(" · Taiwan · senior"), "{}", first.body);
}

#[test]
fn a_name_that_looks_like_markup_is_shown_as_it_is() {
    const NAME: &str = "R&D <b>x</b>";
    for (markup, shown) in [(false, NAME), (true, "R&amp;D &lt;b&gt;x&lt;/b&gt;")] {
        let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
        let daemon = FakeDaemon::start(&desktop);
        if markup {
            daemon.read_markup();
        }
        let mut app = App::new(&desktop);
        app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}"));
        let own = pack(&[phrase("one", "alpha", "words")]).replace("\"Here\"", &quoted(NAME));
        app.write("data/library/own.toml", &own);
        app.start();

        let _ = app.command(&["copy", "one"]).done();

        assert_eq!(daemon.wait_for(1)[0].body, format!("Move to email · {shown} · senior"));
    }
}
