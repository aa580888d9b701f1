//! Memory that the host fills, with what it passes to exported functions and returns from imported ones.
//!
//! Who is given it frees it, so it comes from where that goes: the global allocator.

extern crate alloc as alloc_crate;

use super::fault;
use alloc_crate::alloc;
use alloc_crate::alloc::Layout;

/// Other memory instead of `old`, with what is in that; new memory where there was none.
///
/// # Safety
///
/// `old` must come from here, with this size and alignment, unless its size is 0.
pub unsafe fn resize(old: *mut u8, old_size: usize, align: usize, size: usize) -> *mut u8 {
    let layout = layout_of(size, align);
    let before = layout_of(old_size, align);
    let memory = match (old_size, size) {
        (0, 0) => return align as *mut u8,
        (0, _) => unsafe { alloc::alloc(layout) },
        (_, 0) => {
            unsafe { alloc::dealloc(old, before) };
            return align as *mut u8;
        }
        _ => unsafe { alloc::realloc(old, before, size) },
    };
    if memory.is_null() {
        alloc::handle_alloc_error(layout);
    }
    memory
}

fn layout_of(size: usize, align: usize) -> Layout {
    match Layout::from_size_align(size, align) {
        Ok(layout) => layout,
        Err(_) => fault::end(format_args!("the host asks for more than there is")),
    }
}
