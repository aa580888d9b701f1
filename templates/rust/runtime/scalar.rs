//! What another component says is checked before it becomes a value.

use super::fault;

/// A Unicode scalar value.
pub fn char(code: u32) -> char {
    match core::primitive::char::from_u32(code) {
        Some(char) => char,
        None => fault::end(format_args!(
            "{code:#x} from another component is no Unicode scalar value"
        )),
    }
}

/// Ends the program: the other component names a case that does not exist.
#[cold]
pub fn invalid_case(of: &str) -> ! {
    fault::end(format_args!(
        "`{of}` from another component is in a case that it does not have"
    ))
}
