//! The menu of a tray icon, as its program offers it over the bus.

use std::collections::HashMap;

use zbus::zvariant::{OwnedValue, Structure, Value};

/// One row of a menu as the bus carries it: its id, its properties, its children.
pub(crate) type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// One row of a menu, with the rows of its submenu.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuRow {
    /// What a click refers to; it changes whenever the menu does.
    pub id: i32,
    /// What is to be read on the row.
    pub label: String,
    /// The label as it is sent, where an underscore marks the next letter as an access key and two are one.
    pub raw_label: String,
    /// Whether it is a line between rows.
    pub separator: bool,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// Whether it is shown.
    pub visible: bool,
    /// `checkmark` or `radio`, if it can be on or off.
    pub toggle_type: Option<String>,
    /// Whether it is on; nothing if it says neither.
    pub on: Option<bool>,
    /// Whether it says that it opens a submenu, whatever is in there.
    pub submenu: bool,
    /// The rows of its submenu.
    pub children: Vec<MenuRow>,
}

impl MenuRow {
    pub(crate) fn from_layout((id, properties, children): Layout) -> Self {
        let text = |key: &str| properties.get(key).and_then(|value| <&str>::try_from(value).ok());
        let truth = |key: &str| properties.get(key).and_then(|value| bool::try_from(value).ok());
        let state = properties.get("toggle-state").and_then(|value| i32::try_from(value).ok());
        let raw_label = text("label").unwrap_or_default().to_owned();
        Self {
            id,
            label: without_access_key(&raw_label),
            raw_label,
            separator: text("type") == Some("separator"),
            enabled: truth("enabled").unwrap_or(true),
            visible: truth("visible").unwrap_or(true),
            toggle_type: text("toggle-type").filter(|kind| !kind.is_empty()).map(str::to_owned),
            on: state.filter(|state| matches!(state, 0 | 1)).map(|state| state == 1),
            submenu: text("children-display") == Some("submenu"),
            children: children.into_iter().map(layout_of).map(Self::from_layout).collect(),
        }
    }

    /// The row that the labels lead to, one for each level.
    #[must_use]
    pub fn find(&self, path: &[&str]) -> Option<&Self> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        self.children.iter().find(|row| row.label == *first)?.find(rest)
    }

    /// The labels of the rows right below, lines left out.
    #[must_use]
    pub fn labels(&self) -> Vec<&str> {
        self.children.iter().filter(|row| !row.separator).map(|row| row.label.as_str()).collect()
    }

    /// The menu as text, a row a line, for a message that says what was there instead.
    #[must_use]
    pub fn outline(&self) -> String {
        self.children.iter().map(|row| row.outline_at(0)).collect()
    }

    fn outline_at(&self, depth: usize) -> String {
        let label = if self.separator { "────" } else { &self.label };
        let mark = match self.on {
            Some(true) => "● ",
            Some(false) => "○ ",
            None => "",
        };
        let quiet = if self.enabled { "" } else { "  (disabled)" };
        let below: String = self.children.iter().map(|row| row.outline_at(depth + 1)).collect();
        format!("{}{mark}{label}{quiet}\n{below}", "    ".repeat(depth))
    }
}

fn layout_of(value: OwnedValue) -> Layout {
    let shape = "a menu's children are rows";
    let mut value = Value::from(value);
    while let Value::Value(inner) = value {
        value = *inner;
    }
    Structure::try_from(value).ok().and_then(|row| Layout::try_from(row).ok()).expect(shape)
}

fn without_access_key(raw: &str) -> String {
    let mut label = String::new();
    let mut characters = raw.chars();
    while let Some(character) = characters.next() {
        if character == '_' {
            label.extend(characters.next());
        } else {
            label.push(character);
        }
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_access_key_is_not_part_of_the_label() {
        let check = |raw: &str, label: &str| assert_eq!(without_access_key(raw), label, "{raw}");
        check("_Quit", "Quit");
        check("my__email", "my_email");
        check("信箱__一", "信箱_一");
        check("end_", "end");
    }

    #[test]
    fn a_path_of_labels_leads_to_one_row() {
        let row = |id, label: &str, children| MenuRow {
            id,
            label: label.to_owned(),
            children,
            ..MenuRow::default()
        };
        let inner = row(3, "Senior", Vec::new());
        let menu = row(0, "", vec![row(1, "Senior", Vec::new()), row(2, "Shanghai", vec![inner])]);

        assert_eq!(menu.find(&["Shanghai", "Senior"]).map(|row| row.id), Some(3));
        assert_eq!(menu.find(&["Senior"]).map(|row| row.id), Some(1));
        assert_eq!(menu.find(&["Senior", "Shanghai"]), None);
    }
}
