//! World test of `test.wit`: gives back what it is given.

include!(env!("BINDINGS"));

use exports::test::table_values::tables::{Entries, Guest, Labelled, Names, Numbers};
use std::collections::BTreeMap;

struct Component;

export!(Component);

type Nested = BTreeMap<String, BTreeMap<bool, Names>>;
type Rows = Vec<BTreeMap<i64, (u8, String)>>;

impl Guest for Component {
    fn turned(names: Names) -> Numbers {
        names
            .into_iter()
            .map(|(number, name)| (name, number))
            .collect()
    }

    fn echo_bytes(v: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
        v
    }

    fn echo_options(v: BTreeMap<char, Option<String>>) -> BTreeMap<char, Option<String>> {
        v
    }

    fn echo_nested(v: Nested) -> Nested {
        v
    }

    fn echo_labelled(v: Labelled) -> Labelled {
        v
    }

    fn echo_entries(v: Entries) -> Entries {
        v
    }

    fn echo_result(v: Result<Names, String>) -> Result<Names, String> {
        v
    }

    fn echo_pair(a: Names, b: Numbers) -> (Names, Numbers) {
        (a, b)
    }

    fn echo_list(v: Rows) -> Rows {
        v
    }

    fn squares(n: u32) -> BTreeMap<u32, u64> {
        (0..n)
            .map(|number| (number, u64::from(number) * u64::from(number)))
            .collect()
    }
}
