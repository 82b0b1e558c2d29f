//! Text that looks like markup, code or a command stays text, wherever it is shown or handed on.

use std::collections::BTreeSet;

use serde_json::Value;
use support::*;

use crate::at_home::*;

/// Texts that would do something if anybody took them for more than text. A page in which one did would have `__hit`.
const TEXTS: &str = include_str!("../fixtures/hostile-texts.json");

/// What in the page is not ours: elements that no page of ours has, and anything that runs or leads away.
const FOREIGN: &str = "
    const kinds = 'img, body script, body style, body link, iframe, object, embed, base, form, video, audio, math, marquee, template, ' +
        'foreignObject, animate, set, meta[http-equiv], portal, slot, [srcdoc], [autofocus], [contenteditable=\"\"]';
    const attributes = [...document.querySelectorAll('body *')].flatMap((each) => [...each.attributes]);
    const acting = attributes.filter(({ name, value }) => name.startsWith('on') || (/href$|^src$|action$/.test(name) && !/^(#|\\/|tauri:)/.test(value)));
    return JSON.stringify({
        elements: [...document.querySelectorAll(kinds)].map((each) => each.outerHTML.slice(0, 200)),
        acting: acting.map(({ name, value }) => name + '=' + value),
        hit: String(window.__hit),
    });";
const NOTHING_FOREIGN: &str = r#"{"elements":[],"acting":[],"hit":"undefined"}"#;

/// Writes into a field as typing does.
const WRITE: &str = "
    const [css, words] = arguments;
    const field = document.querySelector(css);
    if (!field) return false;
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;";

#[track_caller]
fn texts() -> Vec<String> {
    serde_json::from_str(TEXTS).expect("the fixture is a list of texts")
}

/// The only word by which a text can be searched for.
fn tag(number: usize) -> String {
    format!("pay{number:03}")
}

/// A pack in which everything that has a name or words has this text there.
fn hostile_pack(number: usize, text: &str) -> String {
    let odd = quoted(text);
    let tag = tag(number);
    let phrase =
        phrase(&format!("odd-{tag}"), text, text).replace("move-to-email", &format!("situation-{tag}"));
    let names = |kind: &str, more: &str| {
        format!(
            "[[{kind}]]\nid = \"{kind}-{tag}\"\nname = {{ en = {odd} }}\nhelp = {{ en = {odd} }}\n{more}\n"
        )
    };
    format!(
        "schema = 1\n[pack]\ntitle = {odd}\nauthors = [{odd}]\nlicence = {odd}\n\n{}{}{}{phrase}\
         reason = \"reason-{tag}\"\nsubject = {odd}\ngloss = {{ en = {odd} }}\nnote = {{ en = {odd} }}\ntags = [{odd}, \"{tag}\"]\nsource = {odd}\n",
        names("culture", "languages = [\"en\"]\n"),
        names("situation", ""),
        names("reason", &format!("text = {{ en = {odd}, zh-Hant-TW = {odd} }}\n")),
    )
}

fn contact(number: usize, text: &str) -> String {
    let odd = quoted(text);
    format!(
        "[[contact]]\nid = \"person-{}\"\nname = {odd}\nsurname = {odd}\ngiven = {odd}\ntitle = {odd}\nculture = \"here\"\nrank = \"senior\"\n\
         language = \"zh-Hant-TW\"\nemail = \"a@b.example\"\napp = {odd}\n\n",
        tag(number)
    )
}

/// An app whose library, contacts and profile are full of it.
#[track_caller]
fn app(desktop: &Desktop) -> App<'_> {
    let mut app = App::new(desktop);
    app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}"));
    app.write("data/library/own.toml", &pack(&[]));
    let contacts: String = texts().iter().enumerate().map(|(number, text)| contact(number, text)).collect();
    app.write("config/contacts.toml", &contacts);
    for (number, text) in texts().iter().enumerate() {
        app.write(&format!("data/library/odd-{number:03}.toml"), &hostile_pack(number, text));
    }
    app.start();
    app
}

#[track_caller]
fn nothing_foreign(page: &WebDriver, after: &str) {
    assert_eq!(page.script(FOREIGN, &[]), NOTHING_FOREIGN, "after {after:?}");
}

#[track_caller]
fn write(page: &WebDriver, css: &str, words: &str) {
    wait_until(css, DEADLINE, || (page.script(WRITE, &[css.into(), words.into()]) == true).then_some(()));
}

/// Waits until a script, which is given the text and its word, finds nothing missing.
#[track_caller]
fn wait_for_all(page: &WebDriver, body: &str, text: &str, tag: &str) {
    let mut missing = Value::Null;
    let found = try_wait_until("all of it", DEADLINE, || {
        missing = page.script(body, &[text.into(), tag.into()]);
        (missing == "").then_some(())
    });
    assert!(found.is_ok(), "{tag} {text:?} is not in {missing}");
}

/// The texts of all menus of the page that chips open.
#[track_caller]
fn in_menus(page: &WebDriver) -> BTreeSet<String> {
    let body = "
        const chip = document.querySelectorAll('button[aria-haspopup]')[arguments[0]];
        if (!chip) return null;
        chip.click();
        return true;";
    let read = "
        const rows = [...document.querySelectorAll('[role^=menuitem], [role=listbox]:not(#results):not(.scrolls) [role=option], [role=menu] *')];
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
        return rows.map((row) => row.textContent);";
    let mut found = BTreeSet::new();
    for number in 0.. {
        if page.script(body, &[number.into()]).is_null() {
            return found;
        }
        let rows = page.script(read, &[]);
        found.extend(rows.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
    }
    found
}

/// Names are shown with the space around them left out.
#[track_caller]
fn all_are_in(found: &BTreeSet<String>, place: &str) {
    let trimmed: BTreeSet<&str> = found.iter().map(|text| text.trim()).collect();
    let missing: Vec<_> = texts().into_iter().filter(|text| !trimmed.contains(text.trim())).collect();
    assert!(missing.is_empty(), "{place} lacks {missing:?}");
}

#[test]
fn the_palette_shows_it_as_text() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let app = app(&desktop);
    let page = app.open_page("palette");
    let address = page.url();
    let missing = "
        const [text, tag] = arguments;
        const content = (css) => document.querySelector(css)?.textContent ?? '';
        const row = '[role=option][aria-selected=true]';
        const places = {
            title: content(row + ' .title').trim() === text.trim(),
            preview: content('.preview').split(text).length > 4,
            words: content('.words') === text,
            situation: content('.about').includes(text),
            note: [...document.querySelectorAll('.preview p')].at(-1)?.textContent.includes(text),
        };
        return Object.keys(places).filter((place) => !places[place]).join();";

    let texts = texts();
    assert!(texts.len() >= 100);
    for (number, text) in texts.iter().enumerate() {
        write(&page, "input[role=combobox]", &tag(number));
        wait_for_all(&page, missing, text, &tag(number));
        nothing_foreign(&page, text);
    }
    // As a query it finds what it finds; what matters is that it is not more than a query.
    for text in &texts {
        write(&page, "input[role=combobox]", text);
        nothing_foreign(&page, text);
    }
    let menus = in_menus(&page);
    all_are_in(&menus, "the menus of cultures and people");
    nothing_foreign(&page, "the menus");
    assert_eq!(page.url(), address);
    println!("{} texts in 5 places and 2 menus of the palette", texts.len());
}

#[test]
fn the_settings_show_it_as_text() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let app = app(&desktop);
    let page = app.open_page("settings");
    let address = page.url();
    let missing = "
        const [text, tag] = arguments;
        const row = document.querySelector(`[data-test='odd-${tag}']`);
        if (row && row.ariaSelected !== 'true') row.click();
        const areas = [...document.querySelectorAll('textarea')].map((each) => each.value.replace(/\\n$/, ''));
        const places = {
            row: row?.querySelector('.title')?.textContent.trim() === text.trim(),
            title: document.querySelector('h1 input')?.value === text,
            areas: areas.filter((value) => value === text).length >= 3,
            aside: (document.querySelector('aside')?.textContent ?? '').split(text).length > 4,
        };
        return Object.keys(places).filter((place) => !places[place]).join();";

    let texts = texts();
    for (number, text) in texts.iter().enumerate() {
        write(&page, "[role=searchbox]", &tag(number));
        wait_for_all(&page, missing, text, &tag(number));
        nothing_foreign(&page, text);
    }
    all_are_in(&in_menus(&page), "the menus of cultures, situations and reasons");
    nothing_foreign(&page, "the menus");
    let everything = every_page(&page);
    let lacking: Vec<_> = texts.iter().filter(|text| !everything.contains(text.trim())).collect();
    assert!(lacking.is_empty(), "no page has {lacking:?}");
    assert_eq!(page.url(), address);
    println!("{} texts in 4 places, the menus and all pages of the settings", texts.len());
}

