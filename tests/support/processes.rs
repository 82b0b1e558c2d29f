//! The process table: who runs, whose child it is, and what memory it takes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::keeper::MARK;

/// A process as it was when the table was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// Its number.
    pub pid: u32,
    /// The process it is a child of.
    pub parent: u32,
    /// The file it runs.
    pub program: PathBuf,
    /// Its command line.
    pub command: Vec<String>,
}

/// Processes as they were when the table was read, lowest number first.
#[derive(Clone, Debug)]
pub struct Processes(Vec<Process>);

impl Processes {
    /// All processes of the machine that may be looked at.
    #[must_use]
    pub fn all() -> Self {
        let entries = fs::read_dir("/proc").expect("there is a process table").flatten();
        let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let mut processes: Vec<_> = pids.filter_map(read).collect();
        processes.sort_by_key(|process| process.pid);
        Self(processes)
    }

    /// The processes of the desktop with this folder, also those that left their parents.
    pub(crate) fn marked(folder: &Path) -> Self {
        let mark = format!("{MARK}={}", folder.display());
        let marked = |process: &Process| environment(process.pid).any(|variable| variable == mark);
        Self(Self::all().0.into_iter().filter(marked).collect())
    }

    /// Those that run a file of this name.
    #[must_use]
    pub fn running(&self, name: &str) -> Vec<&Process> {
        self.0.iter().filter(|process| process.program.file_name().is_some_and(|file| file == name)).collect()
    }

    /// The process and everything that descends from it, itself first.
    #[must_use]
    pub fn tree(&self, pid: u32) -> Vec<u32> {
        let children = self.0.iter().filter(|process| process.parent == pid);
        let below = children.flat_map(|child| self.tree(child.pid));
        std::iter::once(pid).chain(below).collect()
    }

    /// All of them.
    #[must_use]
    pub fn as_slice(&self) -> &[Process] {
        &self.0
    }
}

/// The memory of a process and its descendants in KiB, shared pages divided among those who share them.
///
/// A process that ended meanwhile counts nothing.
#[must_use]
pub fn proportional_set_size(pid: u32) -> u64 {
    Processes::all().tree(pid).into_iter().filter_map(own_proportional_set_size).sum()
}

fn own_proportional_set_size(pid: u32) -> Option<u64> {
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

fn read(pid: u32) -> Option<Process> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in brackets may hold anything, also brackets; the fields begin after the last one.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    if fields.next()? == "Z" {
        return None;
    }
    let parent = fields.next()?.parse().ok()?;
    let program = fs::read_link(format!("/proc/{pid}/exe")).ok()?;
    let command = strings(&fs::read(format!("/proc/{pid}/cmdline")).ok()?).collect();
    Some(Process { pid, parent, program, command })
}

fn environment(pid: u32) -> impl Iterator<Item = String> {
    let bytes = fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
    strings(&bytes).collect::<Vec<_>>().into_iter()
}

fn strings(bytes: &[u8]) -> impl Iterator<Item = String> {
    bytes.split(|&byte| byte == 0).filter(|s| !s.is_empty()).map(|s| String::from_utf8_lossy(s).into_owned())
}
