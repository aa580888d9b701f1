//! What another component says is checked before it becomes a value.

/// A Unicode scalar value.
pub fn char(code: u32) -> char {
    match core::primitive::char::from_u32(code) {
        Some(char) => char,
        None => panic!("{code:#x} from another component is no Unicode scalar value"),
    }
}

/// Ends the program: the other component names a case that does not exist.
pub fn invalid_case(of: &str, case: u32) -> ! {
    panic!("`{of}` from another component is in case {case}, which it does not have");
}
