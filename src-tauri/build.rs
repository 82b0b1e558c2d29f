//! Declares the commands of the pages, so that each window may use only those its capability file lists.

use std::path::Path;

/// Every command; one that is missing here could be called by no page, and a test compares the lists.
const COMMANDS: &[&str] = &[
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
    "hide_palette",
    "history",
    "import_pack",
    "keep_form_draft",
    "look_at_pack",
    "mail",
    "memory",
    "merge_copy",
    "open_settings",
    "page_hears",
    "paths",
    "preview",
    "preview_draft",
    "problems",
    "remind",
    "reminders",
    "remove_pack",
    "restore",
    "restore_file",
    "restore_original",
    "save_contact",
    "save_phrase",
    "search",
    "set_audience",
    "set_favourite",
    "set_setting",
    "settings",
    "show",
    "silence",
    "status",
    "undo",
];

fn main() {
    // The pages are built into the program, so a new build of them must build the program anew.
    println!("cargo::rerun-if-changed=../ui/dist");
    if !pages_exist() {
        println!("cargo::error=ui/dist is missing: run `cargo xtask run`, or `npm run build` in ui/");
        return;
    }
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(err) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo::error={err:#}");
    }
}

/// Whether the pages are where the configuration, or what stands in for it in the environment, says.
fn pages_exist() -> bool {
    let elsewhere = std::env::var("TAURI_CONFIG")
        .ok()
        .and_then(|json| serde_json::from_str::<serde_json::Value>(&json).ok())
        .and_then(|config| config["build"]["frontendDist"].as_str().map(str::to_owned));
    Path::new(elsewhere.as_deref().unwrap_or("../ui/dist")).join("palette.html").exists()
}
