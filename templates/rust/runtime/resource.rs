//! Owned handles of resources.

use core::fmt;
use core::marker::PhantomData;
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering::Relaxed};

use super::fault;

/// A resource, which knows how its handles are given up.
///
/// # Safety
///
/// `drop_handle` must be the function that the resource's own component provides for it.
pub unsafe trait Resource {
    /// # Safety
    ///
    /// The handle must be owned by the caller, and nobody may use it any more.
    unsafe fn drop_handle(handle: *mut u8);
}

/// An owned handle, given up when the value is dropped.
///
/// The handle is null once it has been passed on. It is atomic so that values can be shared between
/// threads; whether their methods can be called from several is up to the component that provides them.
#[repr(transparent)]
pub struct Handle<R: Resource> {
    handle: AtomicPtr<u8>,
    resource: PhantomData<R>,
}

impl<R: Resource> Handle<R> {
    /// # Safety
    ///
    /// The handle must be one of this resource, and the caller's.
    pub const unsafe fn new(handle: *mut u8) -> Self {
        Self {
            handle: AtomicPtr::new(handle),
            resource: PhantomData,
        }
    }

    /// The handle, which stays owned by `self`.
    pub fn get(&self) -> *mut u8 {
        usable(self.handle.load(Relaxed))
    }

    /// The handle, which now is the caller's.
    pub fn take(&self) -> *mut u8 {
        usable(self.handle.swap(ptr::null_mut(), Relaxed))
    }
}

fn usable(handle: *mut u8) -> *mut u8 {
    if handle.is_null() {
        passed_on();
    }
    handle
}

/// Apart from the check, which every method has.
#[cold]
fn passed_on() -> ! {
    fault::end(format_args!("a resource that was passed on is used"))
}

impl<R: Resource> Drop for Handle<R> {
    fn drop(&mut self) {
        let handle = *self.handle.get_mut();
        if !handle.is_null() {
            unsafe { R::drop_handle(handle) };
        }
    }
}

impl<R: Resource> fmt::Debug for Handle<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.handle.load(Relaxed).fmt(f)
    }
}
