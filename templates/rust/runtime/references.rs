//! How references to strings and lists lie in memory: as those cross, a pointer and a length. The
//! language does not promise that, so the compiler is asked; lists of references are sent as they are.

use core::mem;

/// What crosses in the place of a reference.
#[repr(C)]
struct Crossing<T> {
    pointer: *const T,
    length: usize,
}

// Where the two were the other way round, reading a pointer as a length would be an error, too.
const _: () = unsafe {
    assert!(mem::transmute::<&str, Crossing<u8>>("four").length == 4);
    assert!(mem::transmute::<&[u64], Crossing<u64>>(&[1, 2, 3]).length == 3);
    assert!(mem::align_of::<&str>() == mem::align_of::<Crossing<u8>>());
    assert!(mem::align_of::<&[u64]>() == mem::align_of::<Crossing<u64>>());
};
