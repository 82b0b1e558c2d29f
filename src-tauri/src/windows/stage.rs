//! What is known about the windows: who wants them, who sees them, who waits. No window is touched here.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fencun_protocol::WindowName;

use super::Shown;

/// A key or a click that follows a blur so soon has caused it, and means "away", not "back".
const SAME_GESTURE: Duration = Duration::from_millis(200);
/// A page that dies again so soon after it was loaded anew would go on dying.
const RELAPSE: Duration = Duration::from_secs(5);

/// Why a window is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HideBy {
    /// Somebody asked for it.
    Wish,
    /// Another window took the focus.
    Blur,
}

/// What to do about a window whose page has died.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remedy {
    /// Somebody is looking at it: load the page anew.
    Reload,
    /// Nobody is: the next opening makes a new one.
    Discard,
    /// It dies again and again: only a new program may help.
    End,
}

/// Both windows.
#[derive(Debug, Default)]
pub(crate) struct Stage {
    windows: Mutex<[Window; 2]>,
    /// How many are just being told that they need not wait any longer.
    being_told: AtomicUsize,
}

#[derive(Debug, Default)]
struct Window {
    /// It is to be seen.
    wanted: bool,
    /// It is on the screen.
    on_screen: bool,
    /// It has had the focus since it was last shown.
    focused: bool,
    /// How often it has been shown.
    shows: u64,
    /// When a blur hid it.
    blurred: Option<Instant>,
    /// When its page last died.
    died: Option<Instant>,
    /// The page that is being loaded has been given what it is to show.
    begun: bool,
    /// Its page has asked something, so it hears.
    listens: bool,
    /// The page has not been told yet that it is shown, with what.
    untold: Option<Shown>,
    /// Who waits for it to be on the screen, or away from it.
    waiting: Vec<u64>,
}

impl Stage {
    /// It is to be seen from now on. Says whether its page can be told at once.
    pub(crate) fn show(&self, name: WindowName, number: Option<u64>, subject: Shown) -> bool {
        self.with(name, |window| {
            window.focused &= window.wanted;
            window.shows += 1;
            window.wanted = true;
            window.blurred = None;
            window.waiting.extend(number);
            window.untold = (!window.listens).then_some(subject);
            window.listens
        })
    }

    /// It is not to be seen any more. Says whether that is news.
    pub(crate) fn hide(&self, name: WindowName, by: HideBy) -> bool {
        self.with(name, |window| {
            let news = window.wanted;
            // A wish that comes after the blur says that no press explains it.
            if news || by == HideBy::Wish {
                window.blurred = (by == HideBy::Blur).then(Instant::now);
            }
            window.wanted = false;
            window.untold = None;
            news
        })
    }

    /// Somebody waits until it is hidden.
    pub(crate) fn wait_for_hidden(&self, name: WindowName, number: Option<u64>) {
        self.with(name, |window| window.waiting.extend(number));
    }

    /// Whether a toggle means "away".
    pub(crate) fn toggle_hides(&self, name: WindowName) -> bool {
        self.with(name, |window| {
            // A blur explains one press; the next is a wish of its own, however soon it comes.
            let same_gesture = window.blurred.take().is_some_and(|when| when.elapsed() < SAME_GESTURE);
            window.wanted || same_gesture
        })
    }

    /// It came onto the screen, or went. Says who waited for that.
    pub(crate) fn on_screen(&self, name: WindowName, shown: bool) -> Vec<u64> {
        self.with(name, |window| window.on_screen = shown);
        self.settled(name)
    }

    /// Who need not wait any longer, because the window is as it is wanted; whoever asks tells them, and says when they are told.
    pub(crate) fn settled(&self, name: WindowName) -> Vec<u64> {
        self.with(name, |window| {
            let settled = window.wanted == window.on_screen;
            self.to_tell(if settled { std::mem::take(&mut window.waiting) } else { Vec::new() })
        })
    }

    /// So many have been told.
    pub(crate) fn told(&self, count: usize) {
        self.being_told.fetch_sub(count, Ordering::SeqCst);
    }

    /// While the lock is held, so that nobody takes them for told already.
    fn to_tell(&self, numbers: Vec<u64>) -> Vec<u64> {
        self.being_told.fetch_add(numbers.len(), Ordering::SeqCst);
        numbers
    }

