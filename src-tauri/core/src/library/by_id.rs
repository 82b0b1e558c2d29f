//! Where the phrase of an id stands: a table of hashes, so that building it looks at no phrase whose hash is its own.

/// Finds places by hash. What stands there is the owner's to compare: two ids may have one hash.
#[derive(Clone, Debug, Default)]
pub(super) struct ById {
    /// Hash by place.
    hashes: Vec<u64>,
    /// Places and one more, by the lower bits of the hash; zero is empty. A power of two, never full.
    slots: Vec<u32>,
}

impl ById {
    /// A table for so many places at most.
    pub(super) fn for_many(places: usize) -> Self {
        let slots = vec![0; (places * 2).next_power_of_two().max(2)];
        Self { hashes: Vec::with_capacity(places), slots }
    }

    /// The place with this hash that is the one.
    pub(super) fn find(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        self.look(hash, is_it).ok()
    }

    /// The place that is there already; else `new` is noted, which must be one more than the last.
    pub(super) fn find_or_add(
        &mut self,
        hash: u64,
        new: usize,
        is_it: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        match self.look(hash, is_it) {
            Ok(there) => Some(there),
            Err(slot) => {
                self.hashes.push(hash);
                self.slots[slot] = u32::try_from(new + 1).expect("a library has a limit far below");
                None
            }
        }
    }

    /// The place, or the empty slot where it would be noted.
    fn look(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> Result<usize, usize> {
        let Some(mask) = self.slots.len().checked_sub(1) else { return Err(0) };
        let mut slot = hash as usize & mask;
        while let Some(place) = (self.slots[slot] as usize).checked_sub(1) {
            if self.hashes[place] == hash && is_it(place) {
                return Ok(place);
            }
            slot = (slot + 1) & mask;
        }
        Err(slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_with_one_hash_or_one_slot_are_told_apart() {
        // The last two share a hash, the first three a slot.
        let hashes = [5, 5 + 16, 5 + 32, 7, 7];
        let mut table = ById::for_many(hashes.len());
        for (place, hash) in hashes.into_iter().enumerate() {
            assert_eq!(table.find_or_add(hash, place, |there| there == place), None);
        }
        for (place, hash) in hashes.into_iter().enumerate() {
            assert_eq!(table.find(hash, |there| there == place), Some(place));
            assert_eq!(table.find_or_add(hash, 9, |there| there == place), Some(place));
        }
        assert_eq!(table.find(6, |_| true), None);
        assert_eq!(ById::default().find(5, |_| true), None);
    }
}
