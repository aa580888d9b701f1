//! Panics when it is called, or when its objects are destroyed.

#![deny(warnings)]
#![cfg_attr(without_std, no_std)]

extern crate alloc;

use alloc::string::String;
use alloc::vec::Vec;

mod bindings {
    include!(env!("BINDINGS"));
}

#[cfg(without_std)]
mod bare {
    use core::alloc::{GlobalAlloc, Layout};
    use core::ffi::c_void;
    use core::fmt::Write;

    unsafe extern "C" {
        fn abort() -> !;
        fn free(memory: *mut c_void);
        fn malloc(size: usize) -> *mut c_void;
        fn write(file: i32, bytes: *const c_void, count: usize) -> isize;
    }

    struct Malloc;

    unsafe impl GlobalAlloc for Malloc {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            unsafe { malloc(layout.size()) }.cast()
        }

        unsafe fn dealloc(&self, memory: *mut u8, _: Layout) {
            unsafe { free(memory.cast()) };
        }
    }

    #[global_allocator]
    static MALLOC: Malloc = Malloc;

    struct Stderr;

    impl Write for Stderr {
        fn write_str(&mut self, text: &str) -> core::fmt::Result {
            unsafe { write(2, text.as_ptr().cast(), text.len()) };
            Ok(())
        }
    }

    /// The libraries that come with rustc are compiled so that they could unwind.
    #[unsafe(no_mangle)]
    extern "C" fn rust_eh_personality() {}

    #[panic_handler]
    fn panicked(info: &core::panic::PanicInfo<'_>) -> ! {
        let _ = writeln!(Stderr, "{info}");
        unsafe { abort() }
    }
}

use bindings::exports::test::panics::work::{Guest, GuestThing};

struct Provider;

struct Thing;

impl Drop for Thing {
    fn drop(&mut self) {
        panic!("the thing does not want to go");
    }
}

impl GuestThing for Thing {
    fn new() -> Self {
        Thing
    }
}

impl Guest for Provider {
    type Thing = Thing;

    fn fail(text: String) -> Vec<String> {
        panic!("as asked: {text}");
    }
}

bindings::export!(Provider with_types_in bindings);
