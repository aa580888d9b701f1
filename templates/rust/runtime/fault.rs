//! What ends the program when somebody does not keep to an interface.

use core::fmt::Arguments;

/// Ends the program, and says why.
#[cfg(any(not(target_arch = "wasm32"), debug_assertions))]
#[cold]
#[inline(never)]
pub fn end(why: Arguments<'_>) -> ! {
    panic!("{why}");
}

/// Ends the program. The host tells where; what says why would be more code than what checks.
#[cfg(all(target_arch = "wasm32", not(debug_assertions)))]
#[inline(always)]
pub fn end(_why: Arguments<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
