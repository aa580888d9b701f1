//! Memory that outlives the call that fills it.

use core::cell::UnsafeCell;
use core::mem::MaybeUninit;

/// The result of an exported function, read by the caller before it calls again.
#[repr(C, align(8))]
pub struct StaticArea<const SIZE: usize>(UnsafeCell<MaybeUninit<[u8; SIZE]>>);

// A component has one thread; the convention that asks for this memory says so.
unsafe impl<const SIZE: usize> Sync for StaticArea<SIZE> {}

impl<const SIZE: usize> StaticArea<SIZE> {
    pub const fn new() -> Self {
        Self(UnsafeCell::new(MaybeUninit::uninit()))
    }

    pub fn as_mut_ptr(&self) -> *mut u8 {
        self.0.get().cast()
    }
}

/// Memory of so many bytes, which is the same whenever the function that asks for it is called.
macro_rules! area {
    ($size:expr) => {{
        use _rt::static_area::StaticArea;
        static AREA: StaticArea<{ $size }> = StaticArea::new();
        AREA.as_mut_ptr()
    }};
}

#[allow(unused_imports)]
pub(crate) use area;
