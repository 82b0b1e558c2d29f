//! One short command per request of the pages. Each hands its request on and knows nothing about it.

use fencun_protocol::{Audience, Browse, Contact, Filling, Filter, PhraseDraft, Place, Request, WindowName};
use serde_json::Value;
use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager as _, State, Wry, command};

use crate::resident::{Answer, Resident};
use crate::windows;

type Door<'a> = State<'a, Resident>;

/// All commands; which page may use which is said in `capabilities/`.
pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    let commands: fn(Invoke<Wry>) -> bool = tauri::generate_handler![
        audience,
        browse,
        changes,
        check,
        choices,
        conflict_copies,
        contacts,
        copy,
        delete_contact,
        delete_phrase,
        drop_form_draft,
        drop_reminder,
        export_pack,
        forget,
        form_drafts,
        hide_palette,
        history,
        import_pack,
        keep_form_draft,
        look_at_pack,
        mail,
        memory,
        merge_copy,
        open_settings,
        page_hears,
        paths,
        preview,
        preview_draft,
        problems,
        remind,
        reminders,
        remove_pack,
        restore,
        restore_file,
        restore_original,
        save_contact,
        save_phrase,
        search,
        set_audience,
        set_favourite,
        set_setting,
        settings,
        show,
        silence,
        status,
        undo,
    ];
    move |invoke| {
        let page = invoke.message.webview();
        windows::page_asks(page.app_handle(), page.label());
        commands(invoke)
    }
}

/// The palette is drawn and its query has the focus.
#[command]
async fn page_hears(app: AppHandle) {
    windows::page_hears(&app).unwrap_or_else(crate::complaint::say);
}

#[command(rename_all = "snake_case")]
async fn search(
    door: Door<'_>,
    query: String,
    audience: Option<Audience>,
    filter: Option<Filter>,
    limit: usize,
) -> Answer {
    door.answer(Request::Search { query, audience, filter: filter.unwrap_or_default(), limit }).await
}

#[command(rename_all = "snake_case")]
async fn browse(door: Door<'_>, browse: Browse) -> Answer {
    door.answer(Request::Browse(browse)).await
}

#[command(rename_all = "snake_case")]
async fn show(door: Door<'_>, id: String) -> Answer {
    door.answer(Request::Show { id }).await
}

#[command(rename_all = "snake_case")]
async fn preview(door: Door<'_>, filling: Filling) -> Answer {
    door.answer(Request::Preview(filling)).await
}

#[command(rename_all = "snake_case")]
async fn preview_draft(door: Door<'_>, draft: PhraseDraft, contact: Option<String>) -> Answer {
    door.answer(Request::PreviewDraft { draft, contact }).await
}

#[command(rename_all = "snake_case")]
async fn copy(door: Door<'_>, filling: Filling) -> Answer {
    door.answer(Request::Copy(filling)).await
}

#[command(rename_all = "snake_case")]
async fn mail(door: Door<'_>, filling: Filling) -> Answer {
    door.answer(Request::Mail(filling)).await
}

#[command(rename_all = "snake_case")]
async fn audience(door: Door<'_>) -> Answer {
    door.answer(Request::Audience).await
}

#[command(rename_all = "snake_case")]
async fn set_audience(door: Door<'_>, audience: Audience, contact: Option<String>) -> Answer {
    door.answer(Request::SetAudience { audience, contact }).await
}

#[command(rename_all = "snake_case")]
async fn set_favourite(door: Door<'_>, id: String, favourite: bool) -> Answer {
    door.answer(Request::SetFavourite { id, favourite }).await
}

#[command(rename_all = "snake_case")]
async fn choices(door: Door<'_>) -> Answer {
    door.answer(Request::Choices).await
}

#[command(rename_all = "snake_case")]
async fn save_phrase(door: Door<'_>, draft: PhraseDraft, base: Option<PhraseDraft>) -> Answer {
    door.answer(Request::SavePhrase { draft, base }).await
}

#[command(rename_all = "snake_case")]
async fn delete_phrase(door: Door<'_>, id: String) -> Answer {
    door.answer(Request::DeletePhrase { id }).await
}

#[command(rename_all = "snake_case")]
async fn restore_original(door: Door<'_>, id: String) -> Answer {
    door.answer(Request::RestoreOriginal { id }).await
}

#[command(rename_all = "snake_case")]
async fn undo(door: Door<'_>, steps: usize) -> Answer {
    door.answer(Request::Undo { steps }).await
}

#[command(rename_all = "snake_case")]
async fn history(door: Door<'_>, id: Option<String>) -> Answer {
    door.answer(Request::History { id }).await
}

#[command(rename_all = "snake_case")]
async fn settings(door: Door<'_>) -> Answer {
    door.answer(Request::Settings).await
}

#[command(rename_all = "snake_case")]
async fn set_setting(door: Door<'_>, key: String, value: Value) -> Answer {
    door.answer(Request::SetSetting { key, value }).await
}

