//! Before the packs are read: what is there at once, and what waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use fencun_core::fakes::{FakeClipboard, FakeMail, FakeNotifier, FakePaster};
use fencun_protocol::{Home, Request};

use super::{App, Bench, Ports, filling, value};

fn before_reading(bench: &Bench) -> Arc<App> {
    let home = Home::under(bench.home.path()).expect("absolute");
    let ports = Ports {
        clipboard: Arc::new(FakeClipboard::default()),
        notifier: Arc::new(FakeNotifier::default()),
        mail: Box::new(FakeMail::default()),
        paster: Arc::new(FakePaster::default()),
    };
    let socket = home.socket(None);
    Arc::new(App::before_reading(home, socket, ports))
}

#[test]
fn the_palette_is_answered_before_the_packs_are_read_and_told_so() {
    let bench = Bench::new();
    bench.add("Mine", "my words");
    let app = before_reading(&bench);
    let status = value(&app.answer(Request::Status).expect("it is known"));
    assert_eq!(status["loading"], true);
    let audience = value(&app.answer(Request::Audience).expect("it is known"))["audience"].clone();
    let audience = serde_json::from_value(audience).expect("an audience");
    let search = Request::Search {
        query: String::new(),
        audience: Some(audience),
        filter: Default::default(),
        limit: 3,
    };
    let found = value(&app.answer(search).expect("what is built in"));
    assert_eq!(found["hits"].as_array().map(Vec::len), Some(3));
    app.read_library();
    assert_eq!(value(&app.answer(Request::Status).expect("it is known"))["loading"], false);
}

#[test]
fn words_wait_until_it_is_certain_which_they_are() {
    let bench = Bench::new();
    let id = bench.add("Mine", "my words");
    let (app, read) = (before_reading(&bench), Arc::new(AtomicBool::new(false)));
    let asking = std::thread::spawn({
        let (app, read) = (Arc::clone(&app), Arc::clone(&read));
        move || {
            let words = value(&app.answer(Request::Print(filling(&id))).expect("it waits, and is there"));
            (words, read.load(Ordering::SeqCst))
        }
    });
    read.store(true, Ordering::SeqCst);
    app.read_library();
    let (words, was_read) = asking.join().expect("no panic");
    assert_eq!(words, "my words");
    assert!(was_read);
}
