//! Where the project and its build output lie.

use std::env;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// The project's top folder and cargo's target folder.
#[derive(Debug)]
pub(crate) struct Places {
    /// Holds the workspace's Cargo.toml.
    pub(crate) root: PathBuf,
    /// Cargo's build output.
    pub(crate) target: PathBuf,
}

impl Places {
    /// Cargo tells where this crate lies when it runs it, so a moved checkout is found too.
    pub(crate) fn find() -> Result<Self, Error> {
        let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&here)
            .ancestors()
            .nth(2)
            .filter(|root| root.join("Cargo.lock").is_file())
            .ok_or_else(|| Error::Project("start this with `cargo xtask` inside the project".to_owned()))?
            .to_owned();
        let target = own_target_folder().unwrap_or_else(|| root.join("target"));
        Ok(Self { root, target })
    }

    /// The pages' project.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// What this program remembers between runs.
    pub(crate) fn memory(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Programs fetched for the tests only.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// A program that cargo built with the dev or the release profile.
    pub(crate) fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}

/// This program lies in `<target>/debug`, wherever the settings put `<target>`.
fn own_target_folder() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    program.ancestors().nth(2).map(Path::to_owned)
}