    /// It got the focus, or lost it. Says whether it has now lost what it had.
    pub(crate) fn focus(&self, name: WindowName, has: bool) -> bool {
        self.with(name, |window| {
            let lost = window.wanted && window.focused && !has;
            window.focused = has;
            lost
        })
    }

    /// How often it has been shown: tells one showing from the next.
    pub(crate) fn shows(&self, name: WindowName) -> u64 {
        self.with(name, |window| window.shows)
    }

    /// Its page is being loaded, and hears nothing yet; that is told when it has been read already.
    pub(crate) fn page_loads(&self, name: WindowName) {
        self.with(name, |window| {
            window.listens = false;
            if window.wanted && !std::mem::take(&mut window.begun) {
                window.untold.get_or_insert_default();
            }
        });
    }

    /// Its page is given what it is to show, and need not be told.
    pub(crate) fn page_begins(&self, name: WindowName) -> Option<Shown> {
        self.with(name, |window| {
            window.begun = window.untold.is_some();
            window.untold.take()
        })
    }

    /// Its page hears. Says whether that is news, and gives what it is still to be told.
    pub(crate) fn page_listens(&self, name: WindowName) -> (bool, Option<Shown>) {
        self.with(name, |window| {
            let heard = std::mem::replace(&mut window.listens, true);
            (!heard, window.untold.take())
        })
    }

    /// Whether its page has ever asked anything since it was loaded.
    pub(crate) fn has_begun(&self, name: WindowName) -> bool {
        self.with(name, |window| window.listens)
    }

    /// Its page has died.
    pub(crate) fn page_died(&self, name: WindowName) -> Remedy {
        self.with(name, |window| {
            let relapse = window.died.replace(Instant::now()).is_some_and(|when| when.elapsed() < RELAPSE);
            match (window.wanted, relapse) {
                (false, _) => Remedy::Discard,
                (true, false) => Remedy::Reload,
                (true, true) => Remedy::End,
            }
        })
    }

    /// The window is no more. Says who waited for that.
    pub(crate) fn gone(&self, name: WindowName) -> Vec<u64> {
        self.with(name, |window| self.to_tell(std::mem::take(window).waiting))
    }

    /// Whether no window is wanted, all have gone from the screen, and everybody who waited for that has been told: whoever
    /// has not would take the end of the program for a failure, and have the window opened once more.
    pub(crate) fn at_rest(&self) -> bool {
        let windows = self.lock();
        let gone =
            windows.iter().all(|window| !window.wanted && !window.on_screen && window.waiting.is_empty());
        gone && self.being_told.load(Ordering::SeqCst) == 0
    }

    fn with<T>(&self, name: WindowName, act: impl FnOnce(&mut Window) -> T) -> T {
        let [palette, settings] = &mut *self.lock();
        act(match name {
            WindowName::Palette => palette,
            WindowName::Settings => settings,
        })
    }

    fn lock(&self) -> MutexGuard<'_, [Window; 2]> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use fencun_protocol::WindowName::{Palette, Settings};

    use super::*;

    #[test]
    fn who_waits_is_told_once_the_window_is_on_the_screen() {
        let stage = Stage::default();
        stage.show(Palette, Some(7), Shown::default());
        assert!(stage.settled(Palette).is_empty());
        assert_eq!(stage.on_screen(Palette, true), [7]);
        assert!(stage.settled(Palette).is_empty());
    }

    #[test]
    fn who_asks_for_a_window_that_is_there_need_not_wait() {
        let stage = shown();
        stage.show(Palette, Some(8), Shown::default());
        assert_eq!(stage.settled(Palette), [8]);
    }

    #[test]
    fn who_waits_for_it_to_be_hidden_is_told_when_it_has_gone() {
        let stage = shown();
        stage.wait_for_hidden(Palette, Some(9));
        assert!(stage.hide(Palette, HideBy::Wish));
        assert!(stage.settled(Palette).is_empty());
        assert_eq!(stage.on_screen(Palette, false), [9]);
    }

    #[test]
    fn a_blur_counts_only_after_a_focus() {
        let stage = shown();
        assert!(!stage.focus(Palette, false));
        assert!(!stage.focus(Palette, true));
        assert!(stage.focus(Palette, false));
    }

