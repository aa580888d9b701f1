//! World test of `test.wit`: gives back what it is given.

include!(env!("BINDINGS"));

use exports::test::values::{arity, joins, lists, widths};
use joins::*;

struct Component;

export!(Component);

/// Functions that return their argument.
macro_rules! echoes {
    ($($name:ident: $Type:ty;)*) => { $( fn $name(v: $Type) -> $Type { v } )* };
}

impl joins::Guest for Component {
    echoes! {
        echo_word_or_long: WordOrLong;
        echo_word_or_single: WordOrSingle;
        echo_word_or_double: WordOrDouble;
        echo_long_or_single: LongOrSingle;
        echo_long_or_double: LongOrDouble;
        echo_single_or_double: SingleOrDouble;
        echo_text_or_long: TextOrLong;
        echo_bytes_or_single: BytesOrSingle;
        echo_uneven: Uneven;
        echo_arms: Result<u64, String>;
        echo_nested: Option<Result<Option<TextOrLong>, Uneven>>;
    }
}

impl arity::Guest for Component {
    #[rustfmt::skip]
    fn sixteen(
        a: u64, b: u64, c: u64, d: u64, e: u64, f: u64, g: u64, h: u64,
        i: u64, j: u64, k: u64, l: u64, m: u64, n: u64, o: u64, p: u64,
    ) -> u64 {
        [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p].iter().sum()
    }

    #[rustfmt::skip]
    fn seventeen(
        a: u8, b: u16, c: u32, d: u64, e: u8, f: u16, g: u32, h: u64,
        i: u8, j: u16, k: u32, l: u64, m: u8, n: u16, o: u32, p: u64, q: bool,
    ) -> u64 {
        let bytes: u64 = [a, e, i, m].into_iter().map(u64::from).sum();
        let shorts: u64 = [b, f, j, n].into_iter().map(u64::from).sum();
        let words: u64 = [c, g, k, o].into_iter().map(u64::from).sum();
        bytes + shorts + words + d + h + l + p + u64::from(q)
    }

    fn pairwise(x: arity::Eight, y: arity::Eight) -> arity::Eight {
        arity::Eight {
            a: x.a + y.a,
            b: x.b + y.b,
            c: x.c + y.c,
            d: x.d + y.d,
            e: x.e + y.e,
            f: x.f + y.f,
            g: x.g + y.g,
            h: x.h + y.h,
        }
    }
}

type AllWidths = (
    widths::One,
    widths::Eight,
    widths::Sixteen,
    widths::ThirtyTwo,
    widths::Forty,
);

impl widths::Guest for Component {
    echoes! {
        echo_one: widths::One;
        echo_eight: widths::Eight;
        echo_sixteen: widths::Sixteen;
        echo_thirty_two: widths::ThirtyTwo;
        echo_forty: widths::Forty;
        echo_all: Vec<AllWidths>;
    }
}

impl lists::Guest for Component {
    echoes! {
        echo_pages: lists::Pages;
        echo_letter: lists::Letter;
        echo_letters: Vec<lists::Letter>;
        echo_moods: Vec<Option<lists::Mood>>;
        echo_outcomes: Vec<Result<(), lists::Mood>>;
    }

    fn count_lines(
        a: Option<lists::Lines>,
        b: Result<lists::Lines, lists::Lines>,
        c: Vec<Option<lists::Lines>>,
    ) -> u32 {
        let either = match b {
            Ok(lines) | Err(lines) => lines,
        };
        let rest: usize = c.into_iter().flatten().map(|lines| lines.len()).sum();
        (a.unwrap_or_default().len() + either.len() + rest) as u32
    }

    fn joined(mut a: lists::Lines, b: lists::Lines) -> lists::Lines {
        a.extend(b);
        a
    }

    fn twice(v: lists::Lines) -> (lists::Lines, lists::Lines) {
        (v.clone(), v)
    }
}
