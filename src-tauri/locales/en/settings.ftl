### What the settings window says, besides what both windows share in ui.ftl.
