//! The menu as the bus has it.

use fencun_core::menu::{Action, Item};
use ksni::MenuItem;
use ksni::menu::{RadioGroup, RadioItem, StandardItem, SubMenu};

use super::StatusItem;
use crate::hotkey::{Hotkey, Key, Named};
use crate::tray::{TrayEvent, menu_label};

/// Draws every line.
pub(super) fn draw(items: &[Item]) -> Vec<MenuItem<StatusItem>> {
    items.iter().map(line).collect()
}

fn line(item: &Item) -> MenuItem<StatusItem> {
    match item {
        Item::Separator => MenuItem::Separator,
        Item::Entry { label, action, shortcut } => entry(label, action, shortcut.as_deref()),
        Item::Radio { options, selected } => radio(options, *selected),
        Item::Submenu { label, items } => SubMenu {
            label: text(label),
            enabled: !items.is_empty(),
            submenu: draw(items),
            ..SubMenu::default()
        }
        .into(),
    }
}

fn entry(label: &str, action: &Action, shortcut: Option<&str>) -> MenuItem<StatusItem> {
    let action = action.clone();
    StandardItem {
        label: text(label),
        shortcut: shortcut.and_then(presses).into_iter().collect(),
        activate: Box::new(move |item: &mut StatusItem| item.chosen(&action)),
        ..StandardItem::default()
    }
    .into()
}

fn radio(options: &[(String, Action)], selected: Option<usize>) -> MenuItem<StatusItem> {
    let actions: Vec<Action> = options.iter().map(|(_, action)| action.clone()).collect();
    RadioGroup {
        // A place that no option has selects none.
        selected: selected.unwrap_or(usize::MAX),
        select: Box::new(move |item: &mut StatusItem, place| {
            if let Some(action) = actions.get(place) {
                item.chosen(action);
            }
        }),
        options: options
            .iter()
            .map(|(label, _)| RadioItem { label: text(label), ..RadioItem::default() })
            .collect(),
    }
    .into()
}

impl StatusItem {
    fn chosen(&self, action: &Action) {
        let token = ksni::current_xdg_activation_token();
        self.tell(TrayEvent::Chosen { action: action.clone(), token });
    }
}

/// An underscore would underline the letter after it.
fn text(label: &str) -> String {
    menu_label(label, '_')
}

/// A hotkey as menus write it: the modifiers by their own names, the key by the one that X11 has for it.
fn presses(hotkey: &str) -> Option<Vec<String>> {
    let hotkey = Hotkey::parse(hotkey).ok()?;
    let held = hotkey.modifiers();
    let names = [(held.ctrl, "Control"), (held.alt, "Alt"), (held.shift, "Shift"), (held.meta, "Super")];
    let modifiers = names.into_iter().filter(|(held, _)| *held).map(|(_, name)| name.to_owned());
    Some(modifiers.chain([key_name(hotkey.key())]).collect())
}

fn key_name(key: Key) -> String {
    match key {
        Key::Letter(_) | Key::Digit(_) | Key::Function(_) => key.to_string(),
        Key::Sign(c) => sign_name(c).to_owned(),
        Key::Named(named) => match named {
            Named::Space => "space".to_owned(),
            Named::Enter => "Return".to_owned(),
            Named::Backspace => "BackSpace".to_owned(),
            Named::PageUp => "Page_Up".to_owned(),
            Named::PageDown => "Page_Down".to_owned(),
            other => format!("{other:?}"),
        },
    }
}

fn sign_name(c: char) -> &'static str {
    match c {
        '-' => "minus",
        '=' => "equal",
        '[' => "bracketleft",
        ']' => "bracketright",
        '\\' => "backslash",
        ';' => "semicolon",
        '\'' => "apostrophe",
        '`' => "grave",
        ',' => "comma",
        '.' => "period",
        '/' => "slash",
        _ => "plus",
    }
}
