//! The types the pages use are those of this crate: `ui/src/ipc/types.ts` is written from them.
//!
//! With `FENCUN_WRITE_TYPES=1` the file is written anew; otherwise a difference fails the test.

use std::path::Path;

use fencun_protocol::*;
use ts_rs::{Config, TS};

#[allow(clippy::too_many_lines, reason = "one line a type")]
fn declarations() -> String {
    let cfg = Config::new().with_large_int("number");
    let mut out = String::from(
        "/** What the resident program answers. Written from the crate fencun-protocol; do not edit by hand. */\n\n\
         export type Localized = { [language: string]: string };\n",
    );
    macro_rules! declare {
        ($($type:ty),* $(,)?) => { $(
            out.push_str("export ");
            out.push_str(&<$type as TS>::decl(&cfg));
            out.push('\n');
        )* };
    }
    declare!(
        Rank,
        Channel,
        Layer,
        Audience,
        Phrase,
        PhraseDraft,
        Filling,
        Filter,
        WindowName,
        Code,
        Failure,
        Settings,
        Profile,
        Behaviour,
        Contact,
        Row,
        MatchField,
        Match,
        Mark,
        Excerpt,
        Hit,
        Found,
        PartKind,
        Part,
        FieldKind,
        OpenField,
        Rung,
        Preview,
        PhraseView,
        Choice,
        Choices,
        AudienceState,
        Copied,
        Browse,
        FacetValue,
        Facet,
        BrowsePage,
        Pack,
        ProblemKind,
        Problem,
        Saved,
        Operation,
        HotkeyState,
        Status,
        Paths,
        Paste,
        Severity,
        Finding,
        Marker,
        Silenced,
        Checked,
        Change,
        FormDraft,
        ConflictCopy,
        PackLook,
        Imported,
        PersonUse,
        Person,
        Memory,
        Proposal,
        Reminder,
    );
    out
}

#[test]
fn the_pages_know_the_same_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/ipc/types.ts");
    let now = declarations();
    if std::env::var_os("FENCUN_WRITE_TYPES").is_some() {
        std::fs::write(&path, &now).expect("the types are written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == now,
        "ui/src/ipc/types.ts is not what the protocol says; write it with FENCUN_WRITE_TYPES=1"
    );
}
