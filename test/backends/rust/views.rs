//! Calls exported functions that look at their caller's data, and counts what is allocated meanwhile.

use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering::Relaxed};

mod importer {
    include!(env!("IMPORTER"));
}
mod exporter {
    include!(env!("EXPORTER"));
}

use exporter::exports::test::views::looks as exported;
use importer::test::views::looks;

struct Counting;

static ALLOCATED: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicIsize = AtomicIsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATED.fetch_add(1, Relaxed);
        LIVE.fetch_add(layout.size() as isize, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size() as isize, Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

struct Component;

exporter::export!(Component with_types_in exporter);

/// What exported functions see of a string and of a record inside something: views where types are made of views.
#[cfg(borrowing)]
mod seen {
    macro_rules! text {
        () => {
            &str
        };
    }
    macro_rules! list {
        ($element:ty) => {
            &[$element]
        };
    }
    macro_rules! person { () => { exported::Person<'_> }; }
    macro_rules! one_person { () => { exported::Person<'_> }; }
    pub(crate) use {list, one_person, person, text};
}
#[cfg(not(borrowing))]
mod seen {
    macro_rules! text {
        () => {
            String
        };
    }
    macro_rules! list { ($element:ty) => { Vec<$element> }; }
    macro_rules! person {
        () => {
            exported::Person
        };
    }
    macro_rules! one_person {
        () => {
            &exported::Person
        };
    }
    pub(crate) use {list, one_person, person, text};
}

impl exported::Guest for Component {
    fn text(v: &str) -> u32 {
        v.len() as u32
    }

    fn numbers(v: &[u32]) -> u64 {
        v.iter().map(|&each| u64::from(each)).sum()
    }

    fn points(v: &[exported::Point]) -> u64 {
        v.iter().map(|each| u64::from(each.x) + each.y as u64).sum()
    }

    fn maybe(v: Option<&str>) -> u32 {
        v.map_or(0, |text| text.len() as u32)
    }

    fn words(v: &[seen::text!()]) -> u32 {
        v.iter().map(|each| each.len() as u32).sum()
    }

    fn nested(v: &[seen::list!(seen::text!())]) -> u32 {
        v.iter()
            .flat_map(|each| each.iter())
            .map(|each| each.len() as u32)
            .sum()
    }

    fn set(v: &[bool]) -> u32 {
        v.iter().filter(|&&each| each).count() as u32
    }

    fn people(v: &[seen::person!()], one: seen::one_person!()) -> u32 {
        let tags = v
            .iter()
            .flat_map(|person| person.tags.iter())
            .chain(one.tags.iter());
        let names =
            v.iter().map(|person| person.name.len() as u32).sum::<u32>() + one.name.len() as u32;
        tags.map(|tag| tag.len() as u32).sum::<u32>() + names
    }

    fn pairs(v: [seen::text!(); 2], m: &BTreeMap<u32, seen::text!()>) -> u32 {
        let texts = v.iter().map(|each| each.len() as u32).sum::<u32>();
        m.iter()
            .map(|(key, value)| key + value.len() as u32)
            .sum::<u32>()
            + texts
    }
}

/// Prints how often memory was allocated during a call, which must give `expected` and leave nothing behind.
fn counted<T: PartialEq + std::fmt::Debug>(name: &str, expected: T, call: impl FnOnce() -> T) {
    let (allocated, live) = (ALLOCATED.load(Relaxed), LIVE.load(Relaxed));
    let answer = call();
    let (allocations, left) = (
        ALLOCATED.load(Relaxed) - allocated,
        LIVE.load(Relaxed) - live,
    );
    assert_eq!(answer, expected, "{name}");
    assert_eq!(left, 0, "{name}");
    println!("{name}: {allocations}");
}

fn main() {
    let texts = |all: &[&str]| {
        all.iter()
            .map(|&each| String::from(each))
            .collect::<Vec<_>>()
    };
    let numbers: Vec<u32> = (0..1000).collect();
    let points: Vec<_> = (0..1000).map(|x| looks::Point { x, y: 1.5 }).collect();
    let words = texts(&["one", "", "three"]);
    let nested = vec![texts(&["a", "bc"]), vec![], texts(&["def"])];
    let person = |name: &str| looks::Person {
        name: name.into(),
        tags: texts(&["x", "yz"]),
    };
    let people = [person("Ann"), person("")];
    let one = person("Bo");
    let map: BTreeMap<u32, String> = [(1, "un".into()), (2, String::new())].into();
    counted("text", 5, || looks::text("hello"));
    counted("no text", 0, || looks::text(""));
    counted("numbers", 499_500, || looks::numbers(&numbers));
    counted("points", 499_500 + 1000, || looks::points(&points));
    counted("maybe", 2, || looks::maybe(Some("hi")));
    counted("words", 8, || looks::words(&words));
    counted("nested", 6, || looks::nested(&nested));
    counted("set", 2, || looks::set(&[true, false, true]));
    counted("people", 14, || looks::people(&people, &one));
    counted("pairs", 1 + 2 + 2 + 3, || {
        looks::pairs(["p".into(), "qr".into()], &map)
    });
}
