//! Where a key is on this keyboard, and which bits its modifiers have.

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ModMask};
use x11rb::rust_connection::RustConnection;

use super::super::x11::X11Error;
use super::Grab;
use crate::hotkey::{Hotkey, Key, Modifiers, Named};

const NUM_LOCK: u32 = 0xff7f;
const SCROLL_LOCK: u32 = 0xff14;
const ALT: [u32; 2] = [0xffe9, 0xffea];
const SUPER: [u32; 2] = [0xffeb, 0xffec];

/// The keyboard as the X server has it at this moment.
pub(super) struct Keyboard {
    first_code: u8,
    /// The keysyms of each code, one column for each level.
    columns: usize,
    keysyms: Vec<u32>,
    /// The codes of each of the eight modifiers.
    modifiers: Vec<Vec<u8>>,
}

impl Keyboard {
    pub(super) fn read(conn: &RustConnection) -> Result<Self, X11Error> {
        let (first_code, last_code) = (conn.setup().min_keycode, conn.setup().max_keycode);
        let keys = conn.get_keyboard_mapping(first_code, last_code - first_code + 1)?;
        let modifiers = conn.get_modifier_mapping()?.reply()?;
        let keys = keys.reply()?;
        let codes_each = usize::from(modifiers.keycodes_per_modifier()).max(1);
        Ok(Self {
            first_code,
            columns: usize::from(keys.keysyms_per_keycode).max(1),
            keysyms: keys.keysyms,
            modifiers: modifiers.keycodes.chunks(codes_each).map(<[u8]>::to_vec).collect(),
        })
    }

    /// Everything to grab for a hotkey: its key with its modifiers, and with every lock on or off besides.
    pub(super) fn grabs(&self, hotkey: &Hotkey) -> Vec<Grab> {
        let Some(code) = self.code(keysym(hotkey.key())) else { return Vec::new() };
        let Some(held) = self.mask(hotkey.modifiers()) else { return Vec::new() };
        let locks = [ModMask::LOCK, self.bit(&[NUM_LOCK]), self.bit(&[SCROLL_LOCK])];
        let mut masks = vec![held];
        for lock in locks {
            let with: Vec<_> = masks.iter().map(|mask| *mask | lock).collect();
            masks.extend(with.into_iter().filter(|mask| !masks.contains(mask)).collect::<Vec<_>>());
        }
        masks.into_iter().map(|modifiers| Grab { code, modifiers }).collect()
    }

    /// The key that has this keysym, best where it needs no further key held.
    fn code(&self, keysym: u32) -> Option<u8> {
        (0..self.columns).find_map(|column| {
            let at =
                self.keysyms.chunks(self.columns).position(|levels| levels.get(column) == Some(&keysym))?;
            u8::try_from(at).ok()?.checked_add(self.first_code)
        })
    }

    /// The bits of these modifiers; none if the keyboard lacks one of them.
    fn mask(&self, Modifiers { ctrl, alt, shift, meta }: Modifiers) -> Option<ModMask> {
        let wanted = [
            (ctrl, ModMask::CONTROL),
            (alt, self.bit(&ALT)),
            (shift, ModMask::SHIFT),
            (meta, self.bit(&SUPER)),
        ];
        let mut mask = ModMask::from(0u16);
        for (_, bit) in wanted.into_iter().filter(|(held, _)| *held) {
            if bit == ModMask::from(0u16) {
                return None;
            }
            mask |= bit;
        }
        Some(mask)
    }

    /// The bit of the modifier that one of these keys stands for.
    fn bit(&self, keysyms: &[u32]) -> ModMask {
        let has = |code: &u8| keysyms.iter().any(|keysym| self.levels(*code).contains(keysym));
        let bits = self.modifiers.iter().position(|codes| codes.iter().any(has));
        ModMask::from(bits.map_or(0u16, |place| 1 << place))
    }

    fn levels(&self, code: u8) -> &[u32] {
        let at = code.checked_sub(self.first_code).map(|place| usize::from(place) * self.columns);
        at.and_then(|start| self.keysyms.get(start..start + self.columns)).unwrap_or_default()
    }
}

/// The name that X11 has for a key.
fn keysym(key: Key) -> u32 {
    match key {
        Key::Letter(c) => u32::from(c.to_ascii_lowercase()),
        Key::Digit(c) | Key::Sign(c) => u32::from(c),
        Key::Function(number) => 0xffbd + u32::from(number),
        Key::Named(named) => match named {
            Named::Space => 0x20,
            Named::Enter => 0xff0d,
            Named::Tab => 0xff09,
            Named::Escape => 0xff1b,
            Named::Backspace => 0xff08,
            Named::Delete => 0xffff,
            Named::Insert => 0xff63,
            Named::Home => 0xff50,
            Named::End => 0xff57,
            Named::PageUp => 0xff55,
            Named::PageDown => 0xff56,
            Named::Up => 0xff52,
            Named::Down => 0xff54,
            Named::Left => 0xff51,
            Named::Right => 0xff53,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes 8 to 11: `q`, `a`, Num Lock, Alt.
    fn keyboard(num_lock_bit: usize) -> Keyboard {
        let keysyms = vec![0x71, 0x51, 0x61, 0x41, NUM_LOCK, 0, ALT[0], 0];
        let mut modifiers = vec![vec![]; 8];
        modifiers[num_lock_bit] = vec![10];
        modifiers[3] = vec![11];
        Keyboard { first_code: 8, columns: 2, keysyms, modifiers }
    }

    fn masks(keyboard: &Keyboard, hotkey: &str) -> Vec<(u8, u16)> {
        let hotkey = Hotkey::parse(hotkey).expect("a hotkey");
        keyboard.grabs(&hotkey).iter().map(|grab| (grab.code, u16::from(grab.modifiers))).collect()
    }

    #[test]
    fn locks_make_no_difference_wherever_num_lock_is() {
        assert_eq!(masks(&keyboard(4), "Ctrl+A"), [(9, 4), (9, 4 | 2), (9, 4 | 16), (9, 4 | 2 | 16)]);
        assert_eq!(masks(&keyboard(5), "Alt+Q"), [(8, 8), (8, 8 | 2), (8, 8 | 32), (8, 8 | 2 | 32)]);
    }

    #[test]
    fn what_the_keyboard_lacks_cannot_be_grabbed() {
        assert_eq!(masks(&keyboard(4), "Ctrl+Z"), []);
        assert_eq!(masks(&keyboard(4), "Super+A"), []);
    }
}
