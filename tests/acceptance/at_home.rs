//! A home as a person might have it: a profile, a pack of their own, and what they do most.

use support::*;

/// Who writes.
pub(crate) const PROFILE: &str = "[profile]\nname = \"Anna Weber\"\nemail = \"anna@example.com\"\n";

/// Makes the culture of [`pack`] the first one, so that the menu shows its phrases alone.
pub(crate) const MY_CULTURE: &str = "[languages]\nhere = [\"zh-Hant-TW\"]\n";

/// A pack with a culture of its own and these phrases.
pub(crate) fn pack(phrases: &[String]) -> String {
    let culture =
        "schema = 1\n\n[[culture]]\nid = \"here\"\nname = { en = \"Here\" }\nlanguages = [\"zh-Hant-TW\"]\n";
    format!("{culture}\n{}", phrases.join("\n"))
}

/// A phrase to seniors about moving to email. The newline that ends a text in a file is not one of its words.
pub(crate) fn phrase(id: &str, title: &str, text: &str) -> String {
    format!(
        "[[phrase]]\nid = {}\nsituation = \"move-to-email\"\nculture = \"here\"\nlanguage = \"zh-Hant-TW\"\nrank = [\"senior\"]\n\
         firmness = 1\nchannel = \"chat\"\ntitle = {}\ntext = {}\n",
        quoted(id),
        quoted(title),
        quoted(&format!("{text}\n"))
    )
}

/// Text as TOML takes it between quotation marks; its escapes are those of JSON.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text can be quoted")
}

/// Fencun with a profile and the shipped phrases.
#[track_caller]
pub(crate) fn started(desktop: &Desktop) -> App<'_> {
    let mut app = App::new(desktop);
    app.write("config/settings.toml", PROFILE);
    app.start();
    app
}

/// Fencun with a profile, where these phrases alone are in the menu.
#[track_caller]
pub(crate) fn started_with<'d>(desktop: &'d Desktop, phrases: &[String]) -> App<'d> {
    let mut app = App::new(desktop);
    app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}"));
    app.write("data/library/own.toml", &pack(phrases));
    app.start();
    app
}

/// The labels that lead to the first phrase of this audience whose label has this in it.
#[track_caller]
pub(crate) fn way_to(icon: &TrayItem<'_>, part: &str) -> Vec<String> {
    let menu = icon.menu();
    let within = |path: &[&str]| {
        let rows = menu.find(path)?;
        let label = rows.children.iter().find(|row| !row.submenu && row.label.contains(part))?;
        Some(path.iter().map(|&step| step.to_owned()).chain([label.label.clone()]).collect())
    };
    within(&[])
        .or_else(|| within(&["More situations"]))
        .unwrap_or_else(|| panic!("no label has {part:?} in it:\n{}", menu.outline()))
}

/// Clicks the first phrase whose label has this in it, over the bus.
#[track_caller]
pub(crate) fn click(icon: &TrayItem<'_>, part: &str) {
    icon.click(&as_strs(&way_to(icon, part)));
}

/// Clicks what these labels lead to, and waits until all that comes of it has come: the words, and the newest among the
/// recent ones. Until then the menu may change, and with it what a click refers to.
#[track_caller]
pub(crate) fn click_and_wait(desktop: &Desktop, icon: &TrayItem<'_>, way: &[&str], text: &str) {
    icon.click(way);
    desktop.clipboard().wait_for_text(text);
    let label = way.last().copied();
    let newest = || icon.row(&["Recent"]).labels().first().copied() == label;
    wait_until("the newest of the recent ones", DEADLINE, || newest().then_some(()));
}

/// The same strings, borrowed.
pub(crate) fn as_strs(strings: &[String]) -> Vec<&str> {
    strings.iter().map(String::as_str).collect()
}

/// The words of a phrase as the command line fills them.
#[track_caller]
pub(crate) fn words(app: &App<'_>, id: &str) -> String {
    let printed = app.command(&["print", id]).done();
    printed.strip_suffix('\n').expect("one newline ends the words").to_owned()
}

/// Ends, stops or wakes every process of the desktop that runs a file of this name; there must be one.
#[track_caller]
pub(crate) fn signal(desktop: &Desktop, name: &str, signal: &str) {
    let all = desktop.processes();
    let found = all.running(name);
    assert!(!found.is_empty(), "nobody runs {name}");
    for process in found {
        let mut kill = desktop.command("kill");
        kill.args([signal, &process.pid.to_string()]);
        let _ = desktop.run(kill);
    }
}
