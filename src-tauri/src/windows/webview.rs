//! What both windows have in common: nothing but our own pages, and nothing that reaches out of them.

use tauri::webview::{NewWindowResponse, PageLoadEvent, PermissionResponse};
use tauri::{AppHandle, Manager as _, Url, WebviewUrl, WebviewWindowBuilder};

use fencun_protocol::WindowName;

use super::{Stage, label};
use crate::look::Look;
use crate::program::Folder;

type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// A window on the page of that name, hidden for now.
pub(super) fn guarded(app: &AppHandle, name: WindowName) -> Builder<'_> {
    let page = WebviewUrl::App(format!("{}.html", label(name)).into());
    WebviewWindowBuilder::new(app, label(name), page)
        .visible(false)
        .focused(true)
        .devtools(false)
        .data_directory(app.state::<Folder>().0.clone())
        .background_color(app.state::<Look>().ground())
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        // Without Tauri's handler the pages get drops as text and nothing can open a file.
        .disable_drag_drop_handler()
        .on_page_load(move |window, load| {
            if load.event() == PageLoadEvent::Started {
                window.state::<Stage>().page_loads(name);
            }
        })
}

/// Whether an address is one of the pages in this program.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // Where the system knows no schemes of our own, this one is served by the program as well.
        "http" | "https" => url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_can_be_gone_to() {
        for (address, ours) in [
            ("tauri://localhost/palette.html", true),
            ("http://tauri.localhost/settings.html", true),
            ("tauri://elsewhere/palette.html", false),
            ("http://localhost/palette.html", false),
            ("http://tauri.localhost:8080/", false),
            ("http://tauri.localhost.example.com/", false),
            ("https://example.com/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_ours(&address.parse().expect("an address")), ours, "{address}");
        }
    }
}
