//! The consumer of `test/pairs/wit`: calls everything that the provider has and checks what comes back.
//!
//! Everything runs twice. Between two readings of `wit_test_live_allocations`, which a preloaded
//! library may have, the second run must leave as many allocations alive as it found.

#![deny(warnings)]

mod bindings {
    include!(env!("BINDINGS"));
}

#[cfg(wit_checked_alloc)]
#[path = "checked_alloc.rs"]
mod checked_alloc;

#[cfg(wit_other_alloc)]
#[path = "other_alloc.rs"]
mod other_alloc;

use bindings::exports::test::pairs::callbacks;
use bindings::test::pairs::callbacks::{Notebook, open_notebooks};
use bindings::test::pairs::exchange as ex;
use bindings::test::pairs::kinds::{Color, Mixed, Person, Point, Rights, Shape, Wide};
use bindings::test::pairs::round_trip;
use bindings::test::pairs::store::{self, Counter, Held, Labelled, Seen};
use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_void};
use std::fmt::Debug;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

struct Consumer;

bindings::export!(Consumer with_types_in bindings);

static OPEN: AtomicU32 = AtomicU32::new(0);

/// A notebook, which knows how many of its kind there are.
struct Book {
    title: String,
    lines: RefCell<Vec<String>>,
}

impl Drop for Book {
    fn drop(&mut self) {
        OPEN.fetch_sub(1, SeqCst);
    }
}

impl callbacks::GuestNotebook for Book {
    fn new(title: String) -> Self {
        OPEN.fetch_add(1, SeqCst);
        let lines = RefCell::new(Vec::new());
        Self { title, lines }
    }

    fn title(&self) -> String {
        self.title.clone()
    }

    fn write(&self, line: String) {
        self.lines.borrow_mut().push(line);
    }

    fn lines(&self) -> Vec<String> {
        self.lines.borrow().clone()
    }
}

impl callbacks::Guest for Consumer {
    type Notebook = Book;

    fn open_notebooks() -> u32 {
        OPEN.load(SeqCst)
    }

    fn names(people: Vec<Person>) -> Vec<String> {
        people.into_iter().map(|person| person.name).collect()
    }

    fn turn(s: Shape) -> Shape {
        s
    }
}

/// The same value, as far as its `Debug` text tells. Types of bindings have no `==`.
#[track_caller]
fn same<T: Debug>(actual: T, expected: T) {
    let (actual, expected) = (format!("{actual:?}"), format!("{expected:?}"));
    assert!(actual == expected, "got {actual:.200}, not {expected:.200}");
}

/// Whether a function returns each of these values when it is given it.
macro_rules! echo {
    ($echo:expr, $values:expr) => {
        for value in $values {
            assert_eq!($echo(value), value);
        }
    };
}

/// Texts of every sort: empty, small, beyond ASCII, with a NUL inside, a megabyte.
fn texts() -> Vec<String> {
    vec![
        String::new(),
        "a".to_string(),
        "Grüße, 世界 🌍".to_string(),
        "nul\0inside".to_string(),
        "\u{10FFFF}".to_string(),
        "0123456789abcdef".repeat(1 << 16),
    ]
}

fn small_texts() -> Vec<String> {
    let mut texts = texts();
    texts.pop();
    texts
}

