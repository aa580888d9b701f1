//@ [views]
//@ args = '--api-style symmetric'

//! World test of `test.wit`: gives back what it is given.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::test::values::{arity, joins, lent, lists, widths};
use joins::*;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

struct Component;

export!(Component);

impl joins::Guest for Component {
    echoes! {
        echo_word_or_long: WordOrLong;
        echo_word_or_single: WordOrSingle;
        echo_word_or_double: WordOrDouble;
        echo_long_or_single: LongOrSingle;
        echo_long_or_double: LongOrDouble;
        echo_single_or_double: SingleOrDouble;
        echo_text_or_long: TextOrLong, &TextOrLong;
        echo_bytes_or_single: BytesOrSingle, &BytesOrSingle;
        echo_uneven: Uneven, &Uneven;
    }

    fn casts(
        a: WordOrLong,
        b: WordOrSingle,
        c: WordOrDouble,
        d: LongOrSingle,
        e: LongOrDouble,
        f: SingleOrDouble,
    ) -> (
        WordOrLong,
        WordOrSingle,
        WordOrDouble,
        LongOrSingle,
        LongOrDouble,
        SingleOrDouble,
    ) {
        (a, b, c, d, e, f)
    }

    fn echo_arms(v: Result<u64, given!(String, &str)>) -> Result<u64, String> {
        v.map_err(String::from)
    }

    fn echo_nested(
        v: given!(
            Option<Result<Option<TextOrLong>, Uneven>>,
            Option<Result<Option<&TextOrLong>, &Uneven>>
        ),
    ) -> Option<Result<Option<TextOrLong>, Uneven>> {
        v.map(|inner| {
            inner
                .map(|text| text.map(|text| text.to_owned()))
                .map_err(|uneven| uneven.to_owned())
        })
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
);

impl widths::Guest for Component {
    echoes! {
        echo_one: widths::One;
        echo_eight: widths::Eight;
        echo_sixteen: widths::Sixteen;
        echo_thirty_two: widths::ThirtyTwo;
        echo_all: Vec<AllWidths>, &[AllWidths];
    }
}

impl lists::Guest for Component {
    echoes! {
        echo_pages: lists::Pages, &[lists::Lines];
        echo_letter: lists::Letter, &lists::Letter;
        echo_letters: Vec<lists::Letter>, &[lists::Letter];
        echo_moods: Vec<Option<lists::Mood>>, &[Option<lists::Mood>];
        echo_outcomes: Vec<Result<(), lists::Mood>>, &[Result<(), lists::Mood>];
    }

    #[rustfmt::skip]
    fn limits(
        a: given!(Vec<u8>, &[u8]), b: given!(Vec<i8>, &[i8]), c: given!(Vec<u16>, &[u16]), d: given!(Vec<i16>, &[i16]),
        e: given!(Vec<u32>, &[u32]), f: given!(Vec<i32>, &[i32]), g: given!(Vec<u64>, &[u64]), h: given!(Vec<i64>, &[i64]),
        i: given!(Vec<f32>, &[f32]), j: given!(Vec<f64>, &[f64]),
    ) -> (Vec<u8>, Vec<i8>, Vec<u16>, Vec<i16>, Vec<u32>, Vec<i32>, Vec<u64>, Vec<i64>, Vec<f32>, Vec<f64>) {
        (a.to_vec(), b.to_vec(), c.to_vec(), d.to_vec(), e.to_vec(), f.to_vec(), g.to_vec(), h.to_vec(), i.to_vec(), j.to_vec())
    }

    fn count_lines(
        a: Option<given!(lists::Lines, &[String])>,
        b: given!(
            Result<lists::Lines, lists::Lines>,
            Result<&[String], &[String]>
        ),
        c: given!(Vec<Option<lists::Lines>>, &[Option<lists::Lines>]),
    ) -> u32 {
        let either = match b {
            Ok(lines) | Err(lines) => lines,
        };
        let rest: usize = c.iter().flatten().map(|lines| lines.len()).sum();
        (a.unwrap_or_default().len() + either.len() + rest) as u32
    }

    fn joined(
        a: given!(lists::Lines, &[String]),
        b: given!(lists::Lines, &[String]),
    ) -> lists::Lines {
        [a, b].concat()
    }

    fn twice(v: given!(lists::Lines, &[String])) -> (lists::Lines, lists::Lines) {
        (v.to_vec(), v.to_vec())
    }
}

static KEPT: AtomicU32 = AtomicU32::new(0);

impl lent::Guest for Component {
    fn length(v: given!(String, &str)) -> u64 {
        v.len() as u64
    }

    fn sum(v: given!(Vec<u32>, &[u32])) -> u64 {
        v.iter().map(|&number| u64::from(number)).sum()
    }

    fn total(v: given!(Vec<lent::Reading>, &[lent::Reading])) -> f64 {
        v.iter().map(|reading| reading.value).sum()
    }

    fn both((text, numbers): (given!(String, &str), given!(Vec<i16>, &[i16]))) -> u64 {
        (text.len() + numbers.len()) as u64
    }

    fn keep(v: u32) {
        KEPT.store(v, SeqCst);
    }

    fn kept() -> u32 {
        KEPT.load(SeqCst)
    }
}
