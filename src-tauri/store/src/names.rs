//! Which files of the library folder are packs, and which are what editors and sync programs leave beside them.

/// What a file in the library folder is, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A pack.
    Pack,
    /// A second version of a pack that a sync program could not bring together, and the name of the first.
    ConflictCopy(String),
    /// Nothing of ours: a backup, a temporary file, something else.
    Other,
}

/// What a file is, by its name.
pub(crate) fn kind(name: &str) -> Kind {
    let other = !name.ends_with(".toml") || name.starts_with(['.', '~', '#']) || name == ".toml";
    match (other, original(name)) {
        (true, _) => Kind::Other,
        (false, Some(original)) => Kind::ConflictCopy(original),
        (false, None) => Kind::Pack,
    }
}

/// Whether a file is a pack, by its name.
pub(crate) fn is_pack(name: &str) -> bool {
    kind(name) == Kind::Pack
}

/// How sync programs mark a second version: in lower case, with what comes before it.
const MARKS: [&str; 6] =
    [".sync-conflict-", " (conflicted copy", "conflicted copy", " (conflict", "_conflict-", " (sfconflict"];

fn original(name: &str) -> Option<String> {
    let stem = name.strip_suffix(".toml")?;
    let lower = stem.to_ascii_lowercase();
    let at = MARKS.iter().find_map(|mark| lower.find(mark))?;
    // "mine (Anna's conflicted copy 2026-01-31)" begins its remark before the mark.
    let at = stem.get(..at)?.rfind(" (").unwrap_or(at);
    let original = stem.get(..at)?.trim_end();
    (!original.is_empty()).then(|| format!("{original}.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: &Kind) {
        assert_eq!(kind(name), *expected, "{name}");
    }

    #[test]
    fn packs_are_told_from_what_lies_beside_them() {
        check("mine.toml", &Kind::Pack);
        check("團隊 – our pack (2).toml", &Kind::Pack);
        for other in [
            ".mine.toml.0123456789abcdef.fencun-tmp",
            ".mine.toml",
            ".#mine.toml",
            "#mine.toml#",
            "mine.toml~",
            "mine.toml.swp",
            "mine.toml.tmp",
            "mine.toml.part",
            ".syncthing.mine.toml.tmp",
            "~syncthing~mine.toml",
            "4913",
            "readme.md",
        ] {
            check(other, &Kind::Other);
        }
    }

    #[test]
    fn a_conflict_copy_knows_whose_copy_it_is() {
        for name in [
            "mine.sync-conflict-20260131-120000-ABCDEFG.toml",
            "mine (Anna's conflicted copy 2026-01-31).toml",
            "mine (conflicted copy 2026-01-31 120000).toml",
            "mine (Conflicted copy LAPTOP 202601311200).toml",
            "mine_conflict-20260131-120000.toml",
            "mine (SFConflict anna@example.com 2026-01-31).toml",
        ] {
            check(name, &Kind::ConflictCopy("mine.toml".into()));
        }
    }
}
