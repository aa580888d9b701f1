//! Where elements are that another component sends.
//!
//! A host looks before it passes anything on, so that what is checked here never fails, whatever
//! components do. It is for hosts that do not look: a number of bytes with more bits than an address
//! must not be taken for a small one. Natively there is nothing to compare with.

use core::ptr::NonNull;

#[cfg(target_arch = "wasm32")]
use super::fault;

/// The address of `length` elements. That of none may be anything where it comes from, null included.
/// Ends the program if there is no room for them, or they are not aligned.
pub fn elements<T>(pointer: *mut u8, length: usize) -> *mut T {
    if length == 0 {
        return NonNull::dangling().as_ptr();
    }
    let first = pointer.cast();
    #[cfg(target_arch = "wasm32")]
    if !are_inside::<T>(first, length) {
        fault::end(format_args!(
            "elements from another component are not in memory"
        ));
    }
    first
}

#[cfg(target_arch = "wasm32")]
fn are_inside<T>(first: *mut T, length: usize) -> bool {
    let bytes = length as u64 * core::mem::size_of::<T>() as u64;
    let memory = (core::arch::wasm32::memory_size::<0>() as u64) << 16;
    first.is_aligned() && first as u64 + bytes <= memory && bytes <= isize::MAX as u64
}
