//! What a function of this component looks at while it runs, and does not own.

use core::cell::Cell;
use core::mem;
use core::mem::ManuallyDrop;
use core::ptr;
use core::slice;

use super::scratch::Scratch;

/// Values for the time of a call. They lie in scratch memory, and are dropped with it.
pub struct Kept {
    /// The values that were kept last, and have a destructor.
    last: Cell<*const Values>,
    memory: Scratch,
}

struct Values {
    before: *const Values,
    drop: unsafe fn(*mut u8, usize),
    first: *mut u8,
    count: usize,
}

impl Kept {
    pub const fn new() -> Self {
        Self {
            last: Cell::new(ptr::null()),
            memory: Scratch::new(),
        }
    }

    /// Keeps a handle that is only lent to this component: it is never dropped.
    pub fn lend<Resource>(&self, handle: Resource) -> &Resource {
        self.keep::<ManuallyDrop<Resource>>(ManuallyDrop::new(handle))
    }

    /// Keeps a value.
    pub fn keep<T>(&self, value: T) -> &T {
        let mut only = self.list(1);
        only.push(value);
        &only.finish()[0]
    }

    /// A list, to be filled with as many elements as it is long.
    pub fn list<T>(&self, length: usize) -> List<'_, T> {
        List {
            kept: self,
            elements: self.allocate(length),
            capacity: length,
            length: 0,
        }
    }

    fn allocate<T>(&self, count: usize) -> *mut T {
        let (size, align) = (mem::size_of::<T>(), mem::align_of::<T>());
        // Scratch memory is aligned for what crosses, of which nothing wants more than 8 bytes.
        if align <= 8 {
            return self.memory.allocate(count, size, align).cast();
        }
        let bytes = count.checked_mul(size).expect("a list fits into memory");
        let memory = self.memory.allocate(bytes + align, 1, 1);
        unsafe { memory.add(memory.align_offset(align)) }.cast()
    }

    fn drop_later<T>(&self, first: *mut T, count: usize) {
        let values = self.allocate::<Values>(1);
        let known = Values {
            before: self.last.replace(values),
            drop: drop_values::<T>,
            first: first.cast(),
            count,
        };
        unsafe { values.write(known) };
    }
}

unsafe fn drop_values<T>(first: *mut u8, count: usize) {
    unsafe { ptr::slice_from_raw_parts_mut(first.cast::<T>(), count).drop_in_place() };
}

impl Drop for Kept {
    fn drop(&mut self) {
        let mut last = self.last.get();
        while let Some(values) = unsafe { last.as_ref() } {
            unsafe { (values.drop)(values.first, values.count) };
            last = values.before;
        }
    }
}

/// A list that is being filled.
pub struct List<'a, T> {
    kept: &'a Kept,
    elements: *mut T,
    capacity: usize,
    length: usize,
}

impl<'a, T> List<'a, T> {
    pub fn push(&mut self, element: T) {
        assert!(self.length < self.capacity);
        unsafe { self.elements.add(self.length).write(element) };
        self.length += 1;
    }

    /// The elements, for as long as they are kept.
    pub fn finish(self) -> &'a [T] {
        if mem::needs_drop::<T>() && self.length > 0 {
            self.kept.drop_later(self.elements, self.length);
        }
        unsafe { slice::from_raw_parts(self.elements, self.length) }
    }
}
