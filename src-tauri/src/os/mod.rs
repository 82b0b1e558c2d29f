//! The only folder that names an operating system: what windows need beyond Tauri.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
pub(crate) use linux::{
    before_pages, before_start, desk, focus_anew, give_early_keys, hide, move_to, outlive_us,
    page_never_began, prepare, set_dark, show, start, watch_darkness, when_left,
};

#[cfg(not(target_os = "linux"))]
mod other;
#[cfg(not(target_os = "linux"))]
pub(crate) use other::{
    before_pages, before_start, desk, focus_anew, give_early_keys, hide, move_to, outlive_us,
    page_never_began, prepare, set_dark, show, start, watch_darkness, when_left,
};

/// What a window is told by the system that Tauri does not tell.
pub(crate) trait Watcher: Send + Sync + 'static {
    /// The window came onto the screen, or went from it.
    fn on_screen(&self, shown: bool);
    /// The process that draws its page is gone.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "these systems mend it themselves"))]
    fn page_died(&self);
}