fn scalars() {
    echo!(ex::echo_bool, [false, true]);
    echo!(ex::echo_u8, [0, 1, 127, 128, u8::MAX]);
    echo!(ex::echo_s8, [0, 1, -1, i8::MIN, i8::MAX]);
    echo!(ex::echo_u16, [0, 1, 0x7FFF, 0x8000, u16::MAX]);
    echo!(ex::echo_s16, [0, 1, -1, i16::MIN, i16::MAX]);
    echo!(ex::echo_u32, [0, 1, 0x7FFF_FFFF, 0x8000_0000, u32::MAX]);
    echo!(ex::echo_s32, [0, 1, -1, i32::MIN, i32::MAX]);
    echo!(ex::echo_u64, [0, 1, 1 << 32, 1 << 63, u64::MAX]);
    echo!(ex::echo_s64, [0, 1, -1, i64::MIN, i64::MAX]);
    for v in [
        0.0,
        1.5,
        f32::MIN,
        f32::MAX,
        f32::INFINITY,
        f32::MIN_POSITIVE,
    ] {
        assert_eq!(ex::echo_f32(v).to_bits(), v.to_bits());
        assert_eq!(ex::echo_f32(-v).to_bits(), (-v).to_bits());
    }
    for bits in [1, 0x7FC0_1234, 0xFFC0_0000] {
        assert_eq!(ex::echo_f32(f32::from_bits(bits)).to_bits(), bits);
    }
    for v in [
        0.0,
        1.5,
        f64::MIN,
        f64::MAX,
        f64::INFINITY,
        f64::MIN_POSITIVE,
    ] {
        assert_eq!(ex::echo_f64(v).to_bits(), v.to_bits());
        assert_eq!(ex::echo_f64(-v).to_bits(), (-v).to_bits());
    }
    for bits in [1, 0x7FF8_0000_0000_1234, 0xFFF8_0000_0000_0000] {
        assert_eq!(ex::echo_f64(f64::from_bits(bits)).to_bits(), bits);
    }
    echo!(
        ex::echo_char,
        ['\0', 'a', 'ü', '\u{D7FF}', '\u{E000}', '🌍', char::MAX]
    );
    echo!(ex::echo_color, [Color::Red, Color::Green, Color::Blue]);
}

fn sets() {
    let rights = [
        Rights::READ,
        Rights::WRITE,
        Rights::EXECUTE,
        Rights::all(),
        Rights::empty(),
    ];
    echo!(ex::echo_rights, rights);
    echo!(ex::echo_rights, [Rights::READ | Rights::EXECUTE]);
    echo!(
        ex::echo_wide,
        [
            Wide::empty(),
            Wide::F0,
            Wide::F7,
            Wide::F8,
            Wide::F0 | Wide::F8,
            Wide::all()
        ]
    );
}

fn records() {
    for point in points() {
        same(ex::echo_point(point), point);
    }
    for mixed in [
        Mixed {
            a: 0,
            b: 0,
            c: 0,
            d: 0.0,
            e: false,
            f: '\0',
        },
        Mixed {
            a: 255,
            b: u64::MAX,
            c: u16::MAX,
            d: f32::MIN,
            e: true,
            f: char::MAX,
        },
        Mixed {
            a: 1,
            b: 2,
            c: 3,
            d: 4.5,
            e: true,
            f: 'ß',
        },
    ] {
        same(ex::echo_mixed(mixed), mixed);
    }
    for text in texts() {
        let tuple = ex::echo_tuple((7, u32::MAX, &text));
        assert_eq!(tuple, (7, u32::MAX, text));
    }
    for person in people() {
        same(ex::echo_person(&person), person);
    }
}

fn points() -> Vec<Point> {
    let corner = Point {
        x: i32::MIN,
        y: i32::MAX,
    };
    vec![Point { x: 0, y: 0 }, Point { x: -1, y: 1 }, corner]
}

fn people() -> Vec<Person> {
    let nobody = Person {
        name: String::new(),
        age: 0,
        home: None,
        tags: vec![],
    };
    let home = Some(Point { x: 3, y: -4 });
    let ada = Person {
        name: "Ada".to_string(),
        age: 36,
        home,
        tags: small_texts(),
    };
    let long = Person {
        name: "ö".repeat(1 << 19),
        age: 255,
        home: None,
        tags: texts(),
    };
    vec![nobody, ada, long]
}

fn shapes() -> Vec<Shape> {
    let mut shapes = vec![
        Shape::Nothing,
        Shape::Count(0),
        Shape::Count(u64::MAX),
        Shape::Ratio(-0.25),
        Shape::Ratio(f32::INFINITY),
        Shape::Exact(1e300),
        Shape::Exact(f64::MIN_POSITIVE),
        Shape::Corner(Point { x: -5, y: i32::MAX }),
        Shape::Many(vec![]),
        Shape::Many(small_texts()),
    ];
    shapes.extend(small_texts().into_iter().map(Shape::Label));
    shapes
}

/// As many values as are a lot, made one by one.
fn many<T>(make: impl Fn(u32) -> T) -> Vec<T> {
    (0..100_000).map(make).collect()
}

