//! The built Fencun on a real desktop, as one test program.

mod desktop_in_a_box;
mod everyday;
