//! A slot that holds a pointer in some cases of a variant and an integer in others.

use core::mem::MaybeUninit;

pub fn of_integer(value: impl Into<u64>) -> MaybeUninit<u64> {
    MaybeUninit::new(value.into())
}

pub fn of_pointer(pointer: *mut u8) -> MaybeUninit<u64> {
    let mut slot = MaybeUninit::<u64>::zeroed();
    unsafe { slot.as_mut_ptr().cast::<*mut u8>().write(pointer) };
    slot
}

/// # Safety
///
/// The slot must hold an integer.
pub unsafe fn integer(slot: MaybeUninit<u64>) -> u64 {
    unsafe { slot.assume_init() }
}

/// # Safety
///
/// The slot must hold a pointer.
pub unsafe fn pointer(slot: MaybeUninit<u64>) -> *mut u8 {
    unsafe { slot.as_ptr().cast::<*mut u8>().read() }
}
