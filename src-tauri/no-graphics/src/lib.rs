//! An EGL that draws nothing.
//!
//! WebKit's page process asks EGL for a display before it does anything, and gives up where there is none, also when it
//! is never going to draw with OpenGL. The usual answer comes from a graphics driver: with Mesa's, LLVM is loaded for it,
//! which takes some 20 ms of every first opening and 20 MiB as long as the page lives. This library is asked instead. It
//! has a display without a single configuration, so nobody can draw with it, and that is all it has.
//!
//! It is loaded by [libglvnd](https://gitlab.freedesktop.org/glvnd/libglvnd), which `include/glvnd/libeglabi.h` there
//! describes, where `__EGL_VENDOR_LIBRARY_FILENAMES` names it.
#![allow(unsafe_code, reason = "what libglvnd calls is C")]

use std::ffi::{CStr, c_char, c_int, c_uint, c_void};

/// The version of the interface: major in the upper half.
const MAJOR: u32 = 0;
const YES: c_uint = 1;
const NO: c_uint = 0;
const PLATFORM_SURFACELESS: c_uint = 0x31DD;
const OPENGL_ES_API: c_uint = 0x30A0;
const VENDOR: c_int = 0x3053;
const VERSION: c_int = 0x3054;
const EXTENSIONS: c_int = 0x3055;
const CLIENT_APIS: c_int = 0x308D;
/// The one text that libglvnd asks the vendor for: the platforms it has displays for.
const PLATFORMS: c_int = 0;

static DISPLAY: u8 = 0;

type Function = unsafe extern "C" fn();

/// `__EGLapiImports`: what libglvnd wants to know of a vendor; it clears the rest, which is optional.
#[repr(C)]
pub struct Imports {
    get_platform_display: extern "C" fn(c_uint, *mut c_void, *const c_void) -> *const c_void,
    get_supports_api: extern "C" fn(c_uint) -> c_uint,
    get_vendor_string: extern "C" fn(c_int) -> *const c_char,
    get_proc_address: unsafe extern "C" fn(*const c_char) -> Option<Function>,
    get_dispatch_address: unsafe extern "C" fn(*const c_char) -> Option<Function>,
    set_dispatch_index: extern "C" fn(*const c_char, c_int),
}

/// What libglvnd calls once the library is loaded. Says no to an interface it was not written for.
///
/// # Safety
///
/// `imports` points to a `__EGLapiImports` that may be written, as libglvnd promises.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn __egl_Main(
    version: u32,
    _exports: *const c_void,
    _vendor: *mut c_void,
    imports: *mut Imports,
) -> c_uint {
    if version >> 16 != MAJOR || imports.is_null() {
        return NO;
    }
    let ours = Imports {
        get_platform_display,
        get_supports_api,
        get_vendor_string,
        get_proc_address,
        get_dispatch_address,
        set_dispatch_index,
    };
    // SAFETY: the caller promises that it may be written.
    unsafe { imports.write(ours) };
    YES
}

extern "C" fn get_platform_display(platform: c_uint, _: *mut c_void, _: *const c_void) -> *const c_void {
    if platform == PLATFORM_SURFACELESS { (&raw const DISPLAY).cast() } else { std::ptr::null() }
}

/// A vendor without any API is not taken.
extern "C" fn get_supports_api(api: c_uint) -> c_uint {
    c_uint::from(api == OPENGL_ES_API)
}

extern "C" fn get_vendor_string(name: c_int) -> *const c_char {
    if name == PLATFORMS { c"EGL_MESA_platform_surfaceless".as_ptr() } else { std::ptr::null() }
}

/// Every function of EGL there is: of the most, "no" or "none" is the answer.
unsafe extern "C" fn get_proc_address(name: *const c_char) -> Option<Function> {
    // SAFETY: libglvnd asks for names, which end as texts do in C.
    let name = unsafe { CStr::from_ptr(name) }.to_bytes();
    // SAFETY: libglvnd casts each back to the type that the function of that name has in EGL. The first two have it; the
    // others take no arguments and leave alone those they are called with, which the caller clears away in the calling
    // conventions of every processor that WebKit runs on under Linux.
    let function =
        |address: *const c_void| unsafe { std::mem::transmute::<*const c_void, Function>(address) };
    match name {
        b"eglInitialize" => Some(function(initialize as *const c_void)),
        b"eglQueryString" => Some(function(query_string as *const c_void)),
        b"eglTerminate" | b"eglReleaseThread" => Some(function(yes as *const c_void)),
        name if name.starts_with(b"egl") => Some(function(none as *const c_void)),
        _ => None,
    }
}

