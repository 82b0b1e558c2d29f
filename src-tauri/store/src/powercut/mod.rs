//! The power is cut between any two calls to the disk: what was called saved is there afterwards, and nothing is broken.
//!
//! `FENCUN_POWER_CUTS` says how many cuts to try.

mod disk;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fencun_core::{
    Channel, CultureId, Firmness, Language, Library, Localized, Phrase, PhraseId, Rank, SituationId,
};

use crate::error::StoreError;
use crate::{Places, SettingValue, Store};
use disk::{CrashDisk, Dice};

fn cuts() -> usize {
    std::env::var("FENCUN_POWER_CUTS").ok().and_then(|cuts| cuts.parse().ok()).unwrap_or(600)
}

fn store(disk: &CrashDisk) -> Store {
    let [config, data, state] = ["/home/config", "/home/data", "/home/state"].map(PathBuf::from);
    Store::on(Arc::new(disk.clone()), Places { config, data, state })
}

fn phrase(id: &str, text: &str) -> Phrase {
    Phrase {
        id: PhraseId::new(id),
        situation: SituationId::new("after-hours"),
        culture: CultureId::new("taiwan"),
        language: Language::new("zh-Hant-TW"),
        ranks: vec![Rank::Senior],
        firmness: Firmness::ALL[0],
        channel: Channel::Chat,
        reason: None,
        title: id.to_owned(),
        subject: None,
        text: text.to_owned(),
        gloss: Localized::default(),
        note: Localized::default(),
        tags: Vec::new(),
        serves: BTreeMap::new(),
        sensitive: false,
        silenced: BTreeMap::new(),
        source: None,
    }
}

/// What the user can see: the words of every phrase, the name in the profile, the favourites.
type View = (BTreeMap<String, String>, String, Vec<PhraseId>);

fn view(disk: &CrashDisk) -> View {
    let (library, _) = Library::from_packs(&store(disk).load().packs);
    let words = |entry: &fencun_core::Entry| (entry.phrase.id.as_str().to_owned(), entry.phrase.text.clone());
    let words = library.entries().iter().map(words).collect();
    (words, store(disk).load_settings().0.profile.name, store(disk).load_favourites().0)
}

const OPERATIONS: usize = 15;

fn perform(number: usize, disk: &CrashDisk) -> Result<(), StoreError> {
    let (store, id) = (store(disk), PhraseId::new("a"));
    match number {
        0 => store.save_phrase(&phrase("a", "one"), None, "add").map(drop),
        1 => store.save_phrase(&phrase("b", "two"), None, "add").map(drop),
        2 => store.save_phrase(&phrase("a", "three"), None, "edit").map(drop),
        3 => store.take_stock(),
        4 => store.delete_phrase(&id).map(drop),
        5 => store.undo(1).map(drop),
        6 => store.restore(&id, 1).map(drop),
        7 => store.set_setting("profile.name", &SettingValue::Text("Anna".into())),
        8 => store.set_favourite(&id, true).map(drop),
        // Each step back is a change of its own.
        9 | 14 => store.undo(1).map(drop),
        10 => store.save_phrase(&phrase("c", "four"), None, "add").map(drop),
        11 => store.change_state(|state| state.copied(&id)).map(drop),
        12 => store.set_setting("profile.name", &SettingValue::Text("Anna Weber".into())),
        _ => store.save_phrase(&phrase("c", "five"), None, "edit").map(drop),
    }
}

/// What there is to see after each operation when nothing goes wrong, and how many calls that takes.
fn undisturbed() -> (Vec<View>, usize) {
    let disk = CrashDisk::new(usize::MAX);
    let mut views = vec![view(&disk)];
    for number in 0..OPERATIONS {
        perform(number, &disk).expect("nothing goes wrong");
        views.push(view(&disk));
    }
    (views, disk.calls())
}

