//! Keys that come before the palette's page can hear them: a person who opens it types at once, while its page is
//! still being drawn for the first time. They are kept, and given to the page when it is ready.

use std::cell::RefCell;

use gtk::gdk;
use gtk::glib;
use gtk::prelude::*;
use webkit2gtk::{WebView, WebViewExt as _};

/// More than anybody types in that time.
const MOST: usize = 64;

thread_local! {
    /// Of the one palette; None while its page hears for itself. GTK has one thread, and so has this.
    static KEPT: RefCell<Option<Vec<gdk::Event>>> = const { RefCell::new(None) };
}

/// Keeps the keys of a page that has just been made.
pub(super) fn keep(page: &WebView) {
    KEPT.set(Some(Vec::new()));
    page.connect_key_press_event(|_, key| kept(key));
    page.connect_key_release_event(|_, key| kept(key));
    // A page that died is drawn anew, and does not hear meanwhile either.
    page.connect_web_process_terminated(|_, _| KEPT.set(Some(Vec::new())));
}

fn kept(key: &gdk::EventKey) -> glib::Propagation {
    KEPT.with_borrow_mut(|kept| match kept {
        Some(keys) => {
            if keys.len() < MOST {
                keys.push((**key).clone());
            }
            glib::Propagation::Stop
        }
        None => glib::Propagation::Proceed,
    })
}

/// Gives the page what was typed, in order; from now on it hears for itself. On the main thread.
pub(crate) fn give_early_keys() {
    for mut key in KEPT.take().unwrap_or_default() {
        gtk::main_do_event(&mut key);
    }
}

/// Forgets what was typed for a palette that is hidden again.
pub(super) fn forget() {
    KEPT.with_borrow_mut(|kept| kept.iter_mut().for_each(Vec::clear));
}
