//! Every operation, killed at every system call; and with every call failing, once and from then on.

use std::path::{Path, PathBuf};

use crate::Length;
use crate::home::{self, Words};
use crate::operation;
use crate::trace::{self, Point};

/// The calls that change something, or on which a change depends.
const TELLING: [&str; 20] = [
    "openat",
    "open",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "flock",
    "chmod",
    "fchmod",
    "fchmodat",
    "fchmodat2",
    "ftruncate",
    "link",
];
const ERRORS: [&str; 6] = ["ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE", "EINTR"];

/// One operation with its homes: as it was before, and as it is when nothing goes wrong.
struct Case {
    name: &'static str,
    folder: PathBuf,
    before: Words,
    after: Words,
    points: Vec<Point>,
}

/// Kills each operation at each call. The answer is how often something was wrong then.
pub(crate) fn kill(length: Length) -> usize {
    let (mut tried, mut wrong) = (0, 0);
    for case in cases() {
        for point in case.points.iter().filter(|point| length == Length::Long || is_telling(point)) {
            tried += 1;
            let injection = format!("{}:signal=SIGKILL:when={}", point.call, point.ordinal);
            wrong += case.try_once(&injection);
        }
    }
    println!("kill: {tried} kills, {wrong} with something lost, broken or left over");
    wrong
}

/// Lets each call fail in each way. The answer is how often something was wrong then.
pub(crate) fn errno(length: Length) -> usize {
    let (mut tried, mut wrong) = (0, 0);
    for case in cases() {
        for point in case.points.iter().filter(|point| is_telling(point) || length == Length::Long) {
            for error in ERRORS {
                for onwards in ["", "+"] {
                    // The short form takes turns, so that every call meets most errors in some operation.
                    if length == Length::Short
                        && !(point.ordinal + error.len() + case.name.len() + onwards.len()).is_multiple_of(4)
                    {
                        continue;
                    }
                    tried += 1;
                    wrong += case
                        .try_once(&format!("{}:error={error}:when={}{onwards}", point.call, point.ordinal));
                }
            }
        }
    }
    println!("errno: {tried} failures, {wrong} with something lost, broken, left over or said wrongly");
    wrong
}

fn is_telling(point: &Point) -> bool {
    TELLING.contains(&point.call.as_str())
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for name in operation::ALL {
        match case(name) {
            Ok(case) => cases.push(case),
            Err(err) => println!("{name} could not be tried: {err}"),
        }
    }
    cases
}

fn case(name: &'static str) -> Result<Case, String> {
    let folder = std::env::temp_dir().join(format!("fencun-torture-{}-{name}", std::process::id()));
    let (template, home) = (folder.join("before"), folder.join("home"));
    std::fs::create_dir_all(&template).map_err(|err| err.to_string())?;
    operation::prepare(name, &template).map_err(|err| err.to_string())?;
    home::copy(&template, &home).map_err(|err| err.to_string())?;
    let before = home::words(&home);
    let points = trace::points(name, &home)?;
    let after = home::words(&home);
    println!("{name}: {} calls", points.len());
    Ok(Case { name, folder, before, after, points })
}

impl Drop for Case {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Case {
    /// Does the operation with something done to it, and looks at what a restart finds.
    fn try_once(&self, injection: &str) -> usize {
        let home = self.folder.join("home");
        let _ = std::fs::remove_dir_all(&home);
        if let Err(err) = home::copy(&self.folder.join("before"), &home) {
            println!("{}: {injection}: {err}", self.name);
            return 1;
        }
        let output = match trace::with(injection, self.name, &home) {
            Ok(output) => output,
            Err(err) => {
                println!("{}: {injection}: {err}", self.name);
                return 1;
            }
        };
        let said = String::from_utf8_lossy(&output.stdout).contains("saved");
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let mut complaints = self.complaints(&home, said);
        if errors.contains("panicked")
            || (injection.contains("error=") && output.status.code().is_none_or(|code| code > 1))
        {
            complaints.push(format!("it ended with {:?}: {errors}", output.status.code()));
        }
        // Where nothing can be written, nothing can be said; the exit code says it.
        let can_speak = injection.contains("error=") && !injection.starts_with("write:");
        if can_speak && !said && errors.trim().is_empty() {
            complaints.push("it failed and said nothing".to_owned());
        }
        for complaint in &complaints {
            println!("{}: {injection}: {complaint}", self.name);
        }
        usize::from(!complaints.is_empty())
    }

    fn complaints(&self, home: &Path, said: bool) -> Vec<String> {
        let mut complaints = home::complaints(home);
        let words = home::words(home);
        if words != self.before && words != self.after {
            complaints.push(format!("neither before nor after: {:?}", words.keys()));
        }
        if said && words != self.after {
            complaints.push("it said saved, and it is not".to_owned());
        }
        complaints
    }
}