unsafe extern "C" fn get_dispatch_address(_: *const c_char) -> Option<Function> {
    None
}

extern "C" fn set_dispatch_index(_: *const c_char, _: c_int) {}

unsafe extern "C" fn initialize(_: *const c_void, major: *mut c_int, minor: *mut c_int) -> c_uint {
    for (place, number) in [(major, 1), (minor, 4)] {
        if !place.is_null() {
            // SAFETY: EGL's callers pass null or a place for a number.
            unsafe { place.write(number) };
        }
    }
    YES
}

extern "C" fn query_string(display: *const c_void, name: c_int) -> *const c_char {
    let text = match name {
        VENDOR => c"Fencun",
        VERSION => c"1.4",
        CLIENT_APIS => c"OpenGL_ES",
        EXTENSIONS if display.is_null() => c"EGL_EXT_client_extensions EGL_EXT_platform_base",
        EXTENSIONS => c"",
        _ => return std::ptr::null(),
    };
    text.as_ptr()
}

extern "C" fn yes() -> c_uint {
    YES
}

/// "No", "none" and null.
extern "C" fn none() -> usize {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imports() -> Imports {
        let mut imports = std::mem::MaybeUninit::<Imports>::uninit();
        // SAFETY: it is written before it is taken for whole.
        unsafe {
            assert_eq!(__egl_Main(1, std::ptr::null(), std::ptr::null_mut(), imports.as_mut_ptr()), YES);
            imports.assume_init()
        }
    }

    #[test]
    fn an_interface_of_another_time_is_refused() {
        // SAFETY: null is looked at and not written to.
        unsafe {
            assert_eq!(__egl_Main(1 << 16, std::ptr::null(), std::ptr::null_mut(), std::ptr::null_mut()), NO);
            assert_eq!(__egl_Main(1, std::ptr::null(), std::ptr::null_mut(), std::ptr::null_mut()), NO);
        }
    }

    #[test]
    fn there_is_a_display_without_a_screen_and_no_other() {
        let imports = imports();
        let nothing = std::ptr::null_mut();
        assert!(!(imports.get_platform_display)(PLATFORM_SURFACELESS, nothing, nothing).is_null());
        assert!((imports.get_platform_display)(0x31D5, nothing, nothing).is_null(), "X11");
        assert_eq!([OPENGL_ES_API, 0x30A2].map(|api| (imports.get_supports_api)(api)), [YES, NO]);
    }

    #[test]
    fn it_can_be_initialized_and_has_nothing_to_draw_with() {
        let imports = imports();
        let (mut major, mut minor, mut configs) = (0, 0, 7);
        type Initialize = unsafe extern "C" fn(*const c_void, *mut c_int, *mut c_int) -> c_uint;
        type GetConfigs = unsafe extern "C" fn(*const c_void, *mut c_void, c_int, *mut c_int) -> c_uint;
        // SAFETY: both are cast back to what they are.
        unsafe {
            let address = (imports.get_proc_address)(c"eglInitialize".as_ptr()).expect("there is one");
            let initialize: Initialize = std::mem::transmute::<Function, Initialize>(address);
            assert_eq!(initialize(std::ptr::null(), &raw mut major, &raw mut minor), YES);
            let address = (imports.get_proc_address)(c"eglGetConfigs".as_ptr()).expect("there is one");
            let get_configs: GetConfigs = std::mem::transmute::<Function, GetConfigs>(address);
            assert_eq!(get_configs(std::ptr::null(), std::ptr::null_mut(), 0, &raw mut configs), NO);
            assert!((imports.get_proc_address)(c"glClear".as_ptr()).is_none());
        }
        assert_eq!((major, minor, configs), (1, 4, 7));
    }
}
