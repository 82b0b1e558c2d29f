//! The heap of a program that runs all day: small, and what reading a library left behind goes back to the system.

/// What is larger is mapped for itself and given back as soon as it is free.
const LARGE: libc::c_int = 128 * 1024;

/// One heap for all threads, before there is a second one. The C library would make one for each, and a dozen threads
/// that mostly sleep would each keep the crumbs of their own busiest moment; together that was a third of our memory.
#[allow(unsafe_code, reason = "no safe crate sets these; the calls take and give numbers only")]
pub(crate) fn keep_one_heap() {
    // Where the C library has no such settings it says so, and that is as well.
    #[cfg(target_env = "gnu")]
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 1);
        // Named, it stays: otherwise it grows with the largest thing ever freed.
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
    }
}

/// Gives free memory back to the system, also from the middle of the heap. To be called when much was freed that will
/// not be needed soon, such as the text of a library after it was read.
#[allow(unsafe_code, reason = "no safe crate does it; the call takes and gives numbers only")]
pub fn give_back_memory() {
    #[cfg(target_env = "gnu")]
    unsafe {
        libc::malloc_trim(0);
    }
}
