//! Lists of plain data as they cross: a pointer and a number of elements.

extern crate alloc;

use super::{bounds, heap};
use alloc::vec::Vec;
use core::slice;

/// Lets go of a list: the receiver frees it unless it is empty.
pub fn give<T: Copy>(list: Vec<T>) -> (*mut u8, usize) {
    heap::give(list)
}

/// Looks at a list that stays the sender's.
///
/// # Safety
///
/// The memory must hold `length` elements and stay unchanged for as long as the view lives.
pub unsafe fn view<'a, T: Copy>(pointer: *mut u8, length: usize) -> &'a [T] {
    let elements = bounds::elements::<T>(pointer, length);
    unsafe { slice::from_raw_parts(elements, length) }
}

/// Copies a list that stays the sender's.
///
/// # Safety
///
/// The memory must hold `length` elements.
pub unsafe fn copy<T: Copy>(pointer: *mut u8, length: usize) -> Vec<T> {
    unsafe { view(pointer, length) }.to_vec()
}

/// Takes over a list that the sender has given.
///
/// # Safety
///
/// The memory must hold `length` elements, come from `malloc`, and be nobody else's from now on.
pub unsafe fn adopt<T: Copy>(pointer: *mut u8, length: usize) -> Vec<T> {
    unsafe { heap::adopt(pointer, length) }
}
