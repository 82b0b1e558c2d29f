//! resident
fn main() {}
