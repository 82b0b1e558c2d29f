//! Guard: the README shows a newcomer the two commands that exist.

use std::path::Path;

use super::Finding;
use crate::error::Error;
use crate::files;

const COMMANDS: [&str; 2] = ["cargo xtask run", "cargo xtask test"];

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let file = root.join("README.md");
    let text = if file.is_file() { files::read(&file)? } else { String::new() };
    let missing = COMMANDS.into_iter().filter(|command| !text.contains(command));
    Ok(missing.map(|command| Finding::in_file(root, &file, format!("does not show `{command}`"))).collect())
}

#[cfg(test)]
mod tests {
    use super::super::broken::check;
    use super::find;

    #[test]
    fn both_commands_are_wanted() {
        check(find, &[("README.md", "    cargo xtask run\n    cargo xtask test\n")], &[]);
        check(find, &[("README.md", "    cargo xtask run\n")], &["README.md"]);
        check(find, &[], &["README.md", "README.md"]);
    }
}
