//! The tools a person installs by hand: Rust and Node.js with npm.

use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::process;
use crate::version::Version;

struct Tool {
    name: &'static str,
    oldest: Version,
    advice: &'static str,
}

const RUST: Tool =
    Tool { name: "Rust", oldest: Version(1, 90), advice: "`rustup update stable`, or https://rustup.rs" };
const NODE: Tool = Tool {
    name: "Node.js",
    oldest: Version(20, 19),
    advice: "https://nodejs.org, or your system's packages",
};
const NPM: Tool =
    Tool { name: "npm", oldest: Version(10, 0), advice: "it comes with Node.js; `npm install -g npm@11`" };

/// Rust is new enough.
pub(crate) fn check_rust() -> Result<(), Error> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    RUST.check(&said(Command::new(rustc).arg("--version")))
}

/// Node.js and npm are there and new enough. npm takes its time to say so: ask only before using it.
pub(crate) fn check_node() -> Result<(), Error> {
    NODE.check(&said(Command::new("node").arg("--version")))?;
    NPM.check(&said(process::npm(Path::new(".")).arg("--version")))
}

fn said(command: &mut Command) -> Option<String> {
    process::answer(command).ok()
}

impl Tool {
    fn check(&self, said: &Option<String>) -> Result<(), Error> {
        let Self { name, oldest, advice } = self;
        let Some(said) = said else {
            return Err(Error::Tool(format!(
                "{name} is missing: Fencun needs {name} {oldest} or newer ({advice})"
            )));
        };
        match Version::parse(said) {
            Some(version) if version >= *oldest => Ok(()),
            Some(version) => Err(Error::Tool(format!(
                "{name} {version} is too old: Fencun needs {name} {oldest} or newer ({advice})"
            ))),
            None => Err(Error::Tool(format!("{name} does not say its version: it said `{}`", said.trim()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tool: &Tool, said: Option<&str>, expected: Option<&str>) {
        let told = tool.check(&said.map(str::to_owned)).err().map(|error| error.to_string());
        match expected {
            None => assert_eq!(told, None),
            Some(start) => assert!(told.as_deref().is_some_and(|told| told.starts_with(start)), "{told:?}"),
        }
    }

    #[test]
    fn new_enough_is_silent_and_the_rest_is_one_line() {
        check(&RUST, Some("rustc 1.90.0 (1159e78c4 2025-09-14)"), None);
        check(&RUST, Some("rustc 1.89.0"), Some("Rust 1.89 is too old: Fencun needs Rust 1.90 or newer"));
        check(&NODE, Some("v20.19.0"), None);
        check(&NODE, Some("v20.18.3"), Some("Node.js 20.18 is too old"));
        check(&NODE, None, Some("Node.js is missing: Fencun needs Node.js 20.19 or newer"));
        check(&NPM, Some("9.2.0"), Some("npm 9.2 is too old"));
        check(&NPM, Some("what?"), Some("npm does not say its version: it said `what?`"));
    }
}
