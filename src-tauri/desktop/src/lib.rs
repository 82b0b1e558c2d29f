//! What Fencun asks of the machine.
