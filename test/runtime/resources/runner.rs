//@ [borrowing]
//@ args = '--ownership borrowing'
//@ [duplicate]
//@ args = '--ownership borrowing-duplicate-if-necessary'

//! World runner of `test.wit`.

#[macro_use]
#[path = "../calls.rs"]
mod calls;

include!(env!("BINDINGS"));

use test::resource_forms::{abroad, far_away, home, kebab_case_names, left, right};

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        leaves_nothing! {
            stamps();
            twins();
            name_tags();
        }
        costs_nothing! { assert_eq!(home::Stamp::alive(), 0); }
    }
}

/// How what lends something is sent.
#[cfg(not(any(borrowing, duplicate)))]
macro_rules! sent {
    ($value:expr) => {
        &$value
    };
}
#[cfg(any(borrowing, duplicate))]
macro_rules! sent {
    ($value:expr) => {
        $value
    };
}

fn stamps() {
    use home::{Album, Mount, Place, Sheet, Stamp};
    costs_nothing! { assert_eq!(home::total(Album::Empty), 0); }
    leaves_nothing! { assert_eq!(home::total(Album::Single(Stamp::new(7))), 7); }
    assert_eq!(Stamp::alive(), 0);

    let sheet = home::print("first", 4);
    assert_eq!(
        (sheet.title.as_str(), sheet.stamps.len(), Stamp::alive()),
        ("first", 4, 4)
    );
    leaves_nothing! { assert_eq!(home::print("none", 0).stamps.len(), 0); }
    let lent = [Some(&sheet.stamps[3]), None, Some(&sheet.stamps[2])];
    leaves_nothing! {
        assert_eq!(home::count_lent(&lent, Ok(&sheet.stamps[1])), 6);
        assert_eq!(home::count_lent(&[], Err("four")), 4);
    }
    let stamp = |number: usize| &sheet.stamps[number];
    let mount = |number, stamp| Mount { number, stamp };
    costs_nothing! {
        assert_eq!(home::add_places(sent!(Place::Nowhere), (stamp(1), sent!(mount(10, stamp(2))))), 13);
        assert_eq!(home::add_places(sent!(Place::On(stamp(3))), (stamp(1), sent!(mount(0, stamp(1))))), 5);
        assert_eq!(
            home::add_places(
                sent!(Place::Between((stamp(2), stamp(3)))),
                (stamp(0), sent!(mount(0, stamp(0))))
            ),
            5
        );
    }
    leaves_nothing! {
        {
            let stamps = home::reprint(&[mount(100, stamp(3)), mount(0, stamp(1))]);
            assert!(stamps.iter().map(Stamp::number).eq([103, 1]));
            assert_eq!(Stamp::alive(), 6);
        };
    }
    costs_nothing! { assert_eq!(Stamp::alive(), 4); }

    let sheet = abroad::stick(sheet, Stamp::new(100));
    assert_eq!(
        (sheet.stamps[4].number(), abroad::peek(&sheet.stamps[4])),
        (100, 100)
    );
    let pair = abroad::swap(abroad::Pair {
        first: Stamp::new(1),
        second: Stamp::new(2),
    });
    assert_eq!(
        (pair.first.number(), pair.second.number(), Stamp::alive()),
        (2, 1, 7)
    );
    let (two, one) = far_away::split(pair);
    assert_eq!((two.number(), one.number()), (2, 1));
    let empty = Sheet {
        title: String::new(),
        stamps: vec![],
    };
    let several = Album::Several(vec![
        sheet,
        empty,
        Sheet {
            title: "two".into(),
            stamps: vec![two, one],
        },
    ]);
    assert_eq!(home::total(several), 109);
}

fn twins() {
    assert_eq!(
        (left::side(), right::side()),
        ("left".to_string(), "right".to_string())
    );
    assert_eq!(
        (left::Dial::new(1.5).get(), right::Dial::new(1.5).get()),
        (1.5, -1.5)
    );
}

fn name_tags() {
    use kebab_case_names::{NameTag, Refusal};
    let long = "x".repeat(21);
    costs_nothing! { assert_eq!(NameTag::new("").err(), Some(Refusal::Empty)); }
    lends! { assert_eq!(NameTag::new(&long).err(), Some(Refusal::TooLong)); }
    let (a, b) = (
        NameTag::new("Ada").unwrap(),
        NameTag::new("Grüße 🚀").unwrap(),
    );
    costs_nothing! { NameTag::swap_names(&a, &b); }
    leaves_nothing! {
        assert_eq!(a.get(), "Grüße 🚀");
        assert_eq!(b.get(), "Ada");
    }
    costs_nothing! { assert_eq!(b.rename(""), Err(Refusal::Empty)); }
    assert_eq!(b.rename("Eve"), Ok(()));
    let suffixes = ["", "!"];
    #[cfg(not(any(borrowing, duplicate)))]
    let suffixes = suffixes.map(String::from);
    leaves_nothing! {
        assert_eq!(b.letters(), ['E', 'v', 'e']);
        assert_eq!(a.letters().last(), Some(&'🚀'));
        assert_eq!(b.with_suffixes(&suffixes), ["Eve", "Eve!"]);
        assert!(b.with_suffixes(&[]).is_empty());
    }
    assert_eq!(NameTag::into_name(a), "Grüße 🚀");
}
