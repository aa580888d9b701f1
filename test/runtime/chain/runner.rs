//@ [duplicate]
//@ args = '--ownership borrowing-duplicate-if-necessary'

//! World runner of `test.wit`.

#[macro_use]
#[path = "../calls.rs"]
mod calls;

include!(env!("BINDINGS"));

#[cfg(not(duplicate))]
use test::chain::parts::Item;
#[cfg(duplicate)]
use test::chain::parts::ItemParam;
use test::chain::parts::{Marks, Verdict};
use test::chain::shop::{self, Cart, Trouble};

struct Component;

export!(Component);

#[cfg(not(duplicate))]
fn item(name: &str, marks: Marks) -> Item {
    let name = name.to_string();
    Item { name, marks }
}
#[cfg(duplicate)]
fn item(name: &str, marks: Marks) -> ItemParam<'_> {
    ItemParam { name, marks }
}

/// How an item is sent.
#[cfg(not(duplicate))]
macro_rules! sent {
    ($item:expr) => {
        &$item
    };
}
#[cfg(duplicate)]
macro_rules! sent {
    ($item:expr) => {
        $item
    };
}

impl Guest for Component {
    fn run() {
        leaves_nothing! {
            judged();
            errors();
            assert_eq!(shop::nested(1).unwrap().unwrap_err(), "inner");
            carts();
        }
        costs_nothing! {
            assert_eq!((shop::half(6), shop::half(7)), (Ok(3), Err(())));
            assert_eq!(shop::nested(0), Ok(Ok(())));
            assert_eq!(shop::nested(2), Err(Trouble::Closed));
            assert_eq!(Cart::alive(), 0);
        }
    }
}

fn judged() {
    let (plain, nameless) = (item("plain", Marks::FRAGILE), item("", Marks::ODD));
    leaves_nothing! {
        assert!(matches!(shop::judge(sent!(plain)), Verdict::Fine));
        assert!(matches!(shop::judge(sent!(nameless)), Verdict::Wrong(why) if why == "no name"));
    }
    let Verdict::Doubtful(odd) = shop::judge(sent!(item("odd", Marks::all()))) else {
        panic!("an odd item is doubtful");
    };
    assert_eq!((odd.name.as_str(), odd.marks), ("odd!", Marks::all()));
}

fn errors() {
    let none = Marks::empty();
    leaves_nothing! {
        assert!(matches!(shop::weigh(sent!(item("odd", Marks::ODD))), Ok(1.5)));
        assert!(matches!(shop::weigh(sent!(item("light", none))), Err(light) if light.name == "light"));
        assert!(matches!(shop::price(sent!(item("fine", none))), Ok(-0.25)));
        assert!(matches!(shop::price(sent!(item("", none))), Err(Verdict::Wrong(why)) if why == "no name"));
        assert!(matches!(shop::price(sent!(item("odd", Marks::ODD))), Err(Verdict::Doubtful(odd)) if odd.name == "odd"));
    }
}

fn carts() {
    let (ada, eve) = (Cart::new("Ada"), Cart::new("Eve"));
    leaves_nothing! { assert_eq!(shop::look(&ada).unwrap_err(), "Ada"); }
    assert_eq!(ada.add(sent!(item("a", Marks::empty()))), 101);
    assert_eq!(ada.add(sent!(item("b", Marks::ODD))), 102);
    assert_eq!(eve.add(sent!(item("c", Marks::empty()))), 101);
    costs_nothing! {
        assert_eq!(Cart::alive(), 2);
        assert_eq!(shop::look(&ada), Ok(2));
    }
    let both = Cart::merge(ada, eve);
    assert_eq!(Cart::alive(), 1);
    leaves_nothing! {
        assert!(both.items().iter().map(|item| &item.name).eq(["c", "b", "a"]));
        assert_eq!(shop::buy(Cart::new("nobody")).err(), Some(Trouble::Empty));
    }
    assert_eq!(shop::buy(both).unwrap().len(), 3);
}
