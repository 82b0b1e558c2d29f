//! Linux: GTK and WebKit directly, where going through Tauri comes too late or not at all.

use std::os::unix::process::CommandExt as _;
use std::process::Command;
use std::sync::Arc;

use gdkx11::X11Window;
use gdkx11::functions::x11_get_server_time;
use gtk::gdk;
use gtk::glib::{self, Cast as _};
use gtk::prelude::*;
use tauri::WebviewWindow;
use webkit2gtk::{
    CacheModel, HitTestResultExt as _, InputMethodContextExt as _, WebContextExt as _, WebView,
    WebViewExt as _,
};

use super::Watcher;
use crate::windows::place::Point;

mod darkness;
mod desk;
mod early_keys;
mod focus;
mod pages;
mod panels;

pub(crate) use darkness::{set_dark, watch_darkness};
pub(crate) use desk::desk;
pub(crate) use early_keys::give_early_keys;
pub(crate) use focus::when_left;
pub(crate) use pages::{before_pages, page_never_began};

const NAME: &str = "fencun-window";

/// What WebKit and its processes read when they start. A person who has set one of them knows why.
const WEBKIT: [(&str, &str); 3] = [
    // For a small window, drawing without the graphics card is faster to come up and takes half the memory.
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    // Nor is there a card to look for then. Else this process, which draws nothing itself, starts OpenGL to ask which
    // one it would be, before the page is even asked for.
    ("WEBKIT_WEB_RENDER_DEVICE_FILE", "/dev/null"),
    // Pages that draw a list and wait for the next key are done before compiling their scripts has paid off:
    // interpreted they come up sooner, and without the compilers and what they make 15 MiB smaller.
    ("JSC_useJIT", "0"),
];

/// Sets what GTK and WebKit read once; before either is touched and before there is a second thread.
pub(crate) fn before_start() {
    glib::set_prgname(Some(NAME));
    for (name, value) in WEBKIT {
        if let Err(err) = glib::setenv(name, value, false) {
            crate::complaint::say(err);
        }
    }
}

/// Sets the class by which window managers and scripts know our windows; GTK would write it with a capital.
pub(crate) fn start() {
    gdk::set_program_class(NAME);
}

/// Puts a child into a process group of its own, so that Ctrl+C in our terminal does not reach it.
pub(crate) fn outlive_us(command: &mut Command) {
    command.process_group(0);
}

/// Turns input methods on, and tells the watcher what happens to the window from now on.
pub(crate) fn prepare(window: &WebviewWindow, watcher: Arc<dyn Watcher>) -> tauri::Result<()> {
    let types_at_once = window.label() == "palette";
    window.with_webview(move |page| {
        let page = page.inner();
        if types_at_once {
            early_keys::keep(&page);
        }
        show_compositions(&page);
        keep_little(&page);
        offer_no_reloading(&page);
        watch(&page, watcher);
    })
}

/// Shows what an input method composes while it is being composed: wry turns this off, and then people
/// who write Chinese see nothing until they are done.
fn show_compositions(page: &WebView) {
    if let Some(context) = page.input_method_context() {
        context.set_enable_preedit(true);
    }
}

/// Two local pages need no cache of earlier ones.
fn keep_little(page: &WebView) {
    if let Some(context) = page.context() {
        context.set_cache_model(CacheModel::DocumentViewer);
    }
}

/// Leaves the context menu to fields and selected words; elsewhere it would offer "Reload" and "Back".
fn offer_no_reloading(page: &WebView) {
    page.connect_context_menu(|_, _, _, under| {
        !(under.context_is_editable() || under.context_is_selection())
    });
}

fn watch(page: &WebView, watcher: Arc<dyn Watcher>) {
    let dying = Arc::clone(&watcher);
    page.connect_web_process_terminated(move |_, _| dying.page_died());
    let Some(window) = page.toplevel() else { return };
    let shown = Arc::clone(&watcher);
    window.connect_map_event(move |_, _| {
        shown.on_screen(true);
        glib::Propagation::Proceed
    });
    window.connect_unmap_event(move |_, _| {
        watcher.on_screen(false);
        glib::Propagation::Proceed
    });
}

/// Shows a window and gives it the focus; on the main thread.
///
/// Tauri's `show` only queues, and its `set_focus` does nothing as long as that waits in the queue.
pub(crate) fn show(window: &WebviewWindow, token: Option<&str>, _watcher: &dyn Watcher) -> tauri::Result<()> {
    let window = window.gtk_window()?;
    for child in window.children() {
        child.show_all();
    }
    window.realize();
    if let Some(token) = token {
        window.set_startup_id(token);
    }
    let now = server_time(&window);
    // The first call maps the window as used just now, and the second asks for the focus: some window
    // managers go by the one, some by the other.
    window.present_with_time(now);
    window.present_with_time(now);
    Ok(())
}

/// Lets a page know that it has the focus, by taking it away and giving it back within the window.
pub(crate) fn focus_anew(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|page| {
        let page = page.inner();
        if let Some(Ok(window)) = page.toplevel().map(|top| top.downcast::<gtk::Window>()) {
            window.set_focus(gtk::Widget::NONE);
        }
        page.grab_focus();
    })
}

/// The X server's clock, by which window managers judge who may take the focus; elsewhere "now".
fn server_time(window: &gtk::ApplicationWindow) -> u32 {
    match window.window().map(|window| window.downcast::<X11Window>()) {
        Some(Ok(window)) => x11_get_server_time(&window),
        _ => gdk::ffi::GDK_CURRENT_TIME as u32,
    }
}

/// Hides a window; the window manager gives the focus back to who had it. On the main thread.
pub(crate) fn hide(window: &WebviewWindow, _watcher: &dyn Watcher) -> tauri::Result<()> {
    early_keys::forget();
    window.gtk_window()?.hide();
    Ok(())
}

/// Puts the upper left corner of a window somewhere; on the main thread. Wayland leaves that to the
/// compositor and GTK then does nothing.
pub(crate) fn move_to(window: &WebviewWindow, corner: Point) -> tauri::Result<()> {
    let window = window.gtk_window()?;
    let scale = window.scale_factor();
    window.move_(corner.x / scale, corner.y / scale);
    Ok(())
}
