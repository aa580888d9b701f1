//@ [views]
//@ args = '--api-style symmetric'

//! World test of `test.wit`: gives back what it is given.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::test::table_values::tables::{Entries, Guest, Labelled, Names, Numbers};
use std::collections::BTreeMap;

struct Component;

export!(Component);

type Nested = BTreeMap<String, BTreeMap<bool, Names>>;
type Rows = Vec<BTreeMap<i64, (u8, String)>>;

impl Guest for Component {
    fn turned(names: given!(Names, &Names)) -> Numbers {
        names
            .iter()
            .map(|(number, name)| (name.clone(), *number))
            .collect()
    }

    echoes! {
        echo_bytes: BTreeMap<String, Vec<u8>>, &BTreeMap<String, Vec<u8>>;
        echo_options: BTreeMap<char, Option<String>>, &BTreeMap<char, Option<String>>;
        echo_nested: Nested, &Nested;
        echo_labelled: Labelled, &Labelled;
        echo_entries: Entries, &Entries;
        echo_list: Rows, &[BTreeMap<i64, (u8, String)>];
    }

    fn echo_result(
        v: Result<given!(Names, &Names), given!(String, &str)>,
    ) -> Result<Names, String> {
        v.map(|names| names.to_owned()).map_err(String::from)
    }

    fn echo_pair(a: given!(Names, &Names), b: given!(Numbers, &Numbers)) -> (Names, Numbers) {
        (a.to_owned(), b.to_owned())
    }

    fn squares(n: u32) -> BTreeMap<u32, u64> {
        (0..n)
            .map(|number| (number, u64::from(number) * u64::from(number)))
            .collect()
    }
}