/// Goes through all pages of the settings, and gives what is to be read there.
#[track_caller]
fn every_page(page: &WebDriver) -> String {
    let mut read = String::new();
    let tabs = page.all("header nav button, header [role=tab], nav button").len();
    assert!(tabs >= 5, "{tabs} pages");
    for number in 0..tabs {
        let press = "[...document.querySelectorAll('header nav button, header [role=tab], nav button')][arguments[0]].click()";
        page.script(press, &[number.into()]);
        page.wait_for_script("return document.querySelector('main, [role=main]') !== null && !document.querySelector('[aria-busy=true]')");
        // A page fetches what it shows; what it holds is read until nothing more comes.
        let mut before = Value::Null;
        let text = wait_until("a page at rest", DEADLINE, || {
            let now = page.script("return document.body.textContent", &[]);
            (std::mem::replace(&mut before, now.clone()) == now).then_some(now)
        });
        nothing_foreign(page, &format!("page {number}"));
        read.push_str(text.as_str().unwrap_or_default());
    }
    read
}

#[test]
fn tray_and_notifications_show_it_as_text() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    daemon.read_markup();
    let app = app(&desktop);
    let icon = app.icon();
    let texts = texts();

    // Every text is the name of a culture there, and many are titles of phrases.
    let menu = wait_until("all cultures in the menu", DEADLINE, || {
        let menu = icon.menu();
        menu.children.first().is_some_and(|whom| whom.children.len() > texts.len()).then_some(menu)
    });
    let mut rows = 0;
    visit(&menu, &mut |row| {
        let marks = row.raw_label.replace("__", "");
        assert!(!marks.contains('_'), "{:?} has an access key", row.raw_label);
        assert!(!row.label.chars().any(char::is_control), "{:?}", row.label);
        assert!(row.label.chars().count() <= 60, "{:?}", row.label);
        rows += 1;
    });
    assert!(rows > texts.len(), "{rows} rows");
    for (number, text) in texts.iter().enumerate() {
        let _ = app.command(&["copy", &format!("odd-{}", tag(number)), "--sure"]).done();
        let notice = daemon.wait_for(number + 1).pop().expect("there is one");
        assert_eq!(unescaped(&notice.body), format!("{text} · Here · senior"));
        assert!(!notice.summary.contains(['<', '&']), "{:?}", notice.summary);
    }
    println!("{rows} rows of the menu, {} notifications", texts.len());
}

