//! Starting at login by a desktop entry in the autostart folder.

use std::fs;
use std::path::PathBuf;

use crate::login::LoginError;
use crate::os::unix::file;

/// Writes the entry that runs this command, or removes it.
pub(crate) fn write_login(command: Option<&[String]>) -> Result<(), LoginError> {
    let entry = entry_path().ok_or(LoginError::NoPlace)?;
    // Where dotfiles are kept elsewhere and linked to, the link stays.
    let path = fs::canonicalize(&entry).unwrap_or_else(|_| entry.clone());
    let outcome = match command {
        Some(command) => file::write_whole(&path, &desktop_entry(command)),
        None => file::remove(&entry),
    };
    outcome.map_err(|error| LoginError::Write(entry, error))
}

/// Whether the entry is there and not switched off.
pub(crate) fn starts_at_login() -> bool {
    let entry = entry_path().and_then(|path| fs::read_to_string(path).ok());
    entry.is_some_and(|entry| {
        let says = |line: &str| {
            let (key, value) = line.split_once('=').unwrap_or((line, ""));
            (key.trim(), value.trim()) == ("Hidden", "true")
                || (key.trim(), value.trim()) == ("X-GNOME-Autostart-enabled", "false")
        };
        !entry.lines().any(says)
    })
}

fn entry_path() -> Option<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let config = absolute("XDG_CONFIG_HOME").or_else(|| absolute("HOME").map(|home| home.join(".config")))?;
    Some(config.join("autostart/fencun.desktop"))
}

fn desktop_entry(command: &[String]) -> String {
    let exec: Vec<String> = command.iter().map(|word| quote(word)).collect();
    format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Name=Fencun\n\
         Name[zh_TW]=分寸\n\
         Name[zh_CN]=分寸\n\
         Comment=Copies polite words that set a boundary\n\
         Icon=fencun\n\
         Exec={}\n\
         Terminal=false\n\
         X-GNOME-Autostart-enabled=true\n\
         X-KDE-autostart-after=panel\n",
        exec.join(" ")
    )
}

/// Quotes a word of a command twice, as desktop entries want it: once for the command, once for the file.
fn quote(word: &str) -> String {
    let mut quoted = String::from("\"");
    for c in word.chars() {
        match c {
            // The command's backslash is itself written as two in the file.
            '"' | '`' | '$' => quoted.extend(['\\', '\\', c]),
            '\\' => quoted.push_str(r"\\\\"),
            // A field code, unless doubled.
            '%' => quoted.push_str("%%"),
            '\n' => quoted.push_str(r"\n"),
            '\r' => quoted.push_str(r"\r"),
            '\t' => quoted.push_str(r"\t"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_a_command_survives_both_quotings() {
        let check = |word: &str, expected: &str| assert_eq!(quote(word), expected, "{word}");
        check("/usr/bin/fencun", r#""/usr/bin/fencun""#);
        check("/opt/my apps/分寸", r#""/opt/my apps/分寸""#);
        check(r#"a"b`c$d"#, r#""a\\"b\\`c\\$d""#);
        check(r"a\b", r#""a\\\\b""#);
        check("100%f", r#""100%%f""#);
        check("a\nb", r#""a\nb""#);
    }
}
