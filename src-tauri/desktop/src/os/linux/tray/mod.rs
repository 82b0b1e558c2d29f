//! The tray icon: a StatusNotifierItem on the session bus, drawn by whatever panel there is.
//!
//! One thread asks and tells. What the bus calls back only sends a message to it, as it calls with a lock held.

mod icon;
mod menu;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use ksni::blocking::{Handle, TrayMethods as _};
use ksni::menu::StandardItem;
use ksni::{Category, Icon, OfflineReason, ToolTip};

use self::icon::Look;
use crate::tray::{TrayEvent, TrayFace};

/// The name by which panels know the icon between sessions.
const ID: &str = "fencun";

/// How long the answer to the last click may take to go out.
const ANSWERING: Duration = Duration::from_millis(200);

/// How long a busy panel may take to fetch a menu. libdbusmenu, which most panels use, forgets what changed meanwhile.
const FETCHING: Duration = Duration::from_secs(5);

/// What is asked of the tray's thread.
enum Task {
    /// Show this.
    Show(TrayFace),
    /// Tell the program.
    Tell(TrayEvent),
    /// Take the icon away.
    End,
}

/// The icon in the panel.
pub struct Tray {
    tasks: Sender<Task>,
    /// Closed by the thread's end.
    end: Mutex<Receiver<()>>,
}

impl Tray {
    /// Shows the face wherever there is a panel for it, now or later, and says what happens there, in order, from one
    /// thread: what takes long there keeps the icon waiting.
    pub fn start(face: TrayFace, on_event: Box<dyn Fn(TrayEvent) + Send + Sync>) -> Self {
        let (tasks, inbox) = mpsc::channel();
        let tell = tasks.clone();
        let attendant = Attendant { tell, on_event, face, handle: None, warned: false };
        let (alive, end) = mpsc::channel::<()>();
        let serve = move || {
            attendant.serve(&inbox);
            drop(alive);
        };
        if let Err(error) = thread::Builder::new().name("tray".into()).spawn(serve) {
            tracing::warn!(%error, "no tray icon");
        }
        Self { tasks, end: Mutex::new(end) }
    }

    /// Takes the icon away and waits, not long, until the bus has been told: whoever clicked "Quit" waits for an answer.
    pub fn close(&self) {
        let _ = self.tasks.send(Task::End);
        let end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        // Nothing is ever sent: this returns when the thread has ended, or after a second.
        let _: Result<(), _> = end.recv_timeout(Duration::from_secs(1));
    }

    /// Shows another face. An equal one changes nothing, so that an open menu stays open.
    pub fn show(&self, face: TrayFace) {
        // The thread ends only with us.
        let _ = self.tasks.send(Task::Show(face));
    }
}

impl Drop for Tray {
    fn drop(&mut self) {
        let _ = self.tasks.send(Task::End);
    }
}

/// What the tray's thread holds.
struct Attendant {
    tell: Sender<Task>,
    on_event: Box<dyn Fn(TrayEvent) + Send + Sync>,
    face: TrayFace,
    handle: Option<Handle<StatusItem>>,
    /// Whether the log has the reason why there is no icon.
    warned: bool,
}

impl Attendant {
    fn serve(mut self, inbox: &Receiver<Task>) {
        self.appear();
        for task in inbox {
            match task {
                Task::Show(face) => self.show(face),
                Task::Tell(event) => (self.on_event)(event),
                Task::End => break,
            }
        }
        if let Some(handle) = self.handle {
            // The click that led here is answered by the bus library after it has been told to us, and nobody says
            // when the answer is out.
            thread::sleep(ANSWERING);
            handle.shutdown().wait();
        }
    }

    fn show(&mut self, face: TrayFace) {
        let changed = face != self.face;
        self.face = face;
        match &self.handle {
            Some(handle) if changed => {
                handle.update(|item| item.put_on(self.face.clone()));
            }
            Some(_) => {}
            None => self.appear(),
        }
    }

    /// Goes to the bus. Where there is none, the next face tries again.
    fn appear(&mut self) {
        let item = StatusItem {
            face: self.face.clone(),
            tell: self.tell.clone(),
            icon: Look::find(),
            offline: AtomicBool::new(false),
            since: Instant::now(),
            missed: false,
            odd: false,
        };
        match item.assume_sni_available(true).spawn() {
            Ok(handle) => {
                // A missing panel has been told by the item itself.
                if handle.update(|item| item.offline.load(Ordering::Relaxed)) == Some(false) {
                    (self.on_event)(TrayEvent::HostOnline);
                }
                self.handle = Some(handle);
            }
            Err(error) if !self.warned => {
                tracing::warn!(%error, "no tray icon");
                self.warned = true;
                (self.on_event)(TrayEvent::HostOffline);
            }
            Err(_) => {}
        }
    }
}

/// What the bus asks about.
pub(super) struct StatusItem {
    face: TrayFace,
    tell: Sender<Task>,
    icon: Look,
    offline: AtomicBool,
    /// When the face was put on.
    since: Instant,
    /// A panel may have missed the last change.
    missed: bool,
    /// Whether the menu has the row that nobody sees, which makes it another one to panels.
    odd: bool,
}

impl StatusItem {
    fn put_on(&mut self, face: TrayFace) {
        self.missed |= self.since.elapsed() < FETCHING;
        self.since = Instant::now();
        self.face = face;
    }

    fn tell(&self, event: TrayEvent) {
        let _ = self.tell.send(Task::Tell(event));
    }
}

impl ksni::Tray for StatusItem {
    // A left click is ours: it opens the palette. Panels that only know menus show the menu all the same.
    const MENU_ON_ACTIVATE: bool = false;

    fn id(&self) -> String {
        ID.to_owned()
    }

    fn category(&self) -> Category {
        Category::Communications
    }

    fn title(&self) -> String {
        self.face.title.clone()
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip { title: self.face.tooltip.clone(), ..ToolTip::default() }
    }

    fn icon_name(&self) -> String {
        self.icon.name()
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        self.icon.pixmaps()
    }

    fn menu(&self) -> Vec<ksni::MenuItem<Self>> {
        let mut rows = menu::draw(&self.face.items);
        if self.odd {
            rows.push(StandardItem { visible: false, ..StandardItem::default() }.into());
        }
        rows
    }

    /// Has a panel fetch the menu that it shows, if it may have missed that there is another.
    fn menu_about_to_show(&mut self) {
        self.odd ^= std::mem::take(&mut self.missed);
    }

    fn activate(&mut self, x: i32, y: i32) {
        self.tell(TrayEvent::Activated { x, y, token: ksni::current_xdg_activation_token() });
    }

    fn watcher_online(&self) {
        self.offline.store(false, Ordering::Relaxed);
        self.tell(TrayEvent::HostOnline);
    }

    fn watcher_offline(&self, _reason: OfflineReason) -> bool {
        self.offline.store(true, Ordering::Relaxed);
        self.tell(TrayEvent::HostOffline);
        // Stay: the panel may only be restarting.
        true
    }
}
