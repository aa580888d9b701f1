//! A global allocator that checks that every block is freed with the layout it was allocated with.
//!
//! All Rust modules of a process share one table: a block that one module gives to another is
//! checked when the other frees it. Blocks that do not come from Rust are let through. Build with
//! `--cfg wit_checked_alloc`, and only where all components of the process are Rust: a block that C++
//! frees stays in the table, and its address may come back with another size.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::ffi::{CStr, c_char, c_void};
use std::sync::Mutex;
use std::sync::atomic::{AtomicPtr, Ordering};

const CAPACITY: usize = 1 << 21;

#[derive(Clone, Copy)]
struct Block {
    address: usize,
    size: usize,
    align: usize,
}

const FREE: Block = Block {
    address: 0,
    size: 0,
    align: 0,
};

/// Open addressing with linear probing; deletion moves later blocks back, so there are no gaps.
pub struct Table {
    lock: Mutex<()>,
    blocks: UnsafeCell<[Block; CAPACITY]>,
}

unsafe impl Sync for Table {}

static TABLE: Table = Table {
    lock: Mutex::new(()),
    blocks: UnsafeCell::new([FREE; CAPACITY]),
};

#[unsafe(no_mangle)]
pub extern "C" fn wit_test_allocation_table() -> *const Table {
    &TABLE
}

unsafe extern "C" {
    fn dlsym(handle: *mut c_void, symbol: *const c_char) -> *mut c_void;
}

/// The table of the first module in the process that has one.
fn table() -> &'static Table {
    static FOUND: AtomicPtr<Table> = AtomicPtr::new(std::ptr::null_mut());
    let found = FOUND.load(Ordering::Acquire);
    if !found.is_null() {
        return unsafe { &*found };
    }
    const NAME: &CStr = c"wit_test_allocation_table";
    let symbol = unsafe { dlsym(std::ptr::null_mut(), NAME.as_ptr()) };
    let table: *const Table = if symbol.is_null() {
        &TABLE
    } else {
        let shared: extern "C" fn() -> *const Table = unsafe { std::mem::transmute(symbol) };
        shared()
    };
    FOUND.store(table.cast_mut(), Ordering::Release);
    unsafe { &*table }
}

fn home(address: usize) -> usize {
    (address >> 4).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - 21)
}

impl Table {
    fn with<R>(&self, use_blocks: impl FnOnce(&mut [Block; CAPACITY]) -> R) -> R {
        let _guard = self
            .lock
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        use_blocks(unsafe { &mut *self.blocks.get() })
    }

    fn allocated(&self, address: *mut u8, layout: Layout) {
        let address = address as usize;
        self.with(|blocks| {
            let mut at = home(address);
            while blocks[at].address != 0 && blocks[at].address != address {
                at = (at + 1) % CAPACITY;
            }
            blocks[at] = Block {
                address,
                size: layout.size(),
                align: layout.align(),
            };
        });
    }

    fn freed(&self, address: *mut u8, layout: Layout) {
        let address = address as usize;
        let known = self.with(|blocks| {
            let mut at = home(address);
            while blocks[at].address != address {
                if blocks[at].address == 0 {
                    return None;
                }
                at = (at + 1) % CAPACITY;
            }
            let block = blocks[at];
            let mut next = (at + 1) % CAPACITY;
            while blocks[next].address != 0 {
                let wanted = home(blocks[next].address);
                if (next.wrapping_sub(wanted) % CAPACITY) >= (next.wrapping_sub(at) % CAPACITY) {
                    blocks[at] = blocks[next];
                    at = next;
                }
                next = (next + 1) % CAPACITY;
            }
            blocks[at] = FREE;
            Some(block)
        });
        if let Some(block) = known {
            if block.size != layout.size() || block.align != layout.align() {
                complain(block, layout);
            }
        }
    }
}

#[cold]
fn complain(block: Block, layout: Layout) -> ! {
    let (size, align) = (block.size, block.align);
    eprintln!("allocated with size {size}, align {align}; freed as {layout:?}");
    std::process::abort()
}

struct Checked;

unsafe impl GlobalAlloc for Checked {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let memory = unsafe { System.alloc(layout) };
        table().allocated(memory, layout);
        memory
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        table().freed(memory, layout);
        unsafe { System.dealloc(memory, layout) };
    }
}

#[global_allocator]
static CHECKED: Checked = Checked;
