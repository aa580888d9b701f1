//! Strings as they cross: a pointer and a number of bytes of UTF-8.

extern crate alloc;

use super::{bounds, heap};
use alloc::string::String;
use core::ptr::NonNull;
use core::slice;

/// Lets go of a string: the receiver frees it unless it is empty.
pub fn give(text: String) -> (*mut u8, usize) {
    heap::give(text.into_bytes())
}

/// Looks at a string that stays the sender's.
///
/// # Safety
///
/// The memory must stay unchanged for as long as the view lives.
pub unsafe fn view<'a>(pointer: *mut u8, length: usize) -> &'a str {
    // The address of what is empty may be anything, null included.
    let start = if length == 0 {
        NonNull::dangling().as_ptr()
    } else {
        bounds::check::<u8>(pointer, length);
        pointer
    };
    let bytes = unsafe { slice::from_raw_parts(start, length) };
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => not_utf8(),
    }
}

/// Copies a string that stays the sender's.
///
/// # Safety
///
/// The memory must be readable.
pub unsafe fn copy(pointer: *mut u8, length: usize) -> String {
    String::from(unsafe { view(pointer, length) })
}

/// Takes over a string that the sender has given.
///
/// # Safety
///
/// The memory must come from `malloc` and nobody else may use it from now on.
pub unsafe fn adopt(pointer: *mut u8, length: usize) -> String {
    let bytes = unsafe { heap::adopt(pointer, length) };
    String::from_utf8(bytes).unwrap_or_else(|_| not_utf8())
}

#[cold]
#[inline(never)]
fn not_utf8() -> ! {
    panic!("a string from another component is not UTF-8");
}