/// Runs until the power is cut; the answer is how many operations were called saved.
fn until_the_cut(disk: &CrashDisk) -> usize {
    (0..OPERATIONS).find(|number| perform(*number, disk).is_err()).unwrap_or(OPERATIONS)
}

#[test]
fn what_was_saved_is_there_after_a_power_cut_and_nothing_is_broken() {
    let (views, calls) = undisturbed();
    let mut dice = Dice(4);
    for number in 0..cuts() {
        // Every call gets its turn; what survives is another matter each time.
        let cut = number % calls;
        let disk = CrashDisk::new(cut);
        let saved = until_the_cut(&disk);
        // The power goes once more while the next start clears up.
        let again = disk.after_the_cut(&mut dice).cut_again(dice.roll(120));
        let _ = store(&again).take_stock();
        let after = again.after_the_cut(&mut dice);
        let before_recovery = view(&after);
        store(&after).take_stock().expect("the disk works again");
        let found = view(&after);
        let expected = &views[saved..views.len().min(saved + 2)];
        assert!(expected.contains(&found), "cut {cut}: after {saved} operations: {found:?}");
        assert_eq!(found, before_recovery, "cut {cut}: reading needs no recovery");
        assert_eq!(store(&after).load().problems, [], "cut {cut}");
        let verified = store(&after).verify().expect("a history");
        assert_eq!(verified.problems, [], "cut {cut}");
        let history = store(&after).history(None).expect("a history");
        assert!(history.len() >= packs_changed(saved), "cut {cut}: the history forgot something");
        assert_eq!(leftovers(&after), Vec::<PathBuf>::new(), "cut {cut}");
    }
    println!(
        "power cuts: {} cuts at {calls} calls, each with one more at the next start, 0 broken, 0 saved and forgotten",
        cuts()
    );
}

/// How many of the first operations change packs.
fn packs_changed(operations: usize) -> usize {
    (0..operations).filter(|number| !matches!(number, 3 | 7 | 8 | 11 | 12)).count()
}

fn leftovers(disk: &CrashDisk) -> Vec<PathBuf> {
    use crate::disk::Disk;
    let folders = ["/home/data/library", "/home/data", "/home/config", "/home/state", "/home/state/history"];
    let inside = folders.into_iter().flat_map(|folder| {
        disk.names(Path::new(folder))
            .unwrap_or_default()
            .into_iter()
            .map(move |name| Path::new(folder).join(name))
    });
    inside.filter(|path| path.to_string_lossy().ends_with(".fencun-tmp")).collect()
}

/// How often a way of writing loses something, in as many cuts.
fn losses(write: impl Fn(&CrashDisk, &Path, &[u8])) -> usize {
    use crate::disk::Disk;
    let (path, mut dice, mut lost) = (PathBuf::from("/file"), Dice(4), 0);
    for number in 0..cuts() {
        let disk = CrashDisk::new(1 + number % 40);
        for version in 0..8_u8 {
            write(&disk, &path, &[b'0' + version; 16]);
        }
        let after = disk.after_the_cut(&mut dice);
        let whole =
            |bytes: &[u8]| bytes.len() == 16 && bytes.iter().all(|byte| *byte == bytes[0] && *byte != 0);
        lost += usize::from(!after.read(&path, u64::MAX).is_ok_and(|content| whole(&content.bytes)));
    }
    lost
}

#[test]
fn the_same_cuts_break_files_that_are_written_without_care() {
    use crate::disk::Disk;
    let careless = losses(|disk, path, bytes| drop(disk.write_carelessly(path, bytes)));
    let renamed = losses(|disk, path, bytes| {
        let temp = path.with_extension("tmp");
        let _ = disk.write_carelessly(&temp, bytes).and_then(|()| disk.rename(&temp, path));
    });
    println!(
        "power cuts: {careless} files broken by plain writing, {renamed} by renaming without a sync, of {}",
        cuts()
    );
    assert!(careless > cuts() / 20 && renamed > cuts() / 20, "{careless} {renamed}");
}
