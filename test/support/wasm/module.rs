//! A crate that Rust modules of the tests have beside the program: it counts what is allocated, by blocks and by bytes, and
//! keeps what a panic says.

use std::alloc::{GlobalAlloc, Layout, System};
use std::ffi::c_long;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering::Relaxed};

static BLOCKS: AtomicI32 = AtomicI32::new(0);
static BYTES: AtomicI32 = AtomicI32::new(0);
static MADE: AtomicI32 = AtomicI32::new(0);
static WATCHED: AtomicBool = AtomicBool::new(false);
static SAID: Mutex<[u8; 4096]> = Mutex::new([0; 4096]);

struct Counting;

fn count(blocks: i32, bytes: usize) {
    BLOCKS.fetch_add(blocks, Relaxed);
    BYTES.fetch_add(blocks * bytes as i32, Relaxed);
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(1, layout.size());
        MADE.fetch_add(1, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count(-1, layout.size());
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many blocks are allocated.
#[unsafe(no_mangle)]
pub extern "C" fn wit_test_live_allocations() -> i32 {
    BLOCKS.load(Relaxed)
}

/// How many bytes are allocated: a block that is freed with a size other than its own leaves a difference.
#[unsafe(no_mangle)]
pub extern "C" fn wit_test_live_bytes() -> i32 {
    BYTES.load(Relaxed)
}

/// Called after a first run: what is allocated from then on is a call's.
#[unsafe(no_mangle)]
pub extern "C" fn wit_test_watch() {
    WATCHED.store(true, Relaxed);
}

// What programs ask in `test/runtime/calls.rs`. This module's allocations are all that it knows of.

fn if_watched(count: &AtomicI32) -> c_long {
    if WATCHED.load(Relaxed) {
        count.load(Relaxed)
    } else {
        0
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn wit_test_live() -> c_long {
    if_watched(&BLOCKS)
}

#[unsafe(no_mangle)]
pub extern "C" fn wit_test_made() -> c_long {
    if_watched(&MADE)
}

#[unsafe(no_mangle)]
pub extern "C" fn wit_test_others_look() -> bool {
    false
}

/// Called before anything else: has what panics say kept.
#[unsafe(no_mangle)]
pub extern "C" fn wit_test_listen() {
    std::panic::set_hook(Box::new(|panic| {
        let text = panic.to_string();
        let mut said = SAID.lock().unwrap();
        let length = text.len().min(said.len() - 1);
        said[..length].copy_from_slice(&text.as_bytes()[..length]);
    }));
}

/// What was said so far, up to a zero.
#[unsafe(no_mangle)]
pub extern "C" fn wit_test_said() -> *const u8 {
    SAID.lock().unwrap().as_ptr()
}
