//! Resources that this component implements. The handle of an object is the object's address.

use core::any;
use core::any::TypeId;
use core::ptr;
use core::sync::atomic::AtomicPtr;
use core::sync::atomic::Ordering::{AcqRel, Acquire};

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
    /// The pointer must be that of a live object.
    unsafe fn rep_as_ref<'a>(rep: *const Self) -> &'a T;

    /// # Safety
    ///
    /// The pointer must be that of a live object that nobody else uses.
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
        unsafe { &*rep }.as_ref().expect(TAKEN)
    }

    unsafe fn rep_as_mut<'a>(rep: *mut Self) -> &'a mut T {
        unsafe { &mut *rep }.as_mut().expect(TAKEN)
    }

    unsafe fn rep_take(rep: *mut Self) -> T {
        unsafe { &mut *rep }.take().expect(TAKEN)
    }
}

/// What is known of the type that implements a resource.
pub struct Implementation {
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

/// Remembers which type implements a resource, so that a handle can be given up where the type is
/// not known, and so that no object is taken for one of another type. The component's own objects
/// are destroyed by what is remembered here and never through the public symbol, which in a process
/// with two providers of one interface may be the other's.
pub struct Implementer(AtomicPtr<Implementation>);

impl Implementer {
    pub const fn unknown() -> Self {
        Self(AtomicPtr::new(ptr::null_mut()))
    }

    /// Says that `implementation` is the one; there can be no other.
    pub fn claim(&self, implementation: Known) {
        let ours = ptr::from_ref(implementation).cast_mut();
        // Every call of a method comes here: once it is settled, a look must do.
        if self.0.load(Acquire) == ours {
            return;
        }
        let free = ptr::null_mut();
        if let Err(known) = (self.0).compare_exchange(free, ours, AcqRel, Acquire) {
            let known = unsafe { &*known };
            assert!(
                (known.type_id)() == (implementation.type_id)(),
                "`{}` and `{}` cannot both implement one resource",
                (known.type_name)(),
                (implementation.type_name)(),
            );
        }
    }

    /// Destroys an object.
    ///
    /// # Safety
    ///
    /// The object must be one of the type that claimed to be the implementation, and nobody else's.
    pub unsafe fn destroy(&self, object: *mut u8) {
        let implementation = self.0.load(Acquire);
        assert!(!implementation.is_null(), "an object of unknown type");
        unsafe { ((*implementation).destroy)(object) };
    }
}
