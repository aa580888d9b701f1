//! Resources that this component implements. The handle of an object is the object's address.

use core::any;
use core::any::TypeId;
use core::hash::{Hash, Hasher};
use core::ptr;
use core::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use core::sync::atomic::{AtomicPtr, AtomicUsize};

/// Every type that can implement an exported resource.
pub trait Resource: Sized + 'static {
    /// How objects lie in memory: `None` once `into_inner` has taken them out.
    type Rep: ResourceRep<Self>;
}

impl<T: 'static> Resource for T {
    type Rep = Option<T>;
}

/// Access to objects in memory.
///
/// # Safety
///
/// The functions must agree on where in `Self` the object is.
pub unsafe trait ResourceRep<T> {
    fn rep_new(inner: T) -> Self;

    /// # Safety
    ///
    /// The pointer must be that of a live object, which nobody has taken out.
    unsafe fn rep_as_ref<'a>(rep: *const Self) -> &'a T;

    /// # Safety
    ///
    /// The pointer must be that of a live object that nobody else uses, and nobody has taken out.
    unsafe fn rep_as_mut<'a>(rep: *mut Self) -> &'a mut T;

    /// # Safety
    ///
    /// The pointer must be that of a live object that nobody else uses, or will use.
    unsafe fn rep_take(rep: *mut Self) -> T;
}

const TAKEN: &str = "the object is still in its resource";

unsafe impl<T> ResourceRep<T> for Option<T> {
    fn rep_new(inner: T) -> Self {
        Some(inner)
    }

    unsafe fn rep_as_ref<'a>(rep: *const Self) -> &'a T {
        let object = unsafe { &*rep }.as_ref();
        debug_assert!(object.is_some(), "{TAKEN}");
        unsafe { object.unwrap_unchecked() }
    }

    unsafe fn rep_as_mut<'a>(rep: *mut Self) -> &'a mut T {
        let object = unsafe { &mut *rep }.as_mut();
        debug_assert!(object.is_some(), "{TAKEN}");
        unsafe { object.unwrap_unchecked() }
    }

    unsafe fn rep_take(rep: *mut Self) -> T {
        unsafe { &mut *rep }.take().expect(TAKEN)
    }
}

/// What is known of the type that implements a resource.
pub struct Implementation {
    /// What also keeps compilers from making one of those of two types.
    type_id: fn() -> TypeId,
    type_name: fn() -> &'static str,
    destroy: unsafe fn(*mut u8),
}

/// An implementation, as a program knows it for all of its time.
pub type Known = &'static Implementation;

impl Implementation {
    /// # Safety
    ///
    /// `destroy` must destroy an object of type `T` at an address.
    pub const unsafe fn new<T: 'static>(destroy: unsafe fn(*mut u8)) -> Self {
        Self {
            type_id: TypeId::of::<T>,
            type_name: any::type_name::<T>,
            destroy,
        }
    }
}

/// A number for a type, which is never zero and the same wherever it is asked for. The address of
/// an [`Implementation`] is not: compilers make several of one type.
#[inline]
fn number_of<T: 'static>() -> usize {
    let mut number = Number(0);
    TypeId::of::<T>().hash(&mut number);
    number.finish() as usize | 1
}

/// Takes a hash for what it is, so that compilers know numbers of types beforehand.
struct Number(u64);

impl Hasher for Number {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, part: u64) {
        self.0 ^= part;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Remembers which type implements a resource, so that a handle can be given up where the type is
/// not known, and so that no object is taken for one of another type. The component's own objects
/// are destroyed by what is remembered here and never through the public symbol, which in a process
/// with two providers of one interface may be the other's.
pub struct Implementer {
    /// Decides. Zero as long as there is no object.
    number: AtomicUsize,
    /// One of those that there are of the type. Known only when the number is.
    implementation: AtomicPtr<Implementation>,
}

impl Implementer {
    pub const fn unknown() -> Self {
        Self {
            number: AtomicUsize::new(0),
            implementation: AtomicPtr::new(ptr::null_mut()),
        }
    }

    /// Says that `T` implements the resource, as `implementation` tells; there can be no other.
    #[inline]
    pub fn claim<T: 'static>(&self, implementation: Known) {
        if !ptr::eq(self.implementation.load(Acquire), implementation) {
            self.settle(number_of::<T>(), implementation);
        }
    }

    /// Makes sure that the objects that there are, one at least, are of type `T`. Every call of a
    /// method comes here.
    #[inline]
    pub fn check<T: 'static>(&self, implementation: Known) {
        if usize::BITS < 64 {
            // So few bits do not tell types from each other.
            self.claim::<T>(implementation);
        } else if self.number.load(Relaxed) != number_of::<T>() {
            self.end(implementation);
        }
    }

    #[cold]
    fn settle(&self, number: usize, implementation: Known) {
        let settled = self.number.compare_exchange(0, number, Relaxed, Relaxed);
        if settled.is_err_and(|other| other != number || self.is_other(implementation)) {
            self.refuse(implementation);
        }
        let ours = ptr::from_ref(implementation).cast_mut();
        self.implementation.store(ours, Release);
    }

    fn is_other(&self, implementation: Known) -> bool {
        let known = unsafe { self.implementation.load(Acquire).as_ref() };
        known.is_some_and(|known| (known.type_id)() != (implementation.type_id)())
    }

    /// Ends the program. What neither returns nor unwinds costs its callers no stack frame.
    #[cold]
    extern "C" fn end(&self, implementation: Known) -> ! {
        self.refuse(implementation)
    }

    #[cold]
    fn refuse(&self, implementation: Known) -> ! {
        let name = (implementation.type_name)();
        match unsafe { self.implementation.load(Acquire).as_ref() } {
            Some(known) => panic!(
                "`{}` and `{name}` cannot both implement one resource",
                (known.type_name)(),
            ),
            None => panic!("`{name}` does not implement this resource"),
        }
    }

    /// Destroys an object.
    ///
    /// # Safety
    ///
    /// The object must be one of the type that claimed to be the implementation, and nobody else's.
    pub unsafe fn destroy(&self, object: *mut u8) {
        let implementation = self.implementation.load(Acquire);
        assert!(!implementation.is_null(), "an object of unknown type");
        unsafe { ((*implementation).destroy)(object) };
    }
}
