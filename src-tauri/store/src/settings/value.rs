//! The value of a setting, whoever brings it: a page, the command line, a file.

use toml_edit::{Array, Value};

/// What a setting can be.
#[derive(Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// Takes the key out of the file.
    Nothing,
    /// Such as a name.
    Text(String),
    /// Yes or no.
    Truth(bool),
    /// Such as minutes.
    Number(i64),
    /// Such as the ids of reasons.
    Texts(Vec<String>),
}

/// A name or an address is the user's: debugging output shows the kind only.
impl std::fmt::Debug for SettingValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Nothing => "Nothing",
            Self::Text(_) => "Text(…)",
            Self::Truth(_) => "Truth(…)",
            Self::Number(_) => "Number(…)",
            Self::Texts(_) => "Texts(…)",
        })
    }
}

impl SettingValue {
    /// What a JSON value means; None if no setting can be that.
    pub fn from_json(value: &serde_json::Value) -> Option<Self> {
        use serde_json::Value as Json;
        Some(match value {
            Json::Null => Self::Nothing,
            Json::Bool(truth) => Self::Truth(*truth),
            Json::Number(number) => Self::Number(number.as_i64()?),
            Json::String(text) => Self::Text(text.clone()),
            Json::Array(items) => {
                Self::Texts(items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<_>>()?)
            }
            Json::Object(_) => return None,
        })
    }

    pub(super) fn to_toml(&self) -> Option<Value> {
        match self {
            Self::Nothing => None,
            Self::Text(text) => Some(text.as_str().into()),
            Self::Truth(truth) => Some((*truth).into()),
            Self::Number(number) => Some((*number).into()),
            Self::Texts(texts) => Some(Value::Array(texts.iter().collect::<Array>())),
        }
    }
}
