//! World victim of hostile.wit: tells what it takes values for.

include!(env!("BINDINGS"));

use exports::test::hostile::{asked, given};
use test::hostile::answers::{self, Access, Colour, Entry, Shape};

struct Component;

export!(Component);

trait Tell {
    fn tell(&self) -> u32;
}

macro_rules! tell {
    ($($Type:ty: $value:ident => $told:expr;)*) => {
        $(
            impl Tell for $Type {
                fn tell(&self) -> u32 {
                    let $value = self;
                    $told
                }
            }
        )*
    };
}

tell! {
    u32: value => *value;
    i8: value => *value as u32;
    bool: value => u32::from(*value);
    char: value => u32::from(*value);
    Colour: value => *value as u32;
    Access: value => u32::from(value.bits());
    String: value => tell_all(value.as_bytes(), |byte| u32::from(*byte));
    Entry: value => 1000 * u32::from(value.key) + value.value.tell();
    Option<u32>: value => value.unwrap_or(404);
    Result<u32, char>: value => value.unwrap_or_else(|letter| 1000 + u32::from(letter));
}

impl Tell for Shape {
    fn tell(&self) -> u32 {
        match self {
            Shape::Point => 0,
            Shape::Circle(radius) => *radius,
            Shape::Name(name) => name.tell(),
            Shape::Letter(letter) => letter.tell(),
        }
    }
}

impl<T: Tell> Tell for Vec<T> {
    fn tell(&self) -> u32 {
        tell_all(self, T::tell)
    }
}

/// What parts come to, in their order.
fn tell_all<T>(parts: &[T], tell: impl Fn(&T) -> u32) -> u32 {
    let add = |all: u32, part| all.wrapping_mul(31).wrapping_add(tell(part));
    parts.iter().fold(parts.len() as u32, add)
}

macro_rules! seen {
    ($($see:ident($Type:ty))*) => {
        $(
            fn $see(value: $Type) -> u32 {
                value.tell()
            }
        )*
    };
}

impl given::Guest for Component {
    seen! {
        see_bool(bool)
        see_small(i8)
        see_letter(char)
        see_colour(Colour)
        see_access(Access)
        see_shape(Shape)
        see_option(Option<u32>)
        see_result(Result<u32, char>)
        see_text(String)
        see_numbers(Vec<u32>)
        see_bools(Vec<bool>)
        see_letters(Vec<char>)
        see_colours(Vec<Colour>)
        see_texts(Vec<String>)
        see_entries(Vec<Entry>)
    }
}

macro_rules! asked {
    ($($ask:ident: $give:ident)*) => {
        $(
            fn $ask() -> u32 {
                answers::$give().tell()
            }
        )*
    };
}

impl asked::Guest for Component {
    asked! {
        ask_bool: give_bool
        ask_small: give_small
        ask_letter: give_letter
        ask_colour: give_colour
        ask_access: give_access
        ask_shape: give_shape
        ask_option: give_option
        ask_result: give_result
        ask_text: give_text
        ask_numbers: give_numbers
        ask_bools: give_bools
        ask_letters: give_letters
        ask_colours: give_colours
        ask_texts: give_texts
        ask_entries: give_entries
    }

    fn ask_thing() -> u32 {
        answers::give_thing().value()
    }
}
