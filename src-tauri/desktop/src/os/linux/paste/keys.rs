//! Pressing keys under X11, whatever the layout is and whatever the person holds.

use fencun_core::ports::PasteError;
use x11rb::protocol::xkb::{ConnectionExt as _, EventType, KeySymMap, MapPart, SelectEventsAux, VMod};
use x11rb::protocol::xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keycode, Keysym};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use super::super::x11::{Client, X11Error};
use super::chord::Chord;
use crate::deadline::Deadline;

const V: Keysym = 0x76;
const INSERT: Keysym = 0xff63;

/// Keys that are modifiers by name but change something for good when they are pressed.
const LOCKS: [Keysym; 3] = [0xff7f, 0xff14, 0xffe5];

/// Places in the list of modifiers.
const SHIFT: usize = 0;
const LOCK: usize = 1;
const CONTROL: usize = 2;

/// The master keyboard, which all others are heard through.
const CORE: u16 = 256;

/// For how many milliseconds a key is down: some browsers overlook a shorter press in their address bar.
const HOLD: u32 = 50;

/// The keyboard as the display has it at this moment.
pub(super) struct Keyboard<'a> {
    client: &'a Client,
    layout: Layout,
    /// The codes of each of the eight modifiers.
    modifiers: Vec<Vec<Keycode>>,
}

/// What is on the keys.
struct Layout {
    first: Keycode,
    keys: Vec<KeySymMap>,
    /// Which of up to four layouts is in use.
    group: usize,
}

impl<'a> Keyboard<'a> {
    pub(super) fn read(client: &'a Client) -> Result<Self, X11Error> {
        let conn = &client.conn;
        // Nobody may use this extension before saying which version of it they know.
        conn.xkb_use_extension(1, 0)?.reply()?;
        let modifiers = conn.get_modifier_mapping()?.reply()?;
        let codes_each = usize::from(modifiers.keycodes_per_modifier()).max(1);
        let in_use = |codes: &[Keycode]| codes.iter().copied().filter(|code| *code != 0).collect();
        let modifiers = modifiers.keycodes.chunks(codes_each).map(in_use).collect();
        Ok(Self { client, layout: Layout::read(conn)?, modifiers })
    }

    /// The codes to press, one after the other.
    pub(super) fn keys(&self, chord: Chord) -> Result<Vec<Keycode>, PasteError> {
        let (modifiers, key): (&[usize], _) = match (chord, self.layout.code(V)) {
            (Chord::CtrlV, Some(v)) => (&[CONTROL], Some(v)),
            (Chord::CtrlShiftV, v) => (&[CONTROL, SHIFT], v),
            (Chord::CtrlV | Chord::ShiftInsert | Chord::Selection, _) => (&[SHIFT], self.layout.code(INSERT)),
        };
        let modifiers = modifiers.iter().map(|place| self.modifiers.get(*place)?.first().copied());
        let keys: Option<Vec<_>> = modifiers.chain([key]).collect();
        keys.ok_or_else(|| PasteError::Unavailable("this keyboard has no keys for it".into()))
    }

    /// Waits until the person holds no Ctrl, Shift or the like any more; they may well hold it longer.
    pub(super) fn wait_for_release(&self, deadline: Deadline) -> Result<(), X11Error> {
        let (none, state, map) = (EventType::from(0u16), EventType::STATE_NOTIFY, MapPart::from(0u16));
        self.client.conn.xkb_select_events(CORE, none, state, map, map, &SelectEventsAux::new())?;
        while !self.held()?.is_empty() && self.client.next_event(deadline)?.is_some() {}
        Ok(())
    }

    /// Presses the keys together. What the person holds is let go for as long as that takes.
    pub(super) fn press(&self, keys: &[Keycode]) -> Result<(), X11Error> {
        let held = self.held()?;
        // A key that they let go of meanwhile would stay down, so then it must take no time.
        let hold = if held.is_empty() { HOLD } else { 0 };
        for key in &held {
            self.send(KEY_RELEASE_EVENT, *key, 0)?;
        }
        for key in keys {
            self.send(KEY_PRESS_EVENT, *key, 0)?;
        }
        for (place, key) in keys.iter().rev().enumerate() {
            self.send(KEY_RELEASE_EVENT, *key, if place == 0 { hold } else { 0 })?;
        }
        for key in &held {
            self.send(KEY_PRESS_EVENT, *key, 0)?;
        }
        self.client.conn.sync()?;
        Ok(())
    }

