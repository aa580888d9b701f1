//! Calls its own exports as another component would that is wrong about the interface.

#![deny(warnings)]

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::exports::test::wrong_values::checks::{Color, Dyed, Few, Guest, Shape};

struct App;

bindings::export!(App with_types_in bindings);

impl Guest for App {
    fn take_char(v: char) -> u32 {
        u32::from(v)
    }
    fn take_color(v: Color) -> u32 {
        v as u32
    }
    fn take_shape(v: Shape) -> u32 {
        matches!(v, Shape::Text(_)).into()
    }
    fn take_option(v: Option<u8>) -> u32 {
        v.map_or(0, u32::from)
    }
    fn take_text(v: String) -> u32 {
        v.chars().count() as u32
    }
    fn take_bool(v: bool) -> u32 {
        v.into()
    }
    fn take_few(v: Few) -> u32 {
        v.bits().into()
    }
    fn take_chars(v: Vec<char>) -> u32 {
        v.len() as u32
    }
    fn take_colors(v: Vec<Color>) -> u32 {
        v.len() as u32
    }
    fn take_dyed(v: Vec<Dyed>) -> u32 {
        v.len() as u32
    }
    fn take_texts(v: Vec<String>) -> u32 {
        v.len() as u32
    }
    fn take_bools(v: Vec<bool>) -> u32 {
        v.iter().map(|each| u32::from(*each)).sum()
    }
}

/// The exports as the linker knows them.
mod raw {
    macro_rules! checks {
        ($($name:ident = $symbol:literal: ($($argument:ty),*);)*) => {
            unsafe extern "C" {
                $(
                    #[link_name = concat!("testX3Awrong_valuesX2FchecksX00", $symbol)]
                    pub fn $name($(_: $argument),*) -> i32;
                )*
            }
        };
    }

    checks! {
        char = "take_char": (i32);
        color = "take_color": (i32);
        shape = "take_shape": (i32, *const u8, usize);
        option = "take_option": (i32, i32);
        text = "take_text": (*const u8, usize);
        bool = "take_bool": (i32);
        few = "take_few": (i32);
        chars = "take_chars": (*const u32, usize);
        colors = "take_colors": (*const u8, usize);
        dyed = "take_dyed": (*const u8, usize);
        texts = "take_texts": (*const [usize; 2], usize);
        bools = "take_bools": (*const u8, usize);
    }
}

fn main() {
    let wrong = [b'a', 0xff];
    let answer = unsafe {
        match std::env::args().nth(1).as_deref() {
            Some("surrogate") => raw::char(0xd800),
            Some("behind the last char") => raw::char(0x11_0000),
            Some("color") => raw::color(2),
            Some("shape") => raw::shape(2, std::ptr::null(), 0),
            Some("text of a shape") => raw::shape(1, wrong.as_ptr(), 2),
            Some("option") => raw::option(2, 0),
            Some("text") => raw::text(wrong.as_ptr(), 2),
            Some("chars") => raw::chars([97, 0xdfff].as_ptr(), 2),
            Some("colors") => raw::colors([1, 2].as_ptr(), 2),
            Some("dyed") => raw::dyed([0, 255].as_ptr(), 2),
            Some("texts") => raw::texts([[wrong.as_ptr() as usize, 2]].as_ptr(), 1),
            // Any other number than 0 is true, and bits without a flag mean nothing.
            Some("bool") => raw::bool(2),
            Some("bools") => raw::bools([0, 2, 255].as_ptr(), 3),
            Some("few") => raw::few(0xff),
            Some("no text") => raw::text(std::ptr::null(), 0),
            _ => panic!("which value?"),
        }
    };
    println!("went on with {answer}");
}
