//! Follows what others do to the library and the settings.

use std::sync::Arc;

use fencun_store::Watch;

use crate::app::App;

/// Reads everything again whenever somebody else has changed a file, until the answer is dropped.
pub(crate) fn watch(app: &Arc<App>) -> Option<Watch> {
    let follower = Arc::downgrade(app);
    let changed = move || {
        if let Some(app) = follower.upgrade() {
            app.look_again();
        }
    };
    app.watch(changed).inspect_err(|err| tracing::warn!(%err, "changes by others are not noticed")).ok()
}
