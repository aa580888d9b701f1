//! What the runners of this folder say about each other's functions, see README.md.

#![allow(dead_code, unused_macros)]

// The allocations that there are and that there have been, of all components, and whether the component that is called
// looks at its arguments. Where nobody counts they answer 0.
unsafe extern "C" {
    safe fn wit_test_live() -> std::ffi::c_long;
    safe fn wit_test_made() -> std::ffi::c_long;
    safe fn wit_test_others_look() -> bool;
}

/// When all that a call made is gone there are as many allocations as before.
pub fn leaves_nothing(text: &str, call: impl FnOnce()) {
    let before = wit_test_live();
    call();
    assert_eq!(wit_test_live() - before, 0, "allocations left by {text}");
}

/// Nothing at all is allocated.
pub fn costs_nothing(text: &str, call: impl FnOnce()) {
    let before = wit_test_made();
    leaves_nothing(text, call);
    assert_eq!(wit_test_made() - before, 0, "allocations made by {text}");
}

/// Nothing at all is allocated if the component that is called looks at its arguments.
pub fn lends(text: &str, call: impl FnOnce()) {
    if wit_test_others_look() {
        costs_nothing(text, call);
    } else {
        leaves_nothing(text, call);
    }
}

/// Each of these calls leaves as many allocations behind as it found.
macro_rules! leaves_nothing {
    ($($call:expr;)+) => { $( $crate::calls::leaves_nothing(stringify!($call), || { $call; }); )+ };
}

/// Each of these calls does without any allocation.
macro_rules! costs_nothing {
    ($($call:expr;)+) => { $( $crate::calls::costs_nothing(stringify!($call), || { $call; }); )+ };
}

/// Each of these calls does without any allocation if the component that is called looks at its arguments.
macro_rules! lends {
    ($($call:expr;)+) => { $( $crate::calls::lends(stringify!($call), || { $call; }); )+ };
}
