//! Stands in for wit-bindgen's runtime crate, as far as its synchronous test programs name it.

pub use wit_bindgen_macro::generate;

/// Where the fork has it.
pub use rt::bitflags;

pub mod rt {
    pub use std::collections::BTreeMap as Map;

    pub mod bitflags {
        /// As much of the crate `bitflags` as bindings need.
        #[macro_export]
        macro_rules! bitflags {
            (
                $(#[$attribute:meta])*
                $visibility:vis struct $name:ident: $bits:ty {
                    $( $(#[$flag_attribute:meta])* const $flag:ident = $value:expr; )*
                }
            ) => {
                $(#[$attribute])*
                $visibility struct $name($bits);

                #[allow(dead_code)]
                impl $name {
                    $( $(#[$flag_attribute])* pub const $flag: Self = Self($value); )*

                    pub const fn empty() -> Self {
                        Self(0)
                    }

                    pub const fn all() -> Self {
                        Self(0 $( | $value )*)
                    }

                    pub const fn bits(&self) -> $bits {
                        self.0
                    }

                    pub const fn from_bits_retain(bits: $bits) -> Self {
                        Self(bits)
                    }

                    pub const fn from_bits_truncate(bits: $bits) -> Self {
                        Self(bits & Self::all().0)
                    }
                }
            };
        }

        pub use crate::bitflags;
    }
}
