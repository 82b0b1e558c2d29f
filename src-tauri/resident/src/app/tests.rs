//! The app behind its doors, with stand-ins for the machine.
