//! Strings as they cross: a pointer and a number of bytes of UTF-8.

extern crate alloc;

use super::{bounds, fault, heap};
use alloc::string::String;
use core::slice;
use core::str;

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
    let bytes = unsafe { slice::from_raw_parts(bounds::elements(pointer, length), length) };
    if !is_utf8(bytes) {
        not_utf8();
    }
    unsafe { str::from_utf8_unchecked(bytes) }
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
    if !is_utf8(&bytes) {
        not_utf8();
    }
    unsafe { String::from_utf8_unchecked(bytes) }
}

#[cfg(not(target_arch = "wasm32"))]
fn is_utf8(bytes: &[u8]) -> bool {
    str::from_utf8(bytes).is_ok()
}

/// Whether bytes are UTF-8. The standard library's answer also says where they are not, which takes
/// three times the code and a table.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
fn is_utf8(bytes: &[u8]) -> bool {
    let mut bytes = bytes.iter();
    while let Some(&first) = bytes.next() {
        match first {
            0..=0x7f => continue,
            0xc2..=0xf4 => {}
            _ => return false,
        }
        // A bit of the first byte for each byte that follows, above what those have brought.
        let mut mark = 0x40;
        let mut code = u32::from(first);
        while code & mark != 0 {
            match bytes.next() {
                Some(&next @ 0x80..=0xbf) => code = code << 6 | u32::from(next & 0x3f),
                _ => return false,
            }
            mark <<= 5;
        }
        code &= mark - 1;
        // What one byte less would have held is too long, and surrogates are no characters.
        if code < mark >> 5 || char::from_u32(code).is_none() {
            return false;
        }
    }
    true
}

#[cold]
fn not_utf8() -> ! {
    fault::end(format_args!("a string from another component is not UTF-8"))
}
