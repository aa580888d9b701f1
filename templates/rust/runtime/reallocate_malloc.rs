//! Memory that the host fills, with what it passes to exported functions and returns from imported ones.
//!
//! Who is given it frees it, so it comes from where that goes: `malloc`.

extern crate alloc as alloc_crate;

use super::fault;
use alloc_crate::alloc;
use alloc_crate::alloc::Layout;
use core::ffi::c_void;
use core::ptr;

unsafe extern "C" {
    #[link_name = "realloc"]
    fn c_realloc(memory: *mut c_void, size: usize) -> *mut c_void;

    #[link_name = "free"]
    fn c_free(memory: *mut c_void);
}

/// Other memory instead of `old`, with what is in that; new memory where there was none.
///
/// # Safety
///
/// `old` must come from here, with this size, unless that is 0.
pub unsafe fn resize(old: *mut u8, old_size: usize, align: usize, size: usize) -> *mut u8 {
    let Ok(layout) = Layout::from_size_align(size, align) else {
        fault::end(format_args!("the host asks for more than there is"));
    };
    let old = if old_size == 0 { ptr::null_mut() } else { old };
    if size == 0 {
        unsafe { c_free(old.cast()) };
        return align as *mut u8;
    }
    // Nothing that crosses asks for more alignment than `malloc` gives to everything.
    let memory = unsafe { c_realloc(old.cast(), size) };
    if memory.is_null() {
        alloc::handle_alloc_error(layout);
    }
    memory.cast()
}
