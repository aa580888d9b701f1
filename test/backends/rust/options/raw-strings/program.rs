//@ rawStrings=yes

#![no_std]
#![deny(warnings)]

extern crate alloc;

use alloc::vec;
use alloc::vec::Vec;

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::demo::app::texts as imported;
use bindings::exports::demo::app::texts::{Guest, Line};

struct App;

impl Guest for App {
    fn join(name: Vec<u8>, lines: Vec<Vec<u8>>, last: Option<Vec<u8>>) -> Vec<u8> {
        imported::join(&name, &lines, last.as_deref())
    }

    fn split(line: Line) -> Vec<Line> {
        assert_eq!(imported::join(b"a", &[], Some(b"b")), b"ab");
        vec![line]
    }
}

bindings::export!(App with_types_in bindings);
