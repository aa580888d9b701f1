//! Memory for the time of a call.

extern crate alloc as alloc_crate;

use alloc_crate::alloc;
use alloc_crate::alloc::Layout;
use core::cell::{Cell, UnsafeCell};
use core::mem;
use core::mem::MaybeUninit;
use core::ptr;

use super::fault;

/// A word of memory, aligned for everything that crosses.
#[repr(C, align(8))]
#[derive(Clone, Copy)]
struct Word(MaybeUninit<[u8; 8]>);

const UNFILLED: Word = Word(MaybeUninit::uninit());
const WORD: usize = mem::size_of::<Word>();
const INLINE_WORDS: usize = 64;
const SMALLEST_BLOCK_WORDS: usize = 512;

/// Hands out memory piece by piece and frees all of it at once. The first pieces lie on the stack.
pub struct Scratch {
    inline: UnsafeCell<[Word; INLINE_WORDS]>,
    inline_used: Cell<usize>,
    /// The block that is being filled, if there is one.
    block: Cell<*mut Block>,
}

/// What stands at the beginning of more memory.
#[repr(C, align(8))]
struct Block {
    before: *mut Block,
    /// The words of the block that are handed out, and all of them; both with those of this description.
    used: usize,
    words: usize,
}

const BLOCK_WORDS: usize = mem::size_of::<Block>() / WORD;

impl Scratch {
    pub const fn new() -> Self {
        Self {
            inline: UnsafeCell::new([UNFILLED; INLINE_WORDS]),
            inline_used: Cell::new(0),
            block: Cell::new(ptr::null_mut()),
        }
    }

    /// Memory for `count` elements; not null even if there are none. It lives as long as `self`.
    pub fn allocate(&self, count: usize, size: usize, align: usize) -> *mut u8 {
        debug_assert!(align <= WORD);
        let Some(bytes) = count.checked_mul(size) else {
            too_much();
        };
        if bytes == 0 {
            return align as *mut u8;
        }
        let words = bytes.div_ceil(WORD);
        let at = self.inline_used.get();
        if words <= INLINE_WORDS - at {
            self.inline_used.set(at + words);
            return unsafe { self.inline.get().cast::<Word>().add(at) }.cast();
        }
        unsafe { self.allocate_in_block(words) }
    }

    unsafe fn allocate_in_block(&self, words: usize) -> *mut u8 {
        let block = self.block.get();
        if let Some(last) = unsafe { block.as_mut() } {
            if words <= last.words - last.used {
                last.used += words;
                return unsafe { block.cast::<Word>().add(last.used - words) }.cast();
            }
        }
        let needed = words.saturating_add(BLOCK_WORDS);
        let layout = block_layout(needed.max(SMALLEST_BLOCK_WORDS));
        let block = unsafe { alloc::alloc(layout) }.cast::<Block>();
        if block.is_null() {
            alloc::handle_alloc_error(layout);
        }
        let before = self.block.replace(block);
        unsafe {
            block.write(Block {
                before,
                used: needed,
                words: layout.size() / WORD,
            });
            block.cast::<Word>().add(BLOCK_WORDS).cast()
        }
    }
}

fn block_layout(words: usize) -> Layout {
    Layout::array::<Word>(words).unwrap_or_else(|_| too_much())
}

fn too_much() -> ! {
    fault::end(format_args!("a list does not fit into memory"))
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let mut block = self.block.get();
        while let Some(&mut Block { before, words, .. }) = unsafe { block.as_mut() } {
            unsafe { alloc::dealloc(block.cast(), block_layout(words)) };
            block = before;
        }
    }
}
