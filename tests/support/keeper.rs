//! Sees to it that nothing outlives a desktop, not even when the test program is killed.
//!
//! A shell holds the other end of a pipe. When the pipe closes it ends every process that carries the desktop's mark in its
//! environment, wherever such a process has hidden (a daemon leaves its process group, its mark stays), and removes the folder.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The variable that marks the processes of a desktop; its value is the desktop's folder.
pub(crate) const MARK: &str = "DESKTOP_IN_A_BOX";

// grep also fails when one of the files has gone meanwhile, so what it found counts, not how it ended.
// A program that is being started while its siblings end is met in the next round. What cannot be ended in 500 rounds never will.
const SCRIPT: &str = r#"
read -r nothing
rounds=0
while [ $rounds -lt 500 ]; do
  marked=$(grep -slzxF "$1" /proc/[0-9]*/environ)
  [ -n "$marked" ] || break
  for environ in $marked; do pid=${environ#/proc/}; kill -KILL "${pid%/environ}" 2>/dev/null; done
  rounds=$((rounds + 1))
  sleep 0.01
done
rm -rf -- "$2"
"#;

pub(crate) struct Keeper(Child);

impl Keeper {
    pub(crate) fn start(folder: &Path) -> Self {
        let mark = format!("{MARK}={}", folder.display());
        let child = Command::new("sh")
            .args(["-c", SCRIPT, "keeper", &mark])
            .arg(folder)
            .env_remove(MARK)
            .stdin(Stdio::piped())
            // Whoever reads the test program's output must not wait for the keeper.
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Its own group: an interrupt from the terminal ends the test program, and then it is needed.
            .process_group(0)
            .spawn()
            .expect("there is a shell");
        Self(child)
    }

    /// Ends everything now, and returns when it is done.
    pub(crate) fn finish(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}
