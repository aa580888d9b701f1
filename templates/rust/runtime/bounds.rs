//! Whether elements can be where another component says that they are.
//!
//! A host looks before it passes anything on, so that this never fails, whatever components do. It is
//! for hosts that do not look: a number of bytes with more bits than an address must not be taken for a
//! small one. Natively there is nothing to compare with.

/// Ends the program if there is no room for `length` elements at an address, or they are not aligned.
#[cfg(target_arch = "wasm32")]
pub fn check<T>(pointer: *mut u8, length: usize) {
    let bytes = length as u64 * core::mem::size_of::<T>() as u64;
    let end = pointer as u64 + bytes;
    let memory = (core::arch::wasm32::memory_size::<0>() as u64) << 16;
    let is_inside = end <= memory && bytes <= isize::MAX as u64;
    assert!(
        is_inside && pointer.cast::<T>().is_aligned(),
        "elements from another component are not in memory"
    );
}

#[cfg(not(target_arch = "wasm32"))]
pub fn check<T>(_pointer: *mut u8, _length: usize) {}