fn visit(row: &MenuRow, see: &mut impl FnMut(&MenuRow)) {
    see(row);
    row.children.iter().for_each(|child| visit(child, see));
}

/// What a daemon that reads markup shows; what is not an entity or is an element ends the test.
#[track_caller]
fn unescaped(body: &str) -> String {
    assert!(!body.contains(['<', '>']), "{body:?} has an element in it");
    let mut plain = String::new();
    let mut pieces = body.split('&');
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (entity, rest) = piece.split_once(';').expect("an ampersand begins an entity");
        plain.push_str(match entity {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" | "#39" => "'",
            other => panic!("{other:?} is no entity of a notification"),
        });
        plain.push_str(rest);
    }
    plain
}

/// Subjects and words that would add a receiver, a header, an attachment or a command, or be lost on the way.
fn letters() -> Vec<(String, String)> {
    let pairs = [
        ("one\nBcc: c@d.example", "one\nBcc: c@d.example\n\nanother letter"),
        ("a&bcc=c@d.example", "a&bcc=c@d.example&attach=/etc/passwd"),
        ("a?to=c@d.example", "why? because? ?subject=other"),
        ("a#fragment", "a#b\n#c"),
        ("100%0ABcc:c@d.example", "100 % of %41%0D%0A %zz %"),
        ("\"quoted\" 'single' `tick`", "\"; touch hit; \"\n'$(touch hit)'\n`touch hit`"),
        ("a+b=c", "a+b=c ;,:@/ [x] <y>"),
        ("--help -x", "--attach /etc/passwd\n-x"),
        ("😀 👩\u{200d}👧 信箱", "😀👍🏽\n請寄到信箱。\n  two spaces,\ttab"),
        ("<script>window.__hit=1</script>", "<img src=x onerror=window.__hit=1>\n{{7*7}} ${x + y}"),
        ("../../etc/passwd", "\\\\server\\share file:///etc/passwd"),
    ];
    let long = ("長".repeat(300), "words & more? 😀\n".repeat(10 * 1024 / 20));
    pairs.map(|(subject, text)| (subject.to_owned(), text.to_owned())).into_iter().chain([long]).collect()
}

