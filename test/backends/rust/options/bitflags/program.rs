//@ bitflagsPath=crate::my_bitflags

#![deny(warnings)]

/// As the crate `bitflags` declares flags, as far as the bindings rely on it.
pub mod my_bitflags {
    #[macro_export]
    macro_rules! bitflags {
        ($(#[$meta:meta])* pub struct $Set:ident: $Bits:ty {
            $($(#[$flag_meta:meta])* const $FLAG:ident = $bits:expr;)*
        }) => {
            $(#[$meta])*
            pub struct $Set($Bits);

            impl $Set {
                $($(#[$flag_meta])* pub const $FLAG: Self = Self($bits);)*

                pub fn bits(&self) -> $Bits {
                    self.0
                }

                pub fn from_bits_truncate(bits: $Bits) -> Self {
                    Self(bits & (0 $(| $bits)*))
                }
            }
        };
    }

    pub use crate::bitflags;
}

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::exports::demo::app::files::{Guest, Many, Rights};

struct App;

impl Guest for App {
    fn set(rights: Rights, all: Vec<Rights>) -> Many {
        if all.contains(&rights) && rights == Rights::WRITE {
            Many::F8
        } else {
            Many::default()
        }
    }
}

bindings::export!(App with_types_in bindings);
