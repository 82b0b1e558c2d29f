//! The icon in the notification area or the menu bar.

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};

use fencun_core::menu::{Action, Item};
use tray_icon::menu::{CheckMenuItem, IsMenuItem, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tray_icon::{Icon, MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

use crate::tray::{TrayEvent, TrayFace, menu_label};

include!(concat!(env!("OUT_DIR"), "/glyph.rs"));

/// What is asked of the loop.
pub(super) enum Ask {
    Show(TrayFace, Sender<TrayEvent>),
    End,
}

/// The icon in the panel.
pub struct Tray {
    face: Mutex<TrayFace>,
    tell: Sender<TrayEvent>,
}

impl Tray {
    /// Shows the face, and says what happens there.
    pub fn start(face: TrayFace, on_event: Box<dyn Fn(TrayEvent) + Send + Sync>) -> Self {
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || told.iter().for_each(on_event));
        let tray = Self { face: Mutex::default(), tell };
        tray.show(face);
        tray
    }

    /// The icon goes with the program here.
    pub fn close(&self) {}

    /// Shows another face. An equal one changes nothing.
    pub fn show(&self, face: TrayFace) {
        let mut shown = self.face.lock().unwrap_or_else(PoisonError::into_inner);
        if *shown != face {
            shown.clone_from(&face);
            super::ask(super::Ask::Tray(Ask::Show(face, self.tell.clone())));
        }
    }
}

impl Drop for Tray {
    fn drop(&mut self) {
        super::ask(super::Ask::Tray(Ask::End));
    }
}

/// What the loop holds.
#[derive(Default)]
pub(super) struct Shown {
    icon: Option<TrayIcon>,
    actions: Arc<Mutex<HashMap<String, Action>>>,
}

impl Shown {
    pub(super) fn answer(&mut self, ask: Ask) {
        match ask {
            Ask::End => self.icon = None,
            Ask::Show(face, tell) => self.show(&face, &tell),
        }
    }

    fn show(&mut self, face: &TrayFace, tell: &Sender<TrayEvent>) {
        let mut drawn = Drawing { actions: HashMap::new() };
        let menu = Menu::new();
        for line in drawn.lines(&face.items) {
            let _ = menu.append(line.as_ref());
        }
        *self.actions.lock().unwrap_or_else(PoisonError::into_inner) = drawn.actions;
        match &self.icon {
            Some(icon) => {
                icon.set_menu(Some(Box::new(menu)));
                let _ = icon.set_tooltip(Some(&face.tooltip));
            }
            None => self.appear(menu, face, tell),
        }
    }

    fn appear(&mut self, menu: Menu, face: &TrayFace, tell: &Sender<TrayEvent>) {
        self.listen(tell);
        let mut builder = TrayIconBuilder::new()
            .with_menu(Box::new(menu))
            .with_tooltip(&face.tooltip)
            .with_icon_as_template(GLYPH_IS_TEMPLATE)
            .with_menu_on_left_click(false);
        if let Ok(icon) = Icon::from_rgba(rgba(GLYPH), GLYPH_SIDE, GLYPH_SIDE) {
            builder = builder.with_icon(icon);
        }
        let event = match builder.build() {
            Ok(icon) => {
                self.icon = Some(icon);
                TrayEvent::HostOnline
            }
            Err(error) => {
                tracing::warn!(%error, "no tray icon");
                TrayEvent::HostOffline
            }
        };
        let _ = tell.send(event);
    }

    fn listen(&self, tell: &Sender<TrayEvent>) {
        let (clicks, choices) = (Mutex::new(tell.clone()), Mutex::new(tell.clone()));
        let actions = Arc::clone(&self.actions);
        TrayIconEvent::set_event_handler(Some(move |event| {
            if let Some(event) = activated(&event) {
                let _ = clicks.lock().unwrap_or_else(PoisonError::into_inner).send(event);
            }
        }));
        MenuEvent::set_event_handler(Some(move |event: MenuEvent| {
            let action =
                actions.lock().unwrap_or_else(PoisonError::into_inner).get(event.id.as_ref()).cloned();
            if let Some(action) = action {
                let chosen = TrayEvent::Chosen { action, token: None };
                let _ = choices.lock().unwrap_or_else(PoisonError::into_inner).send(chosen);
            }
        }));
    }
}

#[allow(clippy::cast_possible_truncation, reason = "screens are smaller than that")]
fn activated(event: &TrayIconEvent) -> Option<TrayEvent> {
    match event {
        TrayIconEvent::Click {
            button: MouseButton::Left,
            button_state: MouseButtonState::Up,
            position,
            ..
        } => Some(TrayEvent::Activated { x: position.x as i32, y: position.y as i32, token: None }),
        _ => None,
    }
}

fn rgba(argb: &[u8]) -> Vec<u8> {
    let mut pixels = argb.to_vec();
    pixels.chunks_exact_mut(4).for_each(|pixel| pixel.rotate_left(1));
    pixels
}

/// Draws the menu and remembers what each line does.
struct Drawing {
    actions: HashMap<String, Action>,
}

impl Drawing {
    fn lines(&mut self, items: &[Item]) -> Vec<Box<dyn IsMenuItem>> {
        items.iter().flat_map(|item| self.line(item)).collect()
    }

    fn line(&mut self, item: &Item) -> Vec<Box<dyn IsMenuItem>> {
        match item {
            Item::Separator => vec![Box::new(PredefinedMenuItem::separator())],
            Item::Entry { label, action, shortcut } => {
                let id = self.remember(action);
                let accelerator = shortcut.as_deref().and_then(|keys| keys.parse().ok());
                vec![Box::new(MenuItem::with_id(id, text(label), true, accelerator))]
            }
            Item::Radio { options, selected } => {
                let option = |(place, (label, action)): (usize, &(String, Action))| {
                    let (id, marked) = (self.remember(action), *selected == Some(place));
                    let line = CheckMenuItem::with_id(id, text(label), true, marked, None);
                    Box::new(line) as Box<dyn IsMenuItem>
                };
                options.iter().enumerate().map(option).collect()
            }
            Item::Submenu { label, items } => {
                let below = Submenu::new(text(label), !items.is_empty());
                for line in self.lines(items) {
                    let _ = below.append(line.as_ref());
                }
                vec![Box::new(below)]
            }
        }
    }

    fn remember(&mut self, action: &Action) -> String {
        let id = self.actions.len().to_string();
        self.actions.insert(id.clone(), action.clone());
        id
    }
}

/// An ampersand would underline the letter after it.
fn text(label: &str) -> String {
    menu_label(label, '&')
}
