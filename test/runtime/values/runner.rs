//! World runner of `test.wit`: asks for everything, and gets what it sent.

include!(env!("BINDINGS"));

use joins::*;
use test::values::{arity, joins, lists, widths};

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        sums();
        numbers();
        flags();
        texts();
    }
}

/// Every value comes back; variants have no `==`, their text for debugging stands for them.
macro_rules! comes_back {
    ($echo:path, $($value:expr),+ $(,)?) => {
        $( assert_eq!(format!("{:?}", $echo($value)), format!("{:?}", $value)); )+
    };
}

fn sums() {
    comes_back!(
        echo_word_or_long,
        WordOrLong::Word(i32::MIN),
        WordOrLong::Long(i64::MIN),
        WordOrLong::Word(-1)
    );
    comes_back!(
        echo_word_or_single,
        WordOrSingle::Word(-7),
        WordOrSingle::Single(-0.5),
        WordOrSingle::Single(-0.0)
    );
    comes_back!(
        echo_word_or_double,
        WordOrDouble::Word(u32::MAX),
        WordOrDouble::Double(1e300)
    );
    comes_back!(
        echo_long_or_single,
        LongOrSingle::Long(i64::MAX),
        LongOrSingle::Single(f32::MIN_POSITIVE)
    );
    comes_back!(
        echo_long_or_double,
        LongOrDouble::Long(u64::MAX),
        LongOrDouble::Double(f64::NEG_INFINITY)
    );
    comes_back!(
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

    assert_eq!(echo_arms(Ok(u64::MAX)), Ok(u64::MAX));
    assert_eq!(echo_arms(Err("why")), Err("why".to_string()));
    assert_eq!(echo_arms(Err("")), Err(String::new()));

    assert!(echo_nested(None).is_none());
    assert!(matches!(echo_nested(Some(Ok(None))), Some(Ok(None))));
    let nested = echo_nested(Some(Ok(Some(&text))));
    assert!(matches!(nested, Some(Ok(Some(TextOrLong::Text(back)))) if back == "Grüße 🚀"));
    let nested = echo_nested(Some(Ok(Some(&TextOrLong::Long(1)))));
    assert!(matches!(nested, Some(Ok(Some(TextOrLong::Long(1))))));
    for uneven in all_uneven() {
        let back = echo_nested(Some(Err(&uneven)));
        assert_eq!(
            format!("{back:?}"),
            format!("{:?}", Some(Err::<Option<TextOrLong>, _>(&uneven)))
        );
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
    let sum = arity::sixteen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1 << 40);
    assert_eq!(sum, 120 + (1 << 40));
    let sum = arity::seventeen(
        255,
        65535,
        u32::MAX,
        1 << 40,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        true,
    );
    assert_eq!(sum, 255 + 65535 + u64::from(u32::MAX) + (1 << 40) + 78 + 1);
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
    let both = arity::pairwise(x, y);
    assert_eq!([both.a, both.b, both.c, both.d], [11, 22, 33, 44]);
    assert_eq!([both.e, both.f, both.g, both.h], [55, 66, 77, u64::MAX]);
}

fn flags() {
    use widths::*;
    for one in [One::empty(), One::B0] {
        assert_eq!(echo_one(one), one);
    }
    for eight in [Eight::empty(), Eight::B0 | Eight::B7, Eight::all()] {
        assert_eq!(echo_eight(eight), eight);
    }
    for sixteen in [Sixteen::empty(), Sixteen::B8 | Sixteen::B15, Sixteen::all()] {
        assert_eq!(echo_sixteen(sixteen), sixteen);
    }
    for words in [ThirtyTwo::empty(), ThirtyTwo::B31, ThirtyTwo::all()] {
        assert_eq!(echo_thirty_two(words), words);
    }
    for forty in [
        Forty::empty(),
        Forty::B31 | Forty::B32,
        Forty::B39,
        Forty::all(),
    ] {
        assert_eq!(echo_forty(forty), forty);
    }
    let all = [
        (One::B0, Eight::B6, Sixteen::B14, ThirtyTwo::B30, Forty::B38),
        (
            One::empty(),
            Eight::all(),
            Sixteen::empty(),
            ThirtyTwo::all(),
            Forty::empty(),
        ),
    ];
    assert_eq!(echo_all(&all), all);
    assert!(echo_all(&[]).is_empty());
}

fn texts() {
    use lists::*;
    let lines: Lines = ["", "a line", "Grüße 🚀"].map(String::from).to_vec();
    let pages: Pages = vec![lines.clone(), vec![], lines.clone()];
    assert_eq!(echo_pages(&pages), pages);
    assert!(echo_pages(&[]).is_empty());

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
    for letter in &letters {
        assert_eq!(format!("{:?}", echo_letter(letter)), format!("{letter:?}"));
    }
    assert_eq!(
        format!("{:?}", echo_letters(&letters)),
        format!("{letters:?}")
    );

    let moods = [Some(Mood::Merry), None, Some(Mood::Calm)];
    assert_eq!(echo_moods(&moods), moods);
    let outcomes = [Ok(()), Err(Mood::Merry), Err(Mood::Calm)];
    assert_eq!(echo_outcomes(&outcomes), outcomes);

    let some = [Some(lines.clone()), None, Some(vec![])];
    assert_eq!(count_lines(Some(&lines), Ok(&lines), &some), 9);
    assert_eq!(count_lines(None, Err(&lines), &[]), 3);
    assert_eq!(some[0].as_deref(), Some(&lines[..]));
    let mut both = lines.clone();
    both.extend(["last".to_string()]);
    assert_eq!(joined(&lines, &["last".to_string()]), both);
    assert_eq!(joined(&[], &[]), Vec::<String>::new());
    assert_eq!(twice(&lines), (lines.clone(), lines));
}
