//! Memory that crosses the boundary, and memory that does not.
//!
//! What one component gives to another comes from the process's `malloc`, and whoever owns it in the
//! end calls `free`. Here that is Rust's global allocator, which is right wherever the global
//! allocator is `malloc` underneath: `std`'s default `System` is, on every Unix. A program that sets a
//! `#[global_allocator]` of another kind must not give or take memory this way.

extern crate alloc as alloc_crate;

use alloc_crate::alloc;
use alloc_crate::alloc::Layout;
use core::mem::MaybeUninit;
use core::ptr;

fn layout(count: usize, size: usize, align: usize) -> Layout {
    let bytes = count.checked_mul(size).expect("a list fits into memory");
    Layout::from_size_align(bytes, align).expect("a list fits into memory")
}

/// Memory for `count` elements that another component will own; not null even if there are none.
pub fn allocate(count: usize, size: usize, align: usize) -> *mut u8 {
    let layout = layout(count, size, align);
    if layout.size() == 0 {
        return align as *mut u8;
    }
    let memory = unsafe { alloc::alloc(layout) };
    if memory.is_null() {
        alloc::handle_alloc_error(layout);
    }
    memory
}

/// Frees memory that another component gave. Without elements there is no memory.
///
/// # Safety
///
/// `memory` must come from `malloc` and nobody else may use it from now on.
pub unsafe fn free(memory: *mut u8, count: usize, size: usize, align: usize) {
    let layout = layout(count, size, align);
    if layout.size() != 0 {
        unsafe { alloc::dealloc(memory, layout) };
    }
}

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
