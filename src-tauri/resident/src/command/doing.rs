//! Does what a verb says: values in, one request, the answer printed.

use std::collections::BTreeMap;
use std::path::Path;

use fencun_protocol::{Code, Copied, Filling, Imported, PhraseDraft, Place, Request, Saved, WindowName};
use fencun_store::Store;
use serde_json::Value;
use serde_json::value::RawValue;

use super::arguments::{CopyArgs, FillingArgs, Verb};
use super::{Caller, CommandError, checking, printing, stdin};
use crate::app::places;
use crate::out;

/// Does one verb.
pub(super) fn run(caller: &Caller, verb: Verb, json: bool) -> Result<(), CommandError> {
    match verb {
        Verb::Toggle => caller.ask_resident(&Request::Toggle { place: Place::Pointer }).map(drop),
        Verb::Open { window } => open(caller, window.into()),
        Verb::Quit => caller.quit(),
        Verb::List { filter } => {
            let phrases = caller.ask_text(Request::List { filter: filter.into(), brief: !json })?;
            if json {
                out::answer(phrases.get());
            } else {
                printing::list(&parse_text::<Vec<_>>(&phrases)?);
            }
            Ok(())
        }
        Verb::Show { id } => {
            let view = caller.ask(Request::Show { id })?;
            printing::print(json, &view["phrase"], printing::phrase)
        }
        Verb::Print { filling } => {
            let words = caller.ask(Request::Print(self::filling(filling)?))?;
            printing::print(json, &words, printing::words)
        }
        Verb::Copy { copy } => self::copy(caller, copy),
        Verb::Search { query, filter, limit } => {
            let request = Request::Search { query, audience: None, filter: filter.into(), limit };
            printing::found(json, &caller.ask(request)?)
        }
        Verb::Add => add(caller),
        Verb::Edit { id, set } => edit(caller, id, &set),
        Verb::Delete { id } => caller.ask(Request::DeletePhrase { id }).map(drop),
        Verb::Undo { steps } => {
            let undone = caller.ask(Request::Undo { steps })?;
            printing::print(json, &undone, printing::operations)
        }
        Verb::History { id } => {
            let operations = caller.ask(Request::History { id })?;
            printing::print(json, &operations, printing::operations)
        }
        Verb::Restore { version } => restore(caller, &version),
        Verb::Import { file } => import(caller, &file),
        Verb::Check { files } => checking::run(caller, &files, json),
        Verb::Coverage => printing::print(json, &caller.ask(Request::Coverage)?, printing::coverage),
        Verb::Verify => verify(caller, json),
        Verb::Paths => printing::print(json, &caller.ask(Request::Paths)?, printing::paths),
    }
}

fn open(caller: &Caller, window: WindowName) -> Result<(), CommandError> {
    caller.ask_resident(&Request::Open { window, place: Place::Pointer, phrase: None, write: None }).map(drop)
}

fn copy(caller: &Caller, args: CopyArgs) -> Result<(), CommandError> {
    let asked = Filling { sure: args.sure, ..filling(args.filling)? };
    let answer = caller.ask_resident(&Request::Copy(asked)).map_err(|err| match err {
        CommandError::Failed(failure) if failure.code == Code::Unsafe => {
            CommandError::Unreachable(format!("{failure}; --sure copies it all the same"))
        }
        other => other,
    })?;
    let copied: Copied = parse(answer)?;
    out::message(&format!("copied: {} · {}", copied.situation, copied.culture));
    Ok(())
}

fn filling(args: FillingArgs) -> Result<Filling, CommandError> {
    let set = args.set.iter().map(|pair| split(pair)).collect::<Result<BTreeMap<_, _>, _>>()?;
    Ok(Filling { id: args.id, set, contact: args.contact, ..Filling::default() })
}

fn split(pair: &str) -> Result<(String, String), CommandError> {
    let (name, value) =
        pair.split_once('=').ok_or_else(|| CommandError::Usage(format!("`{pair}` is not NAME=VALUE")))?;
    Ok((name.to_owned(), value.to_owned()))
}

fn add(caller: &Caller) -> Result<(), CommandError> {
    let text = stdin()?;
    let draft: PhraseDraft = if text.trim_start().starts_with('{') {
        serde_json::from_str(&text).map_err(|err| CommandError::Usage(format!("this is no phrase: {err}")))?
    } else {
        let body = text.trim_start().strip_prefix("[[phrase]]").unwrap_or(&text);
        toml::from_str(body)
            .map_err(|err| CommandError::Usage(format!("this is no phrase: {}", err.message())))?
    };
    let draft = PhraseDraft { text: without_end(&draft.text), ..draft };
    let saved = caller.ask(Request::SavePhrase { draft, base: None })?;
    out::answer(saved["id"].as_str().unwrap_or_default());
    Ok(())
}

