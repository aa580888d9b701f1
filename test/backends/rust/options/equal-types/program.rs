//@ mergeStructurallyEqualTypes=yes
//@ derive=PartialEq
//@ deriveIgnore=open

#![deny(warnings)]

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::demo::app::{one, other};
use bindings::exports::demo::app::one as exported;

struct App;

struct File;

impl exported::GuestFile for File {}

/// Resources are no others than themselves, nor are records with them.
pub fn is_apart(open: one::Open) -> Option<exported::Open> {
    one::allow(other::May::READ, open);
    None
}

impl exported::Guest for App {
    type File = File;

    fn paint(color: one::Color, at: Vec<other::Place>) -> Result<other::Figure, other::Tint> {
        let shape: one::Shape = other::draw(color)?;
        assert!(one::paint(color, &at) == Ok(shape));
        let _: other::Full = other::turn(other::Turned { y: 1, x: 2 });
        let _: &dyn std::error::Error = &color;
        Ok(shape)
    }

    fn allow(rights: other::May, open: exported::Open) {
        other::allow(rights);
        drop(open);
    }
}

bindings::export!(App with_types_in bindings);
