//! Memory for the time of a call.

extern crate alloc;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::{Cell, RefCell, UnsafeCell};
use core::mem;
use core::mem::MaybeUninit;

/// A word of memory, aligned for everything that crosses.
#[repr(C, align(8))]
#[derive(Clone, Copy)]
struct Word(MaybeUninit<[u8; 8]>);

const UNFILLED: Word = Word(MaybeUninit::uninit());
const WORD: usize = mem::size_of::<Word>();
const INLINE_WORDS: usize = 64;
const SMALLEST_CHUNK_WORDS: usize = 512;

/// Hands out memory piece by piece and frees all of it at once. The first pieces lie on the stack.
pub struct Scratch {
    inline: UnsafeCell<[Word; INLINE_WORDS]>,
    inline_used: Cell<usize>,
    /// The last one is being filled.
    chunks: RefCell<Vec<Chunk>>,
}

struct Chunk {
    words: *mut [Word],
    used: usize,
}

impl Scratch {
    pub const fn new() -> Self {
        Self {
            inline: UnsafeCell::new([UNFILLED; INLINE_WORDS]),
            inline_used: Cell::new(0),
            chunks: RefCell::new(Vec::new()),
        }
    }

    /// Memory for `count` elements; not null even if there are none. It lives as long as `self`.
    pub fn allocate(&self, count: usize, size: usize, align: usize) -> *mut u8 {
        debug_assert!(align <= WORD);
        let bytes = count.checked_mul(size).expect("a list fits into memory");
        if bytes == 0 {
            return align as *mut u8;
        }
        let words = bytes.div_ceil(WORD);
        let at = self.inline_used.get();
        if words <= INLINE_WORDS - at {
            self.inline_used.set(at + words);
            return unsafe { self.inline.get().cast::<Word>().add(at) }.cast();
        }
        self.allocate_in_chunk(words)
    }

    fn allocate_in_chunk(&self, words: usize) -> *mut u8 {
        let mut chunks = self.chunks.borrow_mut();
        let last = chunks.last_mut();
        if let Some(memory) = last.and_then(|chunk| chunk.allocate(words)) {
            return memory;
        }
        let length = words.max(SMALLEST_CHUNK_WORDS);
        let memory: Box<[Word]> = (0..length).map(|_| UNFILLED).collect();
        let memory = Box::into_raw(memory);
        chunks.push(Chunk {
            words: memory,
            used: words,
        });
        memory.cast()
    }
}

impl Chunk {
    fn allocate(&mut self, words: usize) -> Option<*mut u8> {
        let at = self.used;
        if words > self.words.len() - at {
            return None;
        }
        self.used += words;
        Some(unsafe { self.words.cast::<Word>().add(at) }.cast())
    }
}

impl Drop for Chunk {
    fn drop(&mut self) {
        drop(unsafe { Box::from_raw(self.words) });
    }
}
