//@ [views]
//@ args = '--api-style symmetric'

//! World test of `test.wit`.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::test::resource_forms::{abroad, far_away, home, kebab_case_names, left, right};
use kebab_case_names::Refusal;
use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

struct Component;

export!(Component);

static ALIVE: AtomicU32 = AtomicU32::new(0);

struct MyStamp(u32);

impl MyStamp {
    fn counted(number: u32) -> Self {
        ALIVE.fetch_add(1, SeqCst);
        Self(number)
    }
}

impl Drop for MyStamp {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, SeqCst);
    }
}

impl home::GuestStamp for MyStamp {
    fn new(number: u32) -> Self {
        Self::counted(number)
    }

    fn number(&self) -> u32 {
        self.0
    }

    fn alive() -> u32 {
        ALIVE.load(SeqCst)
    }
}

fn number(stamp: &home::Stamp) -> u32 {
    stamp.get::<MyStamp>().0
}

impl home::Guest for Component {
    type Stamp = MyStamp;

    fn total(album: home::Album) -> u32 {
        match album {
            home::Album::Empty => 0,
            home::Album::Single(stamp) => number(&stamp),
            home::Album::Several(sheets) => sheets
                .iter()
                .flat_map(|sheet| &sheet.stamps)
                .map(number)
                .sum(),
        }
    }

    fn count_lent(
        a: given!(
            Vec<Option<home::StampBorrow<'_>>>,
            &[Option<home::StampBorrow<'_>>]
        ),
        b: Result<home::StampBorrow<'_>, given!(String, &str)>,
    ) -> u32 {
        let listed: u32 = a
            .iter()
            .flatten()
            .map(|stamp| stamp.get::<MyStamp>().0)
            .sum();
        listed + b.map_or_else(|text| text.len() as u32, |stamp| stamp.get::<MyStamp>().0)
    }

    fn add_places(
        place: given!(home::Place<'_>, &home::Place<'_>),
        (stamp, mount): (
            home::StampBorrow<'_>,
            given!(home::Mount<'_>, &home::Mount<'_>),
        ),
    ) -> u32 {
        let lent = |stamp: &home::StampBorrow<'_>| stamp.get::<MyStamp>().0;
        let placed = match &place {
            home::Place::Nowhere => 0,
            home::Place::On(on) => lent(on),
            home::Place::Between((a, b)) => lent(a) + lent(b),
        };
        placed + lent(&stamp) + mount.number + lent(&mount.stamp)
    }

    fn reprint(mounts: given!(Vec<home::Mount<'_>>, &[home::Mount<'_>])) -> Vec<home::Stamp> {
        mounts
            .iter()
            .map(|mount| MyStamp::counted(mount.number + mount.stamp.get::<MyStamp>().0))
            .map(home::Stamp::new)
            .collect()
    }

    fn print(title: given!(String, &str), n: u32) -> home::Sheet {
        let stamps = (0..n)
            .map(|number| home::Stamp::new(MyStamp::counted(number)))
            .collect();
        home::Sheet {
            title: title.into(),
            stamps,
        }
    }
}

impl abroad::Guest for Component {
    fn swap(p: abroad::Pair) -> abroad::Pair {
        abroad::Pair {
            first: p.second,
            second: p.first,
        }
    }

    fn stick(mut page: abroad::Page, v: abroad::Vignette) -> abroad::Page {
        page.stamps.push(v);
        page
    }

    fn peek(v: abroad::VignetteBorrow<'_>) -> u32 {
        v.get::<MyStamp>().0
    }
}

impl far_away::Guest for Component {
    fn split(c: far_away::Couple) -> (far_away::Token, far_away::Token) {
        (c.first, c.second)
    }
}

struct LeftDial(f64);

impl left::GuestDial for LeftDial {
    fn new(v: f64) -> Self {
        Self(v)
    }

    fn get(&self) -> f64 {
        self.0
    }
}

impl left::Guest for Component {
    type Dial = LeftDial;

    fn side() -> String {
        "left".to_string()
    }
}

/// It shows the negative of what it is set to.
struct RightDial(f64);

impl right::GuestDial for RightDial {
    fn new(v: f64) -> Self {
        Self(v)
    }

    fn get(&self) -> f64 {
        -self.0
    }
}

impl right::Guest for Component {
    type Dial = RightDial;

    fn side() -> String {
        "right".to_string()
    }
}

struct MyTag(RefCell<String>);

fn checked(name: given!(String, &str)) -> Result<String, Refusal> {
    match name.len() {
        0 => Err(Refusal::Empty),
        1..=20 => Ok(name.into()),
        _ => Err(Refusal::TooLong),
    }
}

impl kebab_case_names::GuestNameTag for MyTag {
    fn new(name: given!(String, &str)) -> Result<Self, Refusal> {
        Ok(Self(RefCell::new(checked(name)?)))
    }

    fn get(&self) -> String {
        self.0.borrow().clone()
    }

    fn rename(&self, name: given!(String, &str)) -> Result<(), Refusal> {
        self.0.replace(checked(name)?);
        Ok(())
    }

    fn swap_names(a: kebab_case_names::NameTagBorrow<'_>, b: kebab_case_names::NameTagBorrow<'_>) {
        a.get::<MyTag>().0.swap(&b.get::<MyTag>().0);
    }

    fn into_name(tag: kebab_case_names::NameTag) -> String {
        tag.into_inner::<MyTag>().0.into_inner()
    }

    fn letters(&self) -> Vec<char> {
        self.0.borrow().chars().collect()
    }

    fn with_suffixes(&self, suffixes: given!(Vec<String>, &[String])) -> Vec<String> {
        let name = self.0.borrow();
        suffixes
            .iter()
            .map(|suffix| format!("{name}{suffix}"))
            .collect()
    }
}

impl kebab_case_names::Guest for Component {
    type NameTag = MyTag;
}