fn strings_and_lists() {
    for text in texts() {
        assert_eq!(ex::echo_string(&text), text);
        assert_eq!(ex::echo_bytes(text.as_bytes()), text.as_bytes());
    }
    for floats in [vec![], vec![1.5], many(f64::from)] {
        assert_eq!(ex::echo_floats(&floats), floats);
    }
    for bools in [
        vec![],
        vec![true],
        vec![false, true, true],
        many(|i| i % 3 == 0),
    ] {
        assert_eq!(ex::echo_bools(&bools), bools);
    }
    for chars in [
        vec![],
        vec!['ß'],
        "aé世🌍\0".chars().collect(),
        many(|i| char::from_u32(i % 0xD800).unwrap()),
    ] {
        assert_eq!(ex::echo_chars(&chars), chars);
    }
    for colors in [
        vec![],
        vec![Color::Blue, Color::Red, Color::Green],
        many(|_| Color::Green),
    ] {
        assert_eq!(ex::echo_colors(&colors), colors);
    }
    for points in [
        vec![],
        points(),
        many(|i| Point {
            x: i as i32,
            y: -(i as i32),
        }),
    ] {
        same(ex::echo_points(&points), points);
    }
    for pairs in [vec![], vec![(1, 2)], many(|i| (i, !i))] {
        assert_eq!(ex::echo_pairs(&pairs), pairs);
    }
    for uneven in [vec![], vec![(1, 2, 3)], many(|i| (i as u8, i, !(i as u8)))] {
        assert_eq!(ex::echo_uneven(&uneven), uneven);
    }
    for strings in [vec![], texts(), many(|i| i.to_string())] {
        assert_eq!(ex::echo_strings(&strings), strings);
    }
    for nested in [
        vec![],
        vec![vec![]],
        vec![vec![], small_texts(), vec![String::new()]],
    ] {
        assert_eq!(ex::echo_nested(&nested), nested);
    }
    for grid in [
        vec![],
        vec![vec![]],
        vec![vec![1, 2], vec![], vec![3]],
        vec![many(|i| i)],
    ] {
        assert_eq!(ex::echo_grid(&grid), grid);
    }
    for options in [
        vec![],
        vec![None],
        texts().into_iter().map(Some).chain([None]).collect(),
    ] {
        assert_eq!(ex::echo_options(&options), options);
    }
    for each in [vec![], shapes()] {
        same(ex::echo_shapes(&each), each);
    }
    for each in [vec![], people()] {
        same(ex::echo_people(&each), each);
    }
}

fn cases() {
    for shape in shapes() {
        same(ex::echo_shape(&shape), shape);
    }
    assert_eq!(ex::echo_option(None), None);
    for text in texts() {
        assert_eq!(ex::echo_option(Some(&text)).as_ref(), Some(&text));
        assert_eq!(ex::echo_result(Ok(&text)).as_ref(), Ok(&text));
        assert_eq!(ex::echo_result_err(Err(&text)).as_ref(), Err(&text));
    }
    echo!(
        ex::echo_option_option,
        [None, Some(None), Some(Some(0)), Some(Some(u32::MAX))]
    );
    assert_eq!(ex::echo_result(Err(u32::MAX)), Err(u32::MAX));
    echo!(ex::echo_result_empty, [Ok(()), Err(())]);
    assert_eq!(ex::echo_result_err(Ok(())), Ok(()));
    assert_eq!(ex::echo_result_ok(Err(())), Err(()));
    for list in [vec![], texts()] {
        assert_eq!(ex::echo_result_ok(Ok(&list)), Ok(list));
    }
    assert_eq!(ex::echo_deep(None), None);
    for deep in [
        vec![],
        vec![
            ("a".to_string(), Ok(None)),
            ("b".to_string(), Err(vec![1, 2, 3])),
        ],
        texts()
            .into_iter()
            .map(|text| (text.clone(), Ok(Some(text))))
            .collect(),
        texts()
            .into_iter()
            .map(|text| (String::new(), Err(text.into_bytes())))
            .collect(),
    ] {
        assert_eq!(ex::echo_deep(Some(&deep)), Some(deep));
    }
}

