//! A program that nobody uses: when it has come to rest, what memory it holds, and how often it wakes up.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use support::{DEADLINE, Processes, proportional_set_size, try_wait_until};

use crate::figures::mebibytes;

/// Nobody has done anything for so long: it is at rest.
const STILL: Duration = Duration::from_secs(2);

/// Waits until neither the program nor its children use the processor any more, and says what memory they hold in MiB.
pub(crate) fn memory(pid: u32) -> f64 {
    settle(pid);
    mebibytes(proportional_set_size(pid))
}

/// How often a second the threads of the program and its children wake up by themselves.
pub(crate) fn wake_ups(pid: u32, seconds: u64) -> f64 {
    settle(pid);
    let before = switches(pid);
    let start = Instant::now();
    sleep(Duration::from_secs(seconds));
    let woken = switches(pid).saturating_sub(before);
    woken as f64 / start.elapsed().as_secs_f64()
}

/// One that never comes to rest is measured as it is.
fn settle(pid: u32) {
    let mut last = (ticks(pid), Instant::now());
    let _ = try_wait_until("a program at rest", DEADLINE, || {
        let now = ticks(pid);
        if now != last.0 {
            last = (now, Instant::now());
        }
        (last.1.elapsed() >= STILL).then_some(())
    });
}

/// Processor time used so far, in hundredths of a second.
fn ticks(pid: u32) -> u64 {
    let stat = |pid: &u32| fs::read_to_string(format!("/proc/{pid}/stat")).ok();
    let used = |stat: String| -> Option<u64> {
        // The name in brackets may hold anything; user and system time are the 12th and 13th field after it.
        let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().map(str::to_owned).collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    };
    Processes::all().tree(pid).iter().filter_map(stat).filter_map(used).sum()
}

/// How often all threads have gone to sleep of their own will, and so been woken.
fn switches(pid: u32) -> u64 {
    let tree = Processes::all().tree(pid);
    let threads =
        tree.iter().filter_map(|pid| fs::read_dir(format!("/proc/{pid}/task")).ok()).flatten().flatten();
    let statuses = threads.filter_map(|thread| fs::read_to_string(thread.path().join("status")).ok());
    statuses.filter_map(|status| voluntary(&status)).sum()
}

fn voluntary(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
    line.trim().parse().ok()
}
