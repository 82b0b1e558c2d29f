//! Coverage: which situations a pack answers, for which rank, how firmly; and where a neighbour's phrase serves.

use crate::{Entry, Firmness, Library, PackId, Rank, SituationId};

/// One situation and rank of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is happening.
    pub situation: SituationId,
    /// Who they are to the user.
    pub rank: Rank,
    /// How many phrases are written for it.
    pub count: usize,
    /// The firmnesses that are there, softest first.
    pub firmness: Vec<Firmness>,
    /// The rank whose phrase says that it serves here, where none is written for it.
    pub served_by: Option<Rank>,
}

/// Every situation the library knows, for every rank, in the order of need.
pub fn coverage(library: &Library, pack: &PackId) -> Vec<Cell> {
    let entries: Vec<&Entry> = library.entries().iter().filter(|entry| entry.pack == *pack).collect();
    let mut situations: Vec<&SituationId> =
        library.situations().iter().map(|situation| &situation.id).collect();
    for entry in &entries {
        if !situations.contains(&&entry.phrase.situation) {
            situations.push(&entry.phrase.situation);
        }
    }
    let cells =
        situations.into_iter().flat_map(|situation| Rank::ALL.map(|rank| cell(&entries, situation, rank)));
    cells.collect()
}

fn cell(entries: &[&Entry], situation: &SituationId, rank: Rank) -> Cell {
    let of_situation =
        || entries.iter().map(|entry| &entry.phrase).filter(|phrase| phrase.situation == *situation);
    let mut firmness: Vec<Firmness> =
        of_situation().filter(|phrase| phrase.ranks.contains(&rank)).map(|phrase| phrase.firmness).collect();
    let count = firmness.len();
    firmness.sort_unstable();
    firmness.dedup();
    let neighbour = || of_situation().find(|phrase| phrase.serves.contains_key(&rank));
    let served_by =
        if count == 0 { neighbour().and_then(|phrase| phrase.ranks.first().copied()) } else { None };
    Cell { situation: situation.clone(), rank, count, firmness, served_by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Layer, PackFile};

    #[test]
    fn a_cell_is_written_for_served_by_a_neighbour_or_empty() {
        let phrase = |id: &str, firmness: u8| {
            format!(
                "[[phrase]]\nid = \"{id}\"\nsituation = \"s\"\nculture = \"c\"\nlanguage = \"en\"\nrank = [\"peer\"]\n\
                 firmness = {firmness}\nchannel = \"chat\"\ntitle = \"t\"\ntext = \"w\"\n"
            )
        };
        let text = format!(
            "[[situation]]\nid = \"s\"\n{}{}serves = {{ junior = \"just as plain\" }}\n",
            phrase("a", 3),
            phrase("b", 1)
        );
        let (library, _) =
            Library::from_files(&[PackFile { name: "p.toml".into(), layer: Layer::Shared, text }]);
        let cells = coverage(&library, &PackId::new("p"));
        let drawn: Vec<_> =
            cells.iter().map(|cell| (cell.rank, cell.count, cell.firmness.len(), cell.served_by)).collect();
        assert_eq!(
            drawn,
            [
                (Rank::Junior, 0, 0, Some(Rank::Peer)),
                (Rank::Peer, 2, 2, None),
                (Rank::Senior, 0, 0, None),
                (Rank::Client, 0, 0, None)
            ]
        );
        assert_eq!(cells[1].firmness[0].value(), 1);
    }
}
