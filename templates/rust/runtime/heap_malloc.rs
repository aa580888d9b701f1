//! Memory that one component gives to another.
//!
//! It comes from the process's `malloc`, and whoever owns it in the end calls `free`. Here they are
//! called by name, whatever the global allocator is: what is given is copied out of Rust's memory,
//! and what is taken over is copied into it.

extern crate alloc as alloc_crate;

use super::{bounds, fault};
use alloc_crate::alloc;
use alloc_crate::alloc::Layout;
use alloc_crate::vec::Vec;
use core::ffi::c_void;
use core::mem;
use core::ptr;

unsafe extern "C" {
    #[link_name = "malloc"]
    fn c_malloc(size: usize) -> *mut c_void;

    #[link_name = "free"]
    fn c_free(memory: *mut c_void);
}

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
    // Nothing that crosses asks for more alignment than `malloc` gives to everything.
    let memory = unsafe { c_malloc(layout.size()) };
    if memory.is_null() {
        alloc::handle_alloc_error(layout);
    }
    memory.cast()
}

/// Frees memory that another component gave. Without elements there is no memory.
///
/// # Safety
///
/// `memory` must come from `malloc` and nobody else may use it from now on.
pub unsafe fn free(memory: *mut u8, count: usize, size: usize, _align: usize) {
    if count != 0 && size != 0 {
        unsafe { c_free(memory.cast()) };
    }
}

/// A list that has room for so many elements, and none. It is Rust's own.
pub fn list<T>(length: usize) -> Vec<T> {
    Vec::with_capacity(length)
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

/// Gives a copy of elements: the receiver frees it unless there are none.
pub fn give<T: Copy>(elements: Vec<T>) -> (*mut u8, usize) {
    let memory = allocate(elements.len(), mem::size_of::<T>(), mem::align_of::<T>());
    unsafe { ptr::copy_nonoverlapping(elements.as_ptr(), memory.cast(), elements.len()) };
    (memory, elements.len())
}

/// Takes a copy of elements that the sender has given, and frees them.
///
/// # Safety
///
/// The memory must hold `length` elements, come from `malloc`, and be nobody else's from now on.
pub unsafe fn adopt<T: Copy>(pointer: *mut u8, length: usize) -> Vec<T> {
    let mut elements = Vec::with_capacity(length);
    let given = bounds::elements::<T>(pointer, length);
    unsafe {
        ptr::copy_nonoverlapping(given, elements.as_mut_ptr(), length);
        elements.set_len(length);
        free(pointer, length, mem::size_of::<T>(), mem::align_of::<T>());
    }
    elements
}
