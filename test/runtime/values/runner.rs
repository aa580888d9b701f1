//@ [borrowing]
//@ args = '--ownership borrowing'

//! World runner of `test.wit`: asks for everything, and gets what it sent.

#[macro_use]
#[path = "../calls.rs"]
mod calls;

include!(env!("BINDINGS"));

use joins::*;
use test::values::{arity, joins, lent, lists, widths};

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        sums();
        numbers();
        flags();
        texts();
        looks();
    }
}

/// Every value comes back; variants have no `==`, their text for debugging stands for them.
macro_rules! comes_back {
    ($echo:path, $($value:expr),+ $(,)?) => {
        leaves_nothing! { $( assert_eq!(format!("{:?}", $echo($value)), format!("{:?}", $value)); )+ }
    };
}

/// So does every value without memory, and costs nothing on its way.
macro_rules! comes_back_free {
    ($echo:path, $($value:expr),+ $(,)?) => {
        comes_back!($echo, $($value),+);
        costs_nothing! { $( { let _ = $echo($value); }; )+ }
    };
}

fn sums() {
    comes_back_free!(
        echo_word_or_long,
        WordOrLong::Word(i32::MIN),
        WordOrLong::Long(i64::MIN),
        WordOrLong::Word(-1)
    );
    comes_back_free!(
        echo_word_or_single,
        WordOrSingle::Word(-7),
        WordOrSingle::Single(-0.5),
        WordOrSingle::Single(-0.0)
    );
    comes_back_free!(
        echo_word_or_double,
        WordOrDouble::Word(u32::MAX),
        WordOrDouble::Double(1e300)
    );
    comes_back_free!(
        echo_long_or_single,
        LongOrSingle::Long(i64::MAX),
        LongOrSingle::Single(f32::MIN_POSITIVE)
    );
    comes_back_free!(
        echo_long_or_double,
        LongOrDouble::Long(u64::MAX),
        LongOrDouble::Double(f64::NEG_INFINITY)
    );
    comes_back_free!(
        echo_single_or_double,
        SingleOrDouble::Single(f32::MAX),
        SingleOrDouble::Double(f64::MIN)
    );

    let text = TextOrLong::Text("Grüße 🚀".to_string());
    comes_back!(
        echo_text_or_long,
        &text,
        &TextOrLong::Long(u64::MAX),
        &TextOrLong::Text(String::new())
    );
    let bytes = BytesOrSingle::Bytes(vec![0, 255]);
    comes_back!(
        echo_bytes_or_single,
        &bytes,
        &BytesOrSingle::Single(1.5),
        &BytesOrSingle::Bytes(vec![])
    );
    for uneven in all_uneven() {
        comes_back!(echo_uneven, &uneven);
    }

    costs_nothing! {
        assert!(matches!(
            casts(
                WordOrLong::Long(1 << 40),
                WordOrSingle::Single(1.5),
                WordOrDouble::Double(2.5),
                LongOrSingle::Single(3.5),
                LongOrDouble::Double(4.5),
                SingleOrDouble::Double(5.5),
            ),
            (
                WordOrLong::Long(0x100_0000_0000),
                WordOrSingle::Single(1.5),
                WordOrDouble::Double(2.5),
                LongOrSingle::Single(3.5),
                LongOrDouble::Double(4.5),
                SingleOrDouble::Double(5.5),
            )
        ));
        assert_eq!(echo_arms(Ok(u64::MAX)), Ok(u64::MAX));
        assert_eq!(echo_arms(Err("")).unwrap_err(), "");
        assert!(echo_nested(None).is_none());
        assert!(matches!(echo_nested(Some(Ok(None))), Some(Ok(None))));
        assert!(matches!(
            echo_nested(Some(Ok(Some(&TextOrLong::Long(1))))),
            Some(Ok(Some(TextOrLong::Long(1))))
        ));
    }
    leaves_nothing! {
        assert_eq!(echo_arms(Err("why")).unwrap_err(), "why");
        assert!(matches!(
            echo_nested(Some(Ok(Some(&text)))),
            Some(Ok(Some(TextOrLong::Text(back)))) if back == "Grüße 🚀"
        ));
    }
    for uneven in all_uneven() {
        let sent: Option<Result<Option<&TextOrLong>, _>> = Some(Err(&uneven));
        comes_back!(echo_nested, sent);
    }
}

fn all_uneven() -> [Uneven; 4] {
    [
        Uneven::Nothing,
        Uneven::Small(200),
        Uneven::Wide((u64::MAX, "middle".to_string(), -0.25)),
        Uneven::Texts(vec!["one".to_string(), String::new()]),
    ]
}

fn numbers() {
    costs_nothing! {
        assert_eq!(
            arity::sixteen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1 << 40),
            120 + (1 << 40)
        );
        assert_eq!(
            arity::seventeen(
                255, 65535, u32::MAX, 1 << 40, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, true
            ),
            255 + 65535 + u64::from(u32::MAX) + (1 << 40) + 78 + 1
        );
    }
    let x = arity::Eight {
        a: 1,
        b: 2,
        c: 3,
        d: 4,
        e: 5,
        f: 6,
        g: 7,
        h: u64::MAX - 1,
    };
    let y = arity::Eight {
        a: 10,
        b: 20,
        c: 30,
        d: 40,
        e: 50,
        f: 60,
        g: 70,
        h: 1,
    };
    costs_nothing! {
        {
            let both = arity::pairwise(x, y);
            assert_eq!([both.a, both.b, both.c, both.d], [11, 22, 33, 44]);
            assert_eq!([both.e, both.f, both.g, both.h], [55, 66, 77, u64::MAX]);
        };
    }
}