fn many_parameters() {
    let all = ex::many("a", "", "c", "ü", "e\0", "f", "g", "h", "i", u64::MAX);
    assert_eq!(all, "a,,c,ü,e\0,f,g,h,i;18446744073709551615");
    let long = "z".repeat(1 << 20);
    let reversed = ex::many_list("a", "b", "", "d", "ü", "f", "g", "h", &long);
    assert_eq!(reversed, [&long, "h", "g", "f", "ü", "d", "", "b", "a"]);
    ex::nop();
    for n in [0, 1, 2, 1000] {
        let expected: Vec<String> = (0..n as usize).map(|i| "x".repeat(i)).collect();
        assert_eq!(ex::strings_of(n), expected);
    }
}

fn failures() {
    assert_eq!(ex::checked_double(21), Ok(42));
    assert_eq!(ex::checked_double(0), Ok(0));
    assert_eq!(ex::checked_double(-1), Err("negative".to_string()));
    assert_eq!(ex::maybe_fail(false), Ok(()));
    assert_eq!(ex::maybe_fail(true), Err(Color::Blue));
}

fn value(counter: &Counter) -> u64 {
    counter.add(0)
}

fn counters() {
    assert_eq!(store::alive(), 0);
    let one = Counter::new(u32::MAX, "eins");
    assert_eq!(one.add(1), 1 << 32);
    assert_eq!(one.add(u64::MAX - (1 << 32)), u64::MAX);
    assert_eq!(one.label(), "eins");
    let (a, b) = (Counter::new(40, "a"), Counter::new(2, "b"));
    assert_eq!(store::alive(), 3);
    let merged = Counter::merge(a, &b);
    assert_eq!((value(&merged), merged.label().as_str()), (42, "a+b"));
    assert_eq!(store::alive(), 3);
    drop(one);
    assert_eq!(store::alive(), 2);
    assert_eq!(store::bump(Some(&merged), Some(&b)), 2);
    assert_eq!(store::bump(None, Some(&b)), 1);
    assert_eq!(store::bump(None, None), 0);
    assert_eq!((value(&merged), value(&b)), (43, 4));
    assert_eq!(store::bump(Some(&b), Some(&b)), 2);
    assert_eq!(value(&b), 6);
    drop((merged, b));
    assert_eq!(store::alive(), 0);
}

fn lists_of_counters() {
    assert!(store::all(0).is_empty());
    assert_eq!(store::consume(vec![]), 0);
    assert_eq!(store::sum(&[]), 0);
    let all = store::all(1000);
    assert_eq!(store::alive(), 1000);
    assert_eq!((value(&all[999]), all[999].label().as_str()), (999, "c999"));
    let borrowed: Vec<&Counter> = all.iter().collect();
    assert_eq!(store::sum(&borrowed), 499_500);
    assert_eq!(store::sum(&[&all[7], &all[7]]), 14);
    assert_eq!(store::alive(), 1000);
    assert_eq!(store::consume(all), 499_500);
    assert_eq!(store::alive(), 0);
}

fn passed_counters() {
    let counter = |start, label: &str| Counter::new(start, label);
    let back = store::pass(counter(1, "p"));
    assert_eq!((value(&back), back.label().as_str()), (1, "p"));
    let back = store::pass_option(Some(back)).unwrap();
    assert_eq!(value(&back), 1);
    assert!(store::pass_option(None).is_none());
    let back = store::pass_result(Ok(back)).unwrap();
    assert_eq!(store::pass_result(Err("no".to_string())).unwrap_err(), "no");
    let Held::One(back) = store::pass_held(Held::One(back)) else {
        panic!("another case")
    };
    assert_eq!(value(&back), 1);
    assert!(matches!(store::pass_held(Held::Nothing), Held::Nothing));
    for text in texts() {
        let Held::Text(same) = store::pass_held(Held::Text(text.clone())) else {
            panic!("another case")
        };
        assert_eq!(same, text);
    }
    let (first, text, second) = store::pass_tuple((back, "zwischen".to_string(), counter(2, "q")));
    assert_eq!(
        (value(&first), text.as_str(), value(&second)),
        (1, "zwischen", 2)
    );
    assert!(store::pass_labelled(vec![]).is_empty());
    let labelled = |label: String, counter| Labelled { label, counter };
    let both = vec![
        labelled("erste".to_string(), first),
        labelled(String::new(), second),
    ];
    let both = store::pass_labelled(both);
    assert_eq!(
        both.iter()
            .map(|each| each.label.as_str())
            .collect::<Vec<_>>(),
        ["erste", ""]
    );
    assert_eq!(
        both.iter()
            .map(|each| value(&each.counter))
            .collect::<Vec<_>>(),
        [1, 2]
    );
    let seen = |by, x, y| Seen {
        by,
        at: Point { x, y },
    };
    let (first, second) = (&both[0].counter, &both[1].counter);
    assert_eq!(store::look(&[]), []);
    assert_eq!(
        store::look(&[
            seen(first, 10, 100),
            seen(second, 20, -22),
            seen(first, 0, 0)
        ]),
        [111, 0, 1]
    );
    assert_eq!(store::alive(), 2);
    drop(both);
    assert_eq!(store::alive(), 0);
}

