//! Values in memory.

use core::mem::MaybeUninit;
use core::ptr;

/// Reads a value.
///
/// # Safety
///
/// There must be a value of this type at this place.
pub unsafe fn load<T: Copy>(at: *mut u8, offset: usize) -> T {
    unsafe { at.add(offset).cast::<T>().read() }
}

/// Writes a value.
///
/// # Safety
///
/// There must be memory for a value of this type at this place.
pub unsafe fn store<T: Copy>(at: *mut u8, offset: usize, value: T) {
    unsafe { at.add(offset).cast::<T>().write(value) };
}

/// Memory on the stack for parameters or a result that cross in memory.
#[repr(C, align(8))]
pub struct Area<const SIZE: usize>(MaybeUninit<[u8; SIZE]>);

impl<const SIZE: usize> Area<SIZE> {
    pub const fn new() -> Self {
        Self(MaybeUninit::uninit())
    }

    pub fn as_mut_ptr(&mut self) -> *mut u8 {
        ptr::from_mut(&mut self.0).cast()
    }
}
