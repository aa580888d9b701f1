//! World runner of `test.wit`: what it sends comes back, and is its own still.

#[macro_use]
#[path = "../calls.rs"]
mod calls;

include!(env!("BINDINGS"));

use std::collections::BTreeMap;
use test::table_values::tables::*;

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        let names: Names = [(1, "one"), (7, ""), (u32::MAX, "Grüße 🚀")]
            .map(|(number, name)| (number, name.to_string()))
            .into();
        let numbers: Numbers = names
            .iter()
            .map(|(number, name)| (name.clone(), *number))
            .collect();
        let bytes = BTreeMap::from([("a".to_string(), vec![1, 2]), (String::new(), vec![])]);
        let options = BTreeMap::from([('ß', Some("s".to_string())), ('🚀', None)]);
        let inner = BTreeMap::from([(true, names.clone()), (false, Names::new())]);
        let nested = BTreeMap::from([("x".to_string(), inner), ("y".to_string(), BTreeMap::new())]);
        leaves_nothing! {
            assert_eq!(turned(&names), numbers);
            assert!(turned(&Names::new()).is_empty());
            assert_eq!(echo_bytes(&bytes), bytes);
            assert_eq!(echo_options(&options), options);
            assert_eq!(echo_nested(&nested), nested);
            assert_eq!(echo_result(Ok(&names)).as_ref(), Ok(&names));
            assert_eq!(echo_result(Err("why")).unwrap_err(), "why");
            assert_eq!(echo_pair(&names, &numbers), (names.clone(), numbers.clone()));
        }

        let labelled = Labelled {
            label: "label".to_string(),
            names: names.clone(),
        };
        leaves_nothing! {
            {
                let back = echo_labelled(&labelled);
                assert_eq!((&back.label, &back.names), (&labelled.label, &names));
            };
        }

        let tinted = BTreeMap::from([(7, vec![Tint::Blue, Tint::Green]), (0, vec![])]);
        for entries in [
            Entries::Named(names),
            Entries::Tinted(tinted),
            Entries::None,
        ] {
            leaves_nothing! {
                assert_eq!(
                    format!("{:?}", echo_entries(&entries)),
                    format!("{entries:?}")
                );
            }
        }

        let row = BTreeMap::from([
            (-1, (255, "minus".to_string())),
            (i64::MAX, (0, String::new())),
        ]);
        let rows = [row, BTreeMap::new()];
        leaves_nothing! {
            assert_eq!(echo_list(&rows), rows);
            assert!(squares(0).is_empty());
            assert!(squares(1000).into_iter().eq((0..1000).map(|n| (n, u64::from(n) * u64::from(n)))));
        }
    }
}
