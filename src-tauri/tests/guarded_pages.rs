//! What the pages may do is pinned here: a change to it must be made in two places, on purpose.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

type Names = BTreeSet<String>;

/// What every page needs to hear events.
const LISTENING: [&str; 2] = ["core:event:allow-listen", "core:event:allow-unlisten"];

const PALETTE: [&str; 17] = [
    "audience",
    "choices",
    "contacts",
    "copy",
    "drop_reminder",
    "hide_palette",
    "mail",
    "open_settings",
    "page_hears",
    "preview",
    "remind",
    "reminders",
    "search",
    "set_audience",
    "set_favourite",
    "set_setting",
    "status",
];

const SETTINGS: [&str; 40] = [
    "audience",
    "browse",
    "changes",
    "check",
    "choices",
    "conflict_copies",
    "contacts",
    "copy",
    "delete_contact",
    "delete_phrase",
    "drop_form_draft",
    "drop_reminder",
    "export_pack",
    "forget",
    "form_drafts",
    "history",
    "import_pack",
    "keep_form_draft",
    "look_at_pack",
    "memory",
    "merge_copy",
    "paths",
    "preview",
    "preview_draft",
    "problems",
    "reminders",
    "remove_pack",
    "restore",
    "restore_file",
    "restore_original",
    "save_contact",
    "save_phrase",
    "set_audience",
    "set_favourite",
    "set_setting",
    "settings",
    "show",
    "silence",
    "status",
    "undo",
];

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read_to_string(path).expect(file)
}

fn parsed(file: &str) -> Value {
    serde_json::from_str(&read(file)).expect(file)
}

fn names<'a>(list: impl IntoIterator<Item = &'a str>) -> Names {
    list.into_iter().map(str::to_owned).collect()
}

fn both_pages() -> Names {
    names(PALETTE.into_iter().chain(SETTINGS))
}

/// The words between two marks of a source file, such as the commands of a list.
fn listed(source: &str, from: &str, to: &str) -> Names {
    let (_, after) = source.split_once(from).expect("the list begins");
    let (list, _) = after.split_once(to).expect("the list ends");
    names(list.split(',').map(|word| word.trim().trim_matches('"')).filter(|word| !word.is_empty()))
}

fn check(file: &str, window: &str, commands: &[&str]) {
    let capability = parsed(file);
    assert_eq!(capability["windows"], json!([window]), "{file}");
    let keys: Names = capability.as_object().expect("an object").keys().cloned().collect();
    assert_eq!(keys, names(["description", "identifier", "permissions", "windows"]), "{file}");
    let permissions = capability["permissions"].as_array().expect("a list");
    let permissions = names(permissions.iter().map(|it| it.as_str().expect("plain permissions only")));
    let allowed = commands.iter().map(|command| format!("allow-{}", command.replace('_', "-")));
    assert_eq!(permissions, allowed.chain(LISTENING.map(str::to_owned)).collect(), "{file}");
}

#[test]
fn each_window_may_use_its_own_commands_and_nothing_else() {
    check("capabilities/palette.json", "palette", &PALETTE);
    check("capabilities/settings.json", "settings", &SETTINGS);
}

#[test]
fn there_are_no_other_capabilities() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities");
    let files: Names = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, names(["palette.json", "settings.json"]));
    assert_eq!(parsed("tauri.conf.json")["app"]["security"]["capabilities"], json!(["palette", "settings"]));
}

#[test]
fn the_program_declares_and_handles_exactly_the_commands_of_the_pages() {
    assert_eq!(listed(&read("build.rs"), "const COMMANDS: &[&str] = &[", "];"), both_pages());
    assert_eq!(listed(&read("src/commands.rs"), "generate_handler![", "];"), both_pages());
}

#[test]
fn the_pages_call_every_command_and_no_other() {
    let source = read("../ui/src/ipc/tauri.ts");
    let called: Names = source
        .split("ask(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(command, _)| command.to_owned())
        .collect();
    assert_eq!(called, both_pages());
}

#[test]
fn the_pages_reach_nothing_but_the_program() {
    let config = parsed("tauri.conf.json");
    let security = &config["app"]["security"];
    assert_eq!(
        security["csp"],
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src ipc: http://ipc.localhost; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    assert_eq!(security["freezePrototype"], true);
    let keys: Names = security.as_object().expect("an object").keys().cloned().collect();
    assert_eq!(keys, names(["capabilities", "csp", "freezePrototype"]), "nothing switches a guard off");
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert_eq!(config["app"]["windows"], json!([]));
    assert_eq!(config["build"], json!({"frontendDist": "../ui/dist"}), "no page comes from elsewhere");
    assert!(config.get("plugins").is_none());
}

#[test]
fn no_tool_that_looks_into_the_pages_is_built_in() {
    let manifest = read("Cargo.toml");
    for feature in ["devtools", "protocol-asset", "unstable", "tauri-plugin", "dynamic-acl"] {
        assert!(!manifest.contains(feature), "{feature}");
    }
}