#[test]
fn a_mail_program_gets_one_argument_that_reads_as_the_same_words() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let mail = MailProgram::new(&desktop);
    let mut app = App::new(&desktop).env("PATH", mail.path());
    app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}"));
    let phrases: Vec<_> =
        letters().iter().enumerate().map(|(number, letter)| by_mail(number, letter)).collect();
    app.write("data/library/own.toml", &pack(&phrases));
    app.start();
    let page = app.open_page("palette");

    for (number, (subject, text)) in letters().iter().enumerate() {
        let _ = app.command(&["open", "palette"]).done();
        write(&page, "input[role=combobox]", &tag(number));
        wait_for_all(&page, IN_HAND, &format!("letter {number}"), "");
        page.press(&[Key::ENTER]);

        let arguments = mail.wait_for_letter();
        let [link] = arguments.as_slice() else { panic!("{subject:?} became {} arguments", arguments.len()) };
        assert!(link.is_ascii() && !link.contains(char::is_whitespace), "{link:?}");
        let letter = Letter::read(link);
        let names: Vec<_> = letter.fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!((letter.to.as_str(), names), ("", vec!["subject", "body"]), "{link:?}");
        let on_one_line = subject.lines().collect::<Vec<_>>().join(" ");
        assert_eq!(letter.field("subject"), on_one_line);
        let lines = |text: &str| text.replace("\r\n", "\n");
        assert!(
            lines(letter.field("body")).contains(lines(text).trim_end()),
            "{:?} lacks {text:?}",
            letter.field("body")
        );
        desktop.windows().wait_for_none("Fencun palette");
    }
    let left = std::fs::read_dir(desktop.folder().join("home")).expect("there is a home").flatten();
    assert!(left.into_iter().all(|entry| entry.file_name() != "hit"), "a command was run");
    println!("{} letters", letters().len());
}

/// Says what is missing until the phrase with this title is the one in hand.
const IN_HAND: &str = "return document.querySelector('[role=option][aria-selected=true] .title')?.textContent === arguments[0] ? '' : 'the row'";

/// A phrase that is sent by email, found by its tag.
fn by_mail(number: usize, (subject, text): &(String, String)) -> String {
    let phrase = phrase(&format!("letter-{number}"), &format!("letter {number}"), text)
        .replace("\"chat\"", "\"email\"");
    format!("{phrase}subject = {}\ntags = [\"{}\"]\n", quoted(subject), tag(number))
}