fn calls_back() {
    let names: Vec<String> = people()
        .into_iter()
        .rev()
        .map(|person| person.name)
        .collect();
    assert_eq!(round_trip::reversed_names(&people()), names);
    assert!(round_trip::reversed_names(&[]).is_empty());
    same(round_trip::turn_all(&shapes()), shapes());
    assert!(round_trip::turn_all(&[]).is_empty());
}

/// The provider speaks of notebooks as ones that it imports, and so, to pass them, does the consumer.
fn notebooks() {
    let book = round_trip::new_book("neu", &small_texts());
    assert_eq!(book.title(), "neu");
    assert_eq!(book.lines(), small_texts());
    let book = round_trip::pass_book(book);
    assert_eq!(open_notebooks(), 1);
    assert_eq!(round_trip::burn(book), small_texts());
    assert_eq!(open_notebooks(), 0);
    assert_eq!(round_trip::burn(Notebook::new("leer")), [""; 0]);
    assert!(round_trip::take_kept().is_none());
    round_trip::keep(Notebook::new("alt"));
    round_trip::keep(Notebook::new("behalten"));
    assert_eq!(open_notebooks(), 1);
    let kept = round_trip::take_kept().unwrap();
    assert_eq!(kept.title(), "behalten");
    assert!(round_trip::take_kept().is_none());
    drop(kept);
    assert_eq!(open_notebooks(), 0);
}

fn lent_notebooks() {
    let (first, second) = (Notebook::new("eins"), Notebook::new("zwei"));
    assert_eq!(round_trip::write_into(&first, &texts()), "eins");
    assert_eq!(round_trip::write_into(&second, &[]), "zwei");
    assert_eq!(first.lines(), texts());
    assert_eq!(round_trip::count_lines(&[]), 0);
    assert_eq!(round_trip::count_lines(&[&first, &second, &first]), 12);
    assert_eq!(open_notebooks(), 2);
    drop((first, second));
    assert_eq!(open_notebooks(), 0);
}

/// Every check, by its name.
const SECTIONS: &[(&str, fn())] = &[
    ("scalars", scalars),
    ("sets", sets),
    ("records", records),
    ("strings and lists", strings_and_lists),
    ("cases", cases),
    ("many parameters", many_parameters),
    ("failures", failures),
    ("counters", counters),
    ("lists of counters", lists_of_counters),
    ("passed counters", passed_counters),
    ("calls back", calls_back),
    ("notebooks", notebooks),
    ("lent notebooks", lent_notebooks),
];

fn run_all() {
    for (name, check) in SECTIONS {
        check();
        println!("{name}: ok");
    }
    assert_eq!(store::alive(), 0);
    assert_eq!(open_notebooks(), 0);
}

unsafe extern "C" {
    fn dlsym(handle: *mut c_void, symbol: *const c_char) -> *mut c_void;
}

/// The number of allocations alive in the process, if somebody counts them.
fn live_allocations() -> Option<isize> {
    const NAME: &CStr = c"wit_test_live_allocations";
    let symbol = unsafe { dlsym(std::ptr::null_mut(), NAME.as_ptr()) };
    if symbol.is_null() {
        return None;
    }
    let count: extern "C" fn() -> isize = unsafe { std::mem::transmute(symbol) };
    Some(count())
}

fn main() {
    run_all();
    let before = live_allocations();
    run_all();
    let after = live_allocations();
    assert_eq!(
        before, after,
        "allocations alive before and after the second run"
    );
    match after {
        Some(count) => println!("allocations: {count}, ok"),
        None => println!("allocations: not counted"),
    }
}
