//@ derive=PartialEq,core::hash::Hash
//@ derive=Hash
//@ derive=std::default::Default
//@ deriveIgnore=plain,shape
//@ typeAttribute=demo:app/shapes@1.2.0/point=#[must_use]
//@ typeAttribute=app/pair=#[non_exhaustive]
//@ memberAttribute=demo:app/shapes@1.2.0/color.green=#[default]
//@ memberAttribute=demo:app/shapes@1.2.0/point.x=#[deprecated = "look at the name"]

#![deny(warnings)]

mod bindings {
    #![allow(deprecated)]
    include!(env!("BINDINGS"));
}

use bindings::Pair;
use bindings::demo::app::shapes::{Color, Plain, Point};

fn is_hash<T: core::hash::Hash + PartialEq + Default>() {}

pub fn check() {
    is_hash::<Point>();
    is_hash::<Pair>();
    assert!(Color::default() == Color::Green);
    let _ = Plain { file: String::new() };
}
