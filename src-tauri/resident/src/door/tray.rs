//! The tray: the menu drawn up from a snapshot, and what its clicks do.

use std::sync::Arc;

use fencun_core::menu::{Action, MenuInput};
use fencun_core::{Audience, Phrase, PhraseId};
use fencun_desktop::tray::TrayFace;
use fencun_protocol::{Code, Failure, Filling, HotkeyState, Place, WindowName};

use crate::app::forms::Forms;
use crate::app::{App, Opening, Snapshot};
use crate::wire;

/// What the tray shows.
pub(super) fn face(snapshot: &Snapshot, hotkey: &HotkeyState) -> TrayFace {
    let contact = snapshot.contact.as_deref().and_then(|id| snapshot.contact(id));
    let forms = Forms::of(snapshot);
    let opens_form = |phrase: &Phrase, audience: &Audience| {
        let contact = contact.filter(|_| *audience == snapshot.audience);
        forms.opens(phrase, audience, contact)
    };
    let key = match hotkey {
        HotkeyState::Active { key } => Some(key.as_str()),
        _ => None,
    };
    let menu = MenuInput {
        library: &snapshot.library,
        audience: &snapshot.audience,
        cultures: &snapshot.cultures,
        reader: snapshot.reader(),
        words: &snapshot.texts.menu(),
        recent: &snapshot.recent,
        favourites: &snapshot.favourites,
        opens_form: &opens_form,
        profile: &snapshot.settings.profile,
        hotkey: key,
    };
    TrayFace { title: "Fencun".into(), tooltip: snapshot.texts.get("tray-tooltip"), items: menu.build() }
}

/// Does what a line of the menu asks for.
pub(super) fn choose(app: &Arc<App>, action: Action, token: Option<String>) {
    match action {
        Action::Copy { id, audience } => copy(app, &id, &audience, token),
        Action::SetAudience(audience) => {
            // The contact was one of the old audience.
            let request =
                fencun_protocol::Request::SetAudience { audience: wire::audience(&audience), contact: None };
            report(app, app.answer(request).map(drop));
        }
        Action::OpenPalette => {
            open(
                app,
                Opening { activation_token: token, ..Opening::of(WindowName::Palette, Place::Pointer) },
            );
        }
        Action::OpenSettings => {
            open(
                app,
                Opening { activation_token: token, ..Opening::of(WindowName::Settings, Place::Pointer) },
            );
        }
        Action::Quit => report(app, app.answer(fencun_protocol::Request::Quit).map(drop)),
    }
}

/// Copies; a phrase of which something has to be asked first opens the palette instead.
fn copy(app: &Arc<App>, id: &PhraseId, audience: &Audience, token: Option<String>) {
    app.note_target();
    let filling = Filling {
        id: id.to_string(),
        audience: Some(wire::audience(audience)),
        paste: true,
        ..Filling::default()
    };
    match app.choose(&filling) {
        Err(failure) if matches!(failure.code, Code::OpenPlaceholders | Code::Unsafe) => {
            let phrase = Some(id.to_string());
            let opening = Opening::of(WindowName::Palette, Place::Pointer);
            open(app, Opening { phrase, activation_token: token, ..opening });
        }
        other => report(app, other.map(drop)),
    }
}

/// Opens a window without keeping the tray waiting for it.
pub(super) fn open(app: &Arc<App>, opening: Opening) {
    let opener = Arc::clone(app);
    let work = move || {
        if let Err(failure) = opener.open_window(opening) {
            opener.announce_no_window(&failure);
        }
    };
    if let Err(err) = std::thread::Builder::new().name("opening".into()).spawn(work) {
        tracing::warn!(%err, "no window was opened");
    }
}

fn report(app: &App, done: Result<(), Failure>) {
    if let Err(failure) = done {
        tracing::warn!(code = ?failure.code, detail = failure.detail, "the menu's wish was not done");
        app.announce_failure(&failure);
    }
}