fn restore(caller: &Caller, version: &str) -> Result<(), CommandError> {
    let parts = version.rsplit_once('@').and_then(|(id, step)| Some((id.to_owned(), step.parse().ok()?)));
    let (id, step) = parts.ok_or_else(|| CommandError::Usage(format!("`{version}` is not ID@STEP")))?;
    caller.ask(Request::Restore { id, step }).map(drop)
}

/// Exits with 1 if something is wrong.
/// Only a regular file is read, and nothing is told of one that is no pack.
fn import(caller: &Caller, file: &Path) -> Result<(), CommandError> {
    let pack = Store::open(places(&caller.home))
        .look_at_pack(file)
        .map_err(|err| CommandError::Unreachable(err.to_string()))?;
    let answer = caller.ask(Request::ImportPack { name: pack.name, text: pack.text })?;
    let imported: Imported = parse(answer)?;
    out::answer(&imported.file);
    Ok(())
}

fn verify(caller: &Caller, json: bool) -> Result<(), CommandError> {
    let answer = caller.ask(Request::Verify)?;
    printing::print(json, &answer, printing::verified)?;
    match answer["problems"].as_array().map_or(0, Vec::len) {
        0 => Ok(()),
        count => Err(CommandError::Unreachable(format!("{count} problems were found"))),
    }
}

/// As in a file, the final newline is not part of the words.
fn without_end(text: &str) -> String {
    let shorter = text.strip_suffix('\n').map(|rest| rest.strip_suffix('\r').unwrap_or(rest));
    shorter.unwrap_or(text).to_owned()
}

fn edit(caller: &Caller, id: String, set: &[String]) -> Result<(), CommandError> {
    let view = caller.ask(Request::Show { id })?;
    let mut phrase = view["phrase"].clone();
    // What somebody else changes between this look and the save is brought together with it.
    let base: PhraseDraft = parse(phrase.clone())?;
    for pair in set {
        let (key, value) = split(pair)?;
        change(&mut phrase, &key, &value)?;
    }
    let draft: PhraseDraft = serde_json::from_value(phrase)
        .map_err(|err| CommandError::Usage(format!("the phrase would not be one any more: {err}")))?;
    let saved: Saved = parse(caller.ask(Request::SavePhrase { draft, base: Some(base) })?)?;
    if let Some(beside) = saved.beside {
        out::message(&format!("somebody else changed the same; yours lies beside it as `{beside}`"));
    }
    Ok(())
}

/// Changes one key of a phrase as JSON: text, `rank=a,b`, `gloss.en=…`, `text=@FILE`.
fn change(phrase: &mut Value, key: &str, value: &str) -> Result<(), CommandError> {
    let value = match value.strip_prefix('@') {
        Some(file) if key == "text" => without_end(
            &std::fs::read_to_string(file)
                .map_err(|err| CommandError::Usage(format!("{file} cannot be read: {err}")))?,
        ),
        _ => value.to_owned(),
    };
    let list =
        || Value::from(value.split(',').map(str::trim).filter(|item| !item.is_empty()).collect::<Vec<_>>());
    match key {
        "situation" | "culture" | "language" | "channel" | "reason" | "title" | "subject" | "text" => {
            phrase[key] = Value::from(value);
        }
        "rank" | "tags" => phrase[key] = list(),
        "firmness" => {
            let number: u8 = value
                .parse()
                .map_err(|_| CommandError::Usage(format!("firmness is 1 to 4, not `{value}`")))?;
            phrase[key] = Value::from(number);
        }
        "sensitive" => phrase[key] = Value::from(value == "true"),
        _ => match key.split_once('.') {
            Some((table @ ("gloss" | "note"), language)) => phrase[table][language] = Value::from(value),
            _ => return Err(CommandError::Usage(format!("`{key}` is no key that can be set"))),
        },
    }
    Ok(())
}

pub(super) fn parse_text<T: serde::de::DeserializeOwned>(answer: &RawValue) -> Result<T, CommandError> {
    serde_json::from_str(answer.get())
        .map_err(|err| CommandError::Unreachable(format!("the answer cannot be read: {err}")))
}

pub(super) fn parse<T: serde::de::DeserializeOwned>(answer: Value) -> Result<T, CommandError> {
    serde_json::from_value(answer)
        .map_err(|err| CommandError::Unreachable(format!("the answer cannot be read: {err}")))
}
