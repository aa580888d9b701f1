//! World runner of `test.wit`: what it sends comes back, and is its own still.

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
        let numbers = turned(&names);
        assert_eq!(numbers.len(), 3);
        assert_eq!(numbers.get("Grüße 🚀"), Some(&u32::MAX));
        assert_eq!(numbers.get(""), Some(&7));
        assert!(turned(&Names::new()).is_empty());

        let bytes = BTreeMap::from([("a".to_string(), vec![1, 2]), (String::new(), vec![])]);
        assert_eq!(echo_bytes(&bytes), bytes);
        let options = BTreeMap::from([('ß', Some("s".to_string())), ('🚀', None)]);
        assert_eq!(echo_options(&options), options);
        let inner = BTreeMap::from([(true, names.clone()), (false, Names::new())]);
        let nested = BTreeMap::from([("x".to_string(), inner), ("y".to_string(), BTreeMap::new())]);
        assert_eq!(echo_nested(&nested), nested);

        let labelled = Labelled {
            label: "label".to_string(),
            names: names.clone(),
        };
        let back = echo_labelled(&labelled);
        assert_eq!((back.label, back.names), (labelled.label, labelled.names));

        let tinted = BTreeMap::from([(7, vec![Tint::Blue, Tint::Green]), (0, vec![])]);
        for entries in [
            Entries::Named(names.clone()),
            Entries::Tinted(tinted),
            Entries::None,
        ] {
            assert_eq!(
                format!("{:?}", echo_entries(&entries)),
                format!("{entries:?}")
            );
        }
        assert_eq!(echo_result(Ok(&names)), Ok(names.clone()));
        assert_eq!(echo_result(Err("why")), Err("why".to_string()));
        assert_eq!(echo_pair(&names, &numbers), (names, numbers));

        let row = BTreeMap::from([
            (-1, (255, "minus".to_string())),
            (i64::MAX, (0, String::new())),
        ]);
        let rows = [row, BTreeMap::new()];
        assert_eq!(echo_list(&rows), rows);
        assert!(squares(0).is_empty());
        let many = squares(1000);
        assert_eq!((many.len(), many[&999]), (1000, 998_001));
    }
}
