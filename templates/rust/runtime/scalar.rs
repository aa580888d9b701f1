//! What another component says is checked before it becomes a value.

/// A Unicode scalar value.
pub fn char(code: u32) -> char {
    match core::primitive::char::from_u32(code) {
        Some(char) => char,
        None => panic!("{code:#x} from another component is no Unicode scalar value"),
    }
}

/// Ends the program: the other component names a case that does not exist. To say which would take the code that formats
/// numbers, a kilobyte of a module that may have no other need for it.
#[cold]
pub fn invalid_case(of: &str) -> ! {
    panic!("`{of}` from another component is in a case that it does not have");
}
