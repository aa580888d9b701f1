//! World runner of `test.wit`.

include!(env!("BINDINGS"));

use test::chain::parts::{Item, Marks, Verdict};
use test::chain::shop::{self, Cart, Trouble};

struct Component;

export!(Component);

fn item(name: &str, marks: Marks) -> Item {
    Item {
        name: name.to_string(),
        marks,
    }
}

impl Guest for Component {
    fn run() {
        assert!(matches!(
            shop::judge(&item("plain", Marks::FRAGILE)),
            Verdict::Fine
        ));
        assert!(
            matches!(shop::judge(&item("", Marks::ODD)), Verdict::Wrong(why) if why == "no name")
        );
        let Verdict::Doubtful(odd) = shop::judge(&item("odd", Marks::all())) else {
            panic!("an odd item is doubtful");
        };
        assert_eq!((odd.name.as_str(), odd.marks), ("odd!", Marks::all()));

        assert_eq!(shop::nested(0), Ok(Ok(())));
        assert_eq!(shop::nested(1), Ok(Err("inner".to_string())));
        assert_eq!(shop::nested(2), Err(Trouble::Closed));

        let (ada, eve) = (Cart::new("Ada"), Cart::new("Eve"));
        assert_eq!(Cart::alive(), 2);
        assert_eq!(shop::look(&ada), Err("Ada".to_string()));
        assert_eq!(ada.add(&item("a", Marks::empty())), 101);
        assert_eq!(ada.add(&item("b", Marks::ODD)), 102);
        assert_eq!(eve.add(&item("c", Marks::empty())), 101);
        assert_eq!(shop::look(&ada), Ok(2));
        let both = Cart::merge(ada, eve);
        assert_eq!(Cart::alive(), 1);
        let names: Vec<String> = both.items().into_iter().map(|item| item.name).collect();
        assert_eq!(names, ["c", "b", "a"]);
        assert_eq!(shop::buy(both).unwrap().len(), 3);
        assert_eq!(shop::buy(Cart::new("nobody")).err(), Some(Trouble::Empty));
        assert_eq!(Cart::alive(), 0);
    }
}
