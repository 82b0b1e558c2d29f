//! The session bus of a desktop, and the test's own connection to it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, connection};
use zbus::names::BusName;

use crate::wait::{DEADLINE, wait_until};

/// What the bus starts on demand: the panel cannot read its settings without it.
const SETTINGS_SERVICE: &str = "/usr/share/dbus-1/services/org.xfce.Xfconf.service";

/// An answer that takes longer will not come.
const PATIENCE: Duration = Duration::from_secs(20);

/// The session bus, seen from the test.
pub struct Bus {
    address: String,
    connection: Connection,
}

impl Bus {
    pub(crate) fn connect(address: &str) -> Self {
        Self { address: address.to_owned(), connection: connect(address) }
    }

    /// Where programs find it.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The test's connection, for a call that has no method here.
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Whether anybody owns the name now; nobody is started for it.
    #[must_use]
    pub fn has_owner(&self, name: &str) -> bool {
        self.daemon().name_has_owner(name_of(name)).expect("the bus answers")
    }

    /// The process that owns the name.
    #[must_use]
    pub fn pid(&self, name: &str) -> Option<u32> {
        self.daemon().get_connection_unix_process_id(name_of(name)).ok()
    }

    /// Waits until somebody owns the name.
    #[track_caller]
    pub fn wait_for_owner(&self, name: &str) {
        let what = format!("an owner of {name} on the bus");
        wait_until(&what, DEADLINE, || self.has_owner(name).then_some(()));
    }

    /// Waits until nobody owns the name.
    #[track_caller]
    pub fn wait_for_no_owner(&self, name: &str) {
        let what = format!("the end of {name} on the bus");
        wait_until(&what, DEADLINE, || (!self.has_owner(name)).then_some(()));
    }

    fn daemon(&self) -> DBusProxy<'_> {
        DBusProxy::new(&self.connection).expect("the bus is there")
    }
}

/// A further connection, for a part the test plays itself.
pub(crate) fn connect(address: &str) -> Connection {
    let builder = connection::Builder::address(address).expect("the bus printed its address");
    builder.method_timeout(PATIENCE).build().expect("the bus is listening")
}

fn name_of(name: &str) -> BusName<'_> {
    BusName::try_from(name).expect("a test writes valid names")
}

/// Writes the daemon's configuration and returns where: its own socket, its own services, no others unless asked.
pub(crate) fn configure(folder: &Path, host_services: bool) -> std::path::PathBuf {
    let services = folder.join("services");
    fs::create_dir_all(&services).expect("the folder is ours");
    // Without the panel's package there is no panel to serve either.
    let _ = fs::copy(SETTINGS_SERVICE, services.join("org.xfce.Xfconf.service"));
    let file = folder.join("bus.conf");
    fs::write(&file, configuration(folder, host_services)).expect("the folder is ours");
    file
}

fn configuration(folder: &Path, host_services: bool) -> String {
    let standard = if host_services { "<standard_session_servicedirs/>" } else { "" };
    let folder = folder.display();
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/run/bus</listen>
  <servicedir>{folder}/services</servicedir>{standard}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#
    )
}
