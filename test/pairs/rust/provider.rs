//! The provider of `test/pairs/wit`: a shared object that other components call, and that calls back.

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

use bindings::exports::test::pairs::{exchange, round_trip, store};
use bindings::test::pairs::callbacks;
use bindings::test::pairs::kinds::{Color, Mixed, Person, Point, Rights, Shape, Wide};
use callbacks::Notebook;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::SeqCst};
use store::{CounterBorrow, Held, Labelled, Seen};

struct Provider;

bindings::export!(Provider with_types_in bindings);

/// Functions that return their argument.
macro_rules! echoes {
    ($($name:ident: $Type:ty;)*) => {
        $(
            fn $name(v: $Type) -> $Type {
                v
            }
        )*
    };
}

type Deep = Option<Vec<(String, Result<Option<String>, Vec<u8>>)>>;

impl exchange::Guest for Provider {
    echoes! {
        echo_bool: bool;
        echo_u8: u8;
        echo_s8: i8;
        echo_u16: u16;
        echo_s16: i16;
        echo_u32: u32;
        echo_s32: i32;
        echo_u64: u64;
        echo_s64: i64;
        echo_f32: f32;
        echo_f64: f64;
        echo_char: char;
        echo_color: Color;
        echo_rights: Rights;
        echo_wide: Wide;
        echo_point: Point;
        echo_mixed: Mixed;
        echo_tuple: (u8, u32, String);
        echo_string: String;
        echo_bytes: Vec<u8>;
        echo_floats: Vec<f64>;
        echo_bools: Vec<bool>;
        echo_chars: Vec<char>;
        echo_colors: Vec<Color>;
        echo_points: Vec<Point>;
        echo_pairs: Vec<(u32, u32)>;
        echo_uneven: Vec<(u8, u32, u8)>;
        echo_strings: Vec<String>;
        echo_nested: Vec<Vec<String>>;
        echo_grid: Vec<Vec<u32>>;
        echo_options: Vec<Option<String>>;
        echo_shapes: Vec<Shape>;
        echo_person: Person;
        echo_people: exchange::People;
        echo_shape: Shape;
        echo_option: Option<String>;
        echo_option_option: Option<Option<u32>>;
        echo_result: Result<String, u32>;
        echo_result_empty: Result<(), ()>;
        echo_result_err: Result<(), String>;
        echo_result_ok: Result<Vec<String>, ()>;
        echo_deep: Deep;
    }

    fn many(
        a: String,
        b: String,
        c: String,
        d: String,
        e: String,
        f: String,
        g: String,
        h: String,
        i: String,
        j: u64,
    ) -> String {
        let texts = [a, b, c, d, e, f, g, h, i].join(",");
        format!("{texts};{j}")
    }

    fn many_list(
        a: String,
        b: String,
        c: String,
        d: String,
        e: String,
        f: String,
        g: String,
        h: String,
        i: String,
    ) -> Vec<String> {
        vec![i, h, g, f, e, d, c, b, a]
    }

    fn nop() {}

    fn strings_of(n: u32) -> Vec<String> {
        (0..n as usize).map(|i| "x".repeat(i)).collect()
    }

    fn checked_double(v: i32) -> Result<i32, String> {
        if v < 0 {
            Err("negative".to_string())
        } else {
            Ok(2 * v)
        }
    }

    fn maybe_fail(fail: bool) -> Result<(), Color> {
        if fail { Err(Color::Blue) } else { Ok(()) }
    }
}

static ALIVE: AtomicU32 = AtomicU32::new(0);

/// A counter, which knows how many of its kind there are.
struct Counter {
    value: AtomicU64,
    label: String,
}

impl Counter {
    fn with(value: u64, label: String) -> Self {
        ALIVE.fetch_add(1, SeqCst);
        let value = AtomicU64::new(value);
        Self { value, label }
    }

    fn value(&self) -> u64 {
        self.value.load(SeqCst)
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, SeqCst);
    }
}

impl store::GuestCounter for Counter {
    fn new(start: u32, label: String) -> Self {
        Self::with(u64::from(start), label)
    }

    fn add(&self, n: u64) -> u64 {
        self.value.fetch_add(n, SeqCst).wrapping_add(n)
    }

    fn label(&self) -> String {
        self.label.clone()
    }

    fn merge(a: store::Counter, b: CounterBorrow<'_>) -> store::Counter {
        let a = a.into_inner::<Counter>();
        let b = b.get::<Counter>();
        let label = format!("{}+{}", a.label, b.label);
        store::Counter::new(Counter::with(a.value() + b.value(), label))
    }
}

impl store::Guest for Provider {
    type Counter = Counter;

    echoes! {
        pass: store::Counter;
        pass_option: Option<store::Counter>;
        pass_result: Result<store::Counter, String>;
        pass_held: Held;
        pass_tuple: (store::Counter, String, store::Counter);
        pass_labelled: Vec<Labelled>;
    }

    fn alive() -> u32 {
        ALIVE.load(SeqCst)
    }

    fn all(n: u32) -> Vec<store::Counter> {
        let counter = |i| store::Counter::new(Counter::with(u64::from(i), format!("c{i}")));
        (0..n).map(counter).collect()
    }

    fn consume(counters: Vec<store::Counter>) -> u64 {
        counters
            .iter()
            .map(|each| each.get::<Counter>().value())
            .sum()
    }

    fn sum(counters: Vec<CounterBorrow<'_>>) -> u64 {
        counters
            .iter()
            .map(|each| each.get::<Counter>().value())
            .sum()
    }

    fn bump(a: Option<CounterBorrow<'_>>, b: Option<CounterBorrow<'_>>) -> u32 {
        let mut bumped = 0;
        for each in [a, b].into_iter().flatten() {
            each.get::<Counter>().value.fetch_add(1, SeqCst);
            bumped += 1;
        }
        bumped
    }

    fn look(s: Vec<Seen<'_>>) -> Vec<u64> {
        let look = |Seen { by, at }: &Seen<'_>| {
            let place = i64::from(at.x) + i64::from(at.y);
            by.get::<Counter>().value().wrapping_add_signed(place)
        };
        s.iter().map(look).collect()
    }
}

/// The notebook that `keep` was given.
static KEPT: Mutex<Option<Notebook>> = Mutex::new(None);

impl round_trip::Guest for Provider {
    fn reversed_names(people: Vec<Person>) -> Vec<String> {
        let mut names = callbacks::names(&people);
        names.reverse();
        names
    }

    fn turn_all(shapes: Vec<Shape>) -> Vec<Shape> {
        shapes.iter().map(callbacks::turn).collect()
    }

    fn write_into(book: &Notebook, lines: Vec<String>) -> String {
        lines.iter().for_each(|line| book.write(line));
        book.title()
    }

    fn count_lines(books: Vec<&Notebook>) -> u32 {
        books.iter().map(|book| book.lines().len() as u32).sum()
    }

    fn new_book(title: String, lines: Vec<String>) -> Notebook {
        let book = Notebook::new(&title);
        lines.iter().for_each(|line| book.write(line));
        book
    }

    fn burn(book: Notebook) -> Vec<String> {
        book.lines()
    }

    fn pass_book(book: Notebook) -> Notebook {
        book
    }

    fn keep(book: Notebook) {
        *KEPT.lock().unwrap() = Some(book);
    }

    fn take_kept() -> Option<Notebook> {
        KEPT.lock().unwrap().take()
    }
}
