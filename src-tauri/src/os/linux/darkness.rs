//! Whether the desktop wants dark windows: GTK's own settings, and what the desktop's portal says.

use std::rc::Rc;

use gtk::gio::{self, prelude::*};
use gtk::glib;
use gtk::prelude::*;
use tauri::AppHandle;

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const INTERFACE: &str = "org.freedesktop.portal.Settings";
const NAMESPACE: &str = "org.freedesktop.appearance";
const KEY: &str = "color-scheme";

/// Tells at once what GTK knows, and later what the portal says and each change of it. Nothing waits for
/// the portal: one that hangs must not keep a window from opening.
pub(crate) fn watch_darkness(told: impl Fn(bool) + 'static) {
    let of_gtk = gtk_is_dark();
    told(of_gtk);
    glib::MainContext::default().spawn_local(async move {
        // Without a session bus or a portal GTK's word stands.
        let _ = ask_portal(of_gtk, Rc::new(told)).await;
    });
}

/// Makes GTK, and with it `prefers-color-scheme` in the pages, dark or light.
pub(crate) fn set_dark(_app: &AppHandle, dark: bool) {
    if let Some(settings) = gtk::Settings::default() {
        settings.set_gtk_application_prefer_dark_theme(dark);
    }
}

fn gtk_is_dark() -> bool {
    gtk::Settings::default().is_some_and(|settings| {
        settings.is_gtk_application_prefer_dark_theme()
            || settings.gtk_theme_name().is_some_and(|name| name.to_lowercase().ends_with("-dark"))
    })
}

async fn ask_portal(of_gtk: bool, told: Rc<dyn Fn(bool)>) -> Result<(), glib::Error> {
    let flags = gio::DBusProxyFlags::DO_NOT_LOAD_PROPERTIES;
    let proxy =
        gio::DBusProxy::for_bus_future(gio::BusType::Session, flags, None, PORTAL, PATH, INTERFACE).await?;
    let changed = Rc::clone(&told);
    proxy.connect_local("g-signal", false, move |values| {
        if let Some(scheme) =
            values.last().and_then(|value| value.get().ok()).and_then(|args| changed_to(&args))
        {
            changed(is_dark(scheme, of_gtk));
        }
        None
    });
    let arguments = (NAMESPACE, KEY).to_variant();
    let answer = proxy.call_future("Read", Some(&arguments), gio::DBusCallFlags::NONE, -1).await?;
    if let Some(scheme) = unwrapped(&answer.child_value(0)) {
        told(is_dark(scheme, of_gtk));
    }
    // The watch lasts as long as this is waiting, which is as long as the program runs.
    std::future::pending().await
}

/// The new value, if this is about the colour scheme.
fn changed_to(arguments: &glib::Variant) -> Option<u32> {
    let (namespace, key, value) = arguments.get::<(String, String, glib::Variant)>()?;
    (namespace == NAMESPACE && key == KEY).then(|| unwrapped(&value)).flatten()
}

/// The number within; portals wrap it once or twice.
fn unwrapped(value: &glib::Variant) -> Option<u32> {
    if value.is_type(glib::VariantTy::VARIANT) { unwrapped(&value.as_variant()?) } else { value.get() }
}

/// 1 asks for dark, 2 for light, anything else has no opinion.
fn is_dark(scheme: u32, of_gtk: bool) -> bool {
    match scheme {
        1 => true,
        2 => false,
        _ => of_gtk,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portal_without_opinion_leaves_it_to_gtk() {
        for (scheme, of_gtk, dark) in [(1, false, true), (2, true, false), (0, true, true), (7, false, false)]
        {
            assert_eq!(is_dark(scheme, of_gtk), dark, "scheme {scheme}, GTK {of_gtk}");
        }
    }

    #[test]
    fn the_scheme_is_found_however_often_it_is_wrapped() {
        assert_eq!(unwrapped(&1_u32.to_variant()), Some(1));
        assert_eq!(unwrapped(&1_u32.to_variant().to_variant().to_variant()), Some(1));
        assert_eq!(unwrapped(&"dark".to_variant()), None);
    }

    #[test]
    fn only_the_colour_scheme_counts() {
        let change = |key: &str| (NAMESPACE, key, 1_u32.to_variant()).to_variant();
        assert_eq!(changed_to(&change(KEY)), Some(1));
        assert_eq!(changed_to(&change("contrast")), None);
    }
}