fn flags() {
    use widths::*;
    for one in [One::empty(), One::B0] {
        costs_nothing! { assert_eq!(echo_one(one), one); }
    }
    for eight in [Eight::empty(), Eight::B0 | Eight::B7, Eight::all()] {
        costs_nothing! { assert_eq!(echo_eight(eight), eight); }
    }
    for sixteen in [Sixteen::empty(), Sixteen::B8 | Sixteen::B15, Sixteen::all()] {
        costs_nothing! { assert_eq!(echo_sixteen(sixteen), sixteen); }
    }
    for words in [ThirtyTwo::empty(), ThirtyTwo::B31, ThirtyTwo::all()] {
        costs_nothing! { assert_eq!(echo_thirty_two(words), words); }
    }
    let all = [
        (One::B0, Eight::B6, Sixteen::B14, ThirtyTwo::B30),
        (
            One::empty(),
            Eight::all(),
            Sixteen::empty(),
            ThirtyTwo::all(),
        ),
    ];
    leaves_nothing! {
        assert_eq!(echo_all(&all), all);
        assert!(echo_all(&[]).is_empty());
    }
}

/// How lists of values that own memory are sent.
#[cfg(not(borrowing))]
fn sent<T>(values: &[T]) -> &[T] {
    values
}
#[cfg(borrowing)]
fn sent<T>(values: &[T]) -> Vec<&T> {
    values.iter().collect()
}

fn texts() {
    use lists::*;
    leaves_nothing! {
        assert_eq!(
            limits(
                &[u8::MIN, u8::MAX],
                &[i8::MIN, i8::MAX],
                &[u16::MIN, u16::MAX],
                &[i16::MIN, i16::MAX],
                &[u32::MIN, u32::MAX],
                &[i32::MIN, i32::MAX],
                &[u64::MIN, u64::MAX],
                &[i64::MIN, i64::MAX],
                &[f32::MIN, f32::MAX, f32::NEG_INFINITY, f32::INFINITY],
                &[f64::MIN, f64::MAX, f64::NEG_INFINITY, f64::INFINITY],
            ),
            (
                vec![u8::MIN, u8::MAX],
                vec![i8::MIN, i8::MAX],
                vec![u16::MIN, u16::MAX],
                vec![i16::MIN, i16::MAX],
                vec![u32::MIN, u32::MAX],
                vec![i32::MIN, i32::MAX],
                vec![u64::MIN, u64::MAX],
                vec![i64::MIN, i64::MAX],
                vec![f32::MIN, f32::MAX, f32::NEG_INFINITY, f32::INFINITY],
                vec![f64::MIN, f64::MAX, f64::NEG_INFINITY, f64::INFINITY],
            )
        );
    }

    let lines: Lines = ["", "a line", "Grüße 🚀"].map(String::from).to_vec();
    let pages: Pages = vec![lines.clone(), vec![], lines.clone()];
    let letter = Letter {
        to: Some("Ada".to_string()),
        lines: lines.clone(),
        moods: vec![Mood::Merry, Mood::Calm],
        seal: Ok(vec![1, 2, 3]),
    };
    let bare = Letter {
        to: None,
        lines: vec![],
        moods: vec![],
        seal: Err(Mood::Cross),
    };
    let letters = [letter, bare];
    let moods = [Some(Mood::Merry), None, Some(Mood::Calm)];
    let outcomes = [Ok(()), Err(Mood::Merry), Err(Mood::Calm)];
    #[cfg(not(borrowing))]
    let some = [Some(lines.clone()), None, Some(vec![])];
    #[cfg(borrowing)]
    let some = [Some(&lines[..]), None, Some(&[])];
    let last = ["last".to_string()];
    comes_back!(echo_letter, &letters[0], &letters[1]);
    leaves_nothing! {
        assert_eq!(echo_pages(&pages), pages);
        assert!(echo_pages(&[]).is_empty());
        assert_eq!(
            format!("{:?}", echo_letters(&sent(&letters))),
            format!("{letters:?}")
        );
        assert_eq!(echo_moods(&moods), moods);
        assert_eq!(echo_outcomes(&outcomes), outcomes);
        assert_eq!(count_lines(Some(&lines), Ok(&lines), &some), 9);
        assert_eq!(count_lines(None, Err(&lines), &[]), 3);
        assert_eq!(joined(&lines, &last).last(), last.last());
        assert_eq!(joined(&[], &[]), Vec::<String>::new());
        assert_eq!(twice(&lines), (lines.clone(), lines.clone()));
    }
    assert_eq!(joined(&lines, &last)[..3], lines);
    assert_eq!(some[0].as_deref(), Some(&lines[..]));
}

fn looks() {
    use lent::*;
    let readings = [1.5, -0.25].map(|value| Reading {
        at: u64::MAX,
        value,
    });
    lends! {
        assert_eq!(length("Grüße 🚀"), 12);
        assert_eq!(sum(&[1, 2, u32::MAX]), 3 + u64::from(u32::MAX));
        assert_eq!(total(&readings), 1.25);
        assert_eq!(both(("three", &[1, 2, 3])), 8);
    }
    costs_nothing! {
        assert_eq!((length(""), sum(&[]), total(&[])), (0, 0, 0.0));
        keep(7);
        assert_eq!(kept(), 7);
    }
}