#[command(rename_all = "snake_case")]
async fn contacts(door: Door<'_>) -> Answer {
    door.answer(Request::Contacts).await
}

#[command(rename_all = "snake_case")]
async fn save_contact(door: Door<'_>, contact: Contact) -> Answer {
    door.answer(Request::SaveContact { contact }).await
}

#[command(rename_all = "snake_case")]
async fn delete_contact(door: Door<'_>, id: String) -> Answer {
    door.answer(Request::DeleteContact { id }).await
}

#[command(rename_all = "snake_case")]
async fn problems(door: Door<'_>) -> Answer {
    door.answer(Request::Problems).await
}

#[command(rename_all = "snake_case")]
async fn status(door: Door<'_>) -> Answer {
    door.answer(Request::Status).await
}

#[command(rename_all = "snake_case")]
async fn paths(door: Door<'_>) -> Answer {
    door.answer(Request::Paths).await
}

#[command(rename_all = "snake_case")]
async fn check(door: Door<'_>, draft: PhraseDraft) -> Answer {
    door.answer(Request::Check { draft }).await
}

#[command(rename_all = "snake_case")]
async fn silence(door: Door<'_>, id: String, rule: String, why: Option<String>) -> Answer {
    door.answer(Request::Silence { id, rule, why }).await
}

#[command(rename_all = "snake_case")]
async fn keep_form_draft(door: Door<'_>, key: String, content: String) -> Answer {
    door.answer(Request::KeepFormDraft { key, content }).await
}

#[command(rename_all = "snake_case")]
async fn drop_form_draft(door: Door<'_>, key: String) -> Answer {
    door.answer(Request::DropFormDraft { key }).await
}

#[command(rename_all = "snake_case")]
async fn form_drafts(door: Door<'_>) -> Answer {
    door.answer(Request::FormDrafts).await
}

#[command(rename_all = "snake_case")]
async fn changes(door: Door<'_>, step: u64) -> Answer {
    door.answer(Request::Changes { step }).await
}

#[command(rename_all = "snake_case")]
async fn restore(door: Door<'_>, id: String, step: u64) -> Answer {
    door.answer(Request::Restore { id, step }).await
}

#[command(rename_all = "snake_case")]
async fn restore_file(door: Door<'_>, file: String) -> Answer {
    door.answer(Request::RestoreFile { file }).await
}

#[command(rename_all = "snake_case")]
async fn conflict_copies(door: Door<'_>) -> Answer {
    door.answer(Request::ConflictCopies).await
}

#[command(rename_all = "snake_case")]
async fn merge_copy(door: Door<'_>, file: String) -> Answer {
    door.answer(Request::MergeCopy { file }).await
}

#[command(rename_all = "snake_case")]
async fn look_at_pack(door: Door<'_>, name: String, text: String) -> Answer {
    door.answer(Request::LookAtPack { name, text }).await
}

#[command(rename_all = "snake_case")]
async fn import_pack(door: Door<'_>, name: String, text: String) -> Answer {
    door.answer(Request::ImportPack { name, text }).await
}

#[command(rename_all = "snake_case")]
async fn remove_pack(door: Door<'_>, file: String) -> Answer {
    door.answer(Request::RemovePack { file }).await
}

#[command(rename_all = "snake_case")]
async fn export_pack(door: Door<'_>, pack: String) -> Answer {
    door.answer(Request::ExportPack { pack }).await
}

#[command(rename_all = "snake_case")]
async fn memory(door: Door<'_>) -> Answer {
    door.answer(Request::Memory).await
}

#[command(rename_all = "snake_case")]
async fn forget(door: Door<'_>, key: Option<String>) -> Answer {
    door.answer(Request::Forget { key }).await
}

#[command(rename_all = "snake_case")]
async fn remind(door: Door<'_>, filling: Filling, minutes: u32) -> Answer {
    door.answer(Request::Remind { filling, minutes }).await
}

#[command(rename_all = "snake_case")]
async fn reminders(door: Door<'_>) -> Answer {
    door.answer(Request::Reminders).await
}

#[command(rename_all = "snake_case")]
async fn drop_reminder(door: Door<'_>, number: u64) -> Answer {
    door.answer(Request::DropReminder { number }).await
}

/// Asks the resident program, as every other door does; it then says to open the window.
#[command(rename_all = "snake_case")]
async fn open_settings(door: Door<'_>, phrase: Option<String>, write: Option<String>) -> Answer {
    door.answer(Request::Open { window: WindowName::Settings, place: Place::Pointer, phrase, write }).await
}

/// The one thing done here: the window is this program's own.
#[command(rename_all = "snake_case")]
async fn hide_palette(app: AppHandle) -> Answer {
    windows::hide_palette(&app).map(|()| Value::Null).map_err(|err| crate::resident::internal(&err))
}