    /// Has the display press or release a key, so many milliseconds after the one before.
    fn send(&self, what: u8, key: Keycode, after: u32) -> Result<(), X11Error> {
        self.client.conn.xtest_fake_input(what, key, after, x11rb::NONE, 0, 0, 0)?;
        Ok(())
    }

    /// The modifiers that are down.
    fn held(&self) -> Result<Vec<Keycode>, X11Error> {
        let down = self.client.conn.query_keymap()?.reply()?.keys;
        let is_down = |code: &Keycode| down[usize::from(*code / 8)] & (1 << (code % 8)) != 0;
        let places = self.modifiers.iter().enumerate().filter(|(place, _)| *place != LOCK);
        let codes = places.flat_map(|(_, codes)| codes.iter().copied());
        let mut held: Vec<_> = codes.filter(is_down).filter(|code| !self.layout.is_lock(*code)).collect();
        held.sort_unstable();
        held.dedup();
        Ok(held)
    }
}

impl Layout {
    fn read(conn: &RustConnection) -> Result<Self, X11Error> {
        let (all, none, no_mods) = (MapPart::KEY_SYMS, MapPart::from(0u16), VMod::from(0u16));
        let map = conn.xkb_get_map(CORE, all, none, 0, 0, 0, 0, 0, 0, 0, 0, no_mods, 0, 0, 0, 0, 0, 0)?;
        let state = conn.xkb_get_state(CORE)?.reply()?;
        let map = map.reply()?;
        Ok(Self {
            first: map.first_key_sym,
            keys: map.map.syms_rtrn.unwrap_or_default(),
            group: usize::from(u8::from(state.group)),
        })
    }

    /// The key that has this on it: in the layout in use, or else in another, which programs fall back on.
    fn code(&self, keysym: Keysym) -> Option<Keycode> {
        std::iter::once(self.group).chain(0..4).find_map(|group| {
            let at = self.keys.iter().position(|key| bare(key, group) == Some(keysym))?;
            u8::try_from(at).ok()?.checked_add(self.first)
        })
    }

    fn is_lock(&self, code: Keycode) -> bool {
        let key = code.checked_sub(self.first).and_then(|at| self.keys.get(usize::from(at)));
        key.and_then(|key| bare(key, 0)).is_some_and(|keysym| LOCKS.contains(&keysym))
    }
}

/// What a key is when nothing else is held. A key with fewer layouts than the keyboard starts again with its first.
fn bare(key: &KeySymMap, group: usize) -> Option<Keysym> {
    let groups = usize::from(key.group_info & 0x0f);
    let group = group.checked_rem(groups)?;
    key.syms.get(group * usize::from(key.width)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(group: usize, keys: &[&[Keysym]]) -> Layout {
        let key = |groups: &&[Keysym]| KeySymMap {
            kt_index: [0; 4],
            group_info: u8::try_from(groups.len()).expect("few"),
            width: 2,
            syms: groups.iter().flat_map(|keysym| [*keysym, 0]).collect(),
        };
        Layout { first: 8, keys: keys.iter().map(key).collect(), group }
    }

    #[test]
    fn the_key_is_that_of_the_layout_in_use() {
        let (k, em) = (0x6b, 0x6cd);
        let qwerty_dvorak = [&[V, k][..], &[0x2e, V], &[INSERT]];
        assert_eq!(layout(0, &qwerty_dvorak).code(V), Some(8));
        assert_eq!(layout(1, &qwerty_dvorak).code(V), Some(9));
        assert_eq!(layout(1, &qwerty_dvorak).code(INSERT), Some(10), "it is the same in all");
        assert_eq!(layout(1, &[&[0x61, 0x61], &[V, em]]).code(V), Some(9), "Russian falls back on Latin");
        assert_eq!(layout(0, &[&[em], &[]]).code(V), None);
    }
}
