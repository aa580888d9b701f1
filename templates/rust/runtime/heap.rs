//! Memory that one component gives to another.
//!
//! It comes from the process's `malloc`, and whoever owns it in the end calls `free`. Here that is
//! Rust's global allocator, which is right wherever the global allocator is `malloc` underneath:
//! `std`'s default `System` is, on every Unix. Bindings for programs with a `#[global_allocator]` of
//! another kind are made with `-O allocator=malloc`.

extern crate alloc as alloc_crate;

use super::{bounds, fault};
use alloc_crate::alloc;
use alloc_crate::alloc::Layout;
use alloc_crate::vec::Vec;
use core::mem;
use core::mem::ManuallyDrop;

fn layout(count: usize, size: usize, align: usize) -> Layout {
    let bytes = count.checked_mul(size).unwrap_or(usize::MAX);
    // The most that a layout may have, with its end aligned.
    if bytes > isize::MAX as usize - (align - 1) {
        fault::end(format_args!("a list does not fit into memory"));
    }
    unsafe { Layout::from_size_align_unchecked(bytes, align) }
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

/// A list that has room for so many elements, and none.
pub fn list<T>(length: usize) -> Vec<T> {
    let memory = allocate(length, mem::size_of::<T>(), mem::align_of::<T>());
    unsafe { Vec::from_raw_parts(memory.cast(), 0, length) }
}

/// Puts an element behind the others of a list that has room for it, which need not be looked into.
///
/// # Safety
///
/// The list must have been made for more elements than it has.
pub unsafe fn push<T>(list: &mut Vec<T>, element: T) {
    let length = list.len();
    unsafe {
        list.as_mut_ptr().add(length).write(element);
        list.set_len(length + 1);
    }
}

/// Lets go of elements: the receiver frees them unless there are none.
pub fn give<T: Copy>(elements: Vec<T>) -> (*mut u8, usize) {
    // Exactly as much memory as elements, so that the receiver can take it over as it stands.
    let mut elements = ManuallyDrop::new(elements.into_boxed_slice());
    (elements.as_mut_ptr().cast(), elements.len())
}

/// Takes over elements that the sender has given.
///
/// # Safety
///
/// The memory must hold `length` elements, come from `malloc`, and be nobody else's from now on.
pub unsafe fn adopt<T: Copy>(pointer: *mut u8, length: usize) -> Vec<T> {
    let elements = bounds::elements::<T>(pointer, length);
    unsafe { Vec::from_raw_parts(elements, length, length) }
}