    #[test]
    fn a_toggle_right_after_a_blur_leaves_it_hidden() {
        let stage = shown();
        assert!(stage.toggle_hides(Palette));
        stage.hide(Palette, HideBy::Blur);
        assert!(stage.toggle_hides(Palette));
        assert!(!stage.hide(Palette, HideBy::Wish), "it is hidden already");
    }

    #[test]
    fn a_toggle_after_a_wish_that_a_blur_came_before_shows_it_again() {
        let stage = shown();
        stage.hide(Palette, HideBy::Blur);
        stage.hide(Palette, HideBy::Wish);
        assert!(!stage.toggle_hides(Palette));
    }

    #[test]
    fn a_toggle_after_a_wish_shows_it_again() {
        let stage = shown();
        stage.hide(Palette, HideBy::Wish);
        assert!(!stage.toggle_hides(Palette));
        assert!(!stage.toggle_hides(Settings));
    }

    #[test]
    fn a_page_that_cannot_hear_yet_is_told_when_it_can() {
        let stage = Stage::default();
        let subject = Shown { phrase: Some("a".into()), write: None };
        assert!(!stage.show(Settings, None, subject.clone()));
        stage.page_loads(Settings);
        assert_eq!(stage.page_listens(Settings), (true, Some(subject)));
        assert_eq!(stage.page_listens(Settings), (false, None));
        assert!(stage.show(Settings, None, Shown::default()), "now it hears at once");
    }

    #[test]
    fn a_page_loaded_anew_while_shown_is_told_again() {
        let stage = shown();
        stage.page_listens(Palette);
        stage.page_loads(Palette);
        assert_eq!(stage.page_listens(Palette), (true, Some(Shown::default())));
    }

    #[test]
    fn a_page_that_begins_with_what_it_shows_is_told_only_what_came_since() {
        let stage = Stage::default();
        let subject = Shown { phrase: Some("a".into()), write: None };
        stage.show(Palette, None, subject.clone());
        assert_eq!(stage.page_begins(Palette), Some(subject));
        stage.page_loads(Palette);
        assert_eq!(stage.page_listens(Palette), (true, None));
        stage.page_loads(Palette);
        assert_eq!(
            stage.page_listens(Palette),
            (true, Some(Shown::default())),
            "loaded anew, without a beginning"
        );
    }

    #[test]
    fn what_is_shown_while_a_page_begins_with_something_else_is_told() {
        let stage = Stage::default();
        stage.show(Palette, None, Shown::default());
        assert_eq!(stage.page_begins(Palette), Some(Shown::default()));
        let subject = Shown { phrase: Some("a".into()), write: None };
        assert!(!stage.show(Palette, None, subject.clone()), "it does not hear yet");
        stage.page_loads(Palette);
        assert_eq!(stage.page_listens(Palette), (true, Some(subject)));
    }

    #[test]
    fn a_hidden_page_is_told_nothing() {
        let stage = Stage::default();
        stage.show(Palette, None, Shown::default());
        stage.hide(Palette, HideBy::Wish);
        stage.page_loads(Palette);
        assert_eq!(stage.page_listens(Palette), (true, None));
    }

    #[test]
    fn a_dead_page_is_loaded_anew_once_if_somebody_sees_it() {
        let stage = shown();
        assert_eq!(stage.page_died(Settings), Remedy::Discard);
        assert_eq!(stage.page_died(Palette), Remedy::Reload);
        assert_eq!(stage.page_died(Palette), Remedy::End);
    }

    #[test]
    fn all_is_at_rest_when_no_window_is_wanted() {
        let stage = shown();
        stage.show(Settings, Some(3), Shown::default());
        stage.hide(Palette, HideBy::Wish);
        assert!(!stage.at_rest());
        assert_eq!(stage.gone(Settings), [3], "nobody waits for a window that is no more");
        stage.told(1);
        stage.wait_for_hidden(Palette, Some(4));
        assert!(!stage.at_rest(), "the palette is still to be seen");
        assert_eq!(stage.on_screen(Palette, false), [4]);
        assert!(!stage.at_rest(), "who waited has not been told yet");
        stage.told(1);
        assert!(stage.at_rest());
    }

    /// The palette on the screen.
    fn shown() -> Stage {
        let stage = Stage::default();
        stage.show(Palette, None, Shown::default());
        stage.on_screen(Palette, true);
        stage
    }
}
