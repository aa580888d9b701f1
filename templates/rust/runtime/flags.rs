//! Sets of flags: over an integer, or over an array of 32-bit words if there are more than 128.

/// The operations on one type of bits, usable in constants.
macro_rules! integer_bits {
    ($($name:ident)*) => {
        $(
            pub mod $name {
                use core::primitive::$name as Bits;

                pub const fn bit(index: u32) -> Bits {
                    1 << index
                }

                pub const fn or(a: Bits, b: Bits) -> Bits {
                    a | b
                }

                pub const fn and(a: Bits, b: Bits) -> Bits {
                    a & b
                }

                pub const fn xor(a: Bits, b: Bits) -> Bits {
                    a ^ b
                }

                pub const fn equal(a: Bits, b: Bits) -> bool {
                    a == b
                }
            }
        )*
    };
}

integer_bits!(u8 u16 u32 u64 u128);

/// The same operations on arrays of words.
pub mod words {
    macro_rules! word_by_word {
        ($($name:ident($a:ident, $b:ident) = $word:expr;)*) => {
            $(
                pub const fn $name<const N: usize>(a: [u32; N], b: [u32; N]) -> [u32; N] {
                    let mut words = [0; N];
                    let mut at = 0;
                    while at < N {
                        let ($a, $b) = (a[at], b[at]);
                        words[at] = $word;
                        at += 1;
                    }
                    words
                }
            )*
        };
    }

    word_by_word! {
        or(a, b) = a | b;
        and(a, b) = a & b;
        xor(a, b) = a ^ b;
    }

    pub const fn bit<const N: usize>(index: u32) -> [u32; N] {
        let mut words = [0; N];
        words[index as usize / 32] = 1 << (index % 32);
        words
    }

    pub const fn equal<const N: usize>(a: [u32; N], b: [u32; N]) -> bool {
        let mut at = 0;
        while at < N {
            if a[at] != b[at] {
                return false;
            }
            at += 1;
        }
        true
    }
}

/// Declares a set of flags. `$bits` is the module above that knows the type of the bits; `_rt` must be in scope.
macro_rules! flags {
    (
        $(#[$meta:meta])*
        pub struct $Set:ident: $Bits:ty = $none:expr, $bits:ident;
        $($(#[$flag_meta:meta])* const $FLAG:ident = $index:literal;)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(transparent)]
        pub struct $Set {
            bits: $Bits,
        }

        impl $Set {
            $(
                $(#[$flag_meta])*
                pub const $FLAG: Self = Self { bits: _rt::flags::$bits::bit($index) };
            )*

            const WIT_NAMED: &'static [(&'static str, Self)] = &[$((stringify!($FLAG), Self::$FLAG)),*];

            /// No flags.
            pub const fn empty() -> Self {
                Self { bits: $none }
            }

            /// All flags.
            pub const fn all() -> Self {
                let mut all = Self::empty();
                let mut at = 0;
                while at < Self::WIT_NAMED.len() {
                    all = all.union(Self::WIT_NAMED[at].1);
                    at += 1;
                }
                all
            }

            /// The bits of the set.
            pub const fn bits(&self) -> $Bits {
                self.bits
            }

            /// The set with these bits, if every bit is a flag.
            pub const fn from_bits(bits: $Bits) -> ::core::option::Option<Self> {
                let set = Self::from_bits_truncate(bits);
                if _rt::flags::$bits::equal(set.bits, bits) {
                    ::core::option::Option::Some(set)
                } else {
                    ::core::option::Option::None
                }
            }

            /// The set with those of these bits that are flags.
            pub const fn from_bits_truncate(bits: $Bits) -> Self {
                Self { bits }.intersection(Self::all())
            }

            /// The set with these bits, flags or not.
            pub const fn from_bits_retain(bits: $Bits) -> Self {
                Self { bits }
            }

            /// The flag of this name, which is that of its constant.
            pub fn from_name(name: &str) -> ::core::option::Option<Self> {
                let named = Self::WIT_NAMED.iter().find(|(known, _)| *known == name);
                named.map(|&(_, flag)| flag)
            }

            /// Whether the set has no flags.
            pub const fn is_empty(&self) -> bool {
                _rt::flags::$bits::equal(self.bits, Self::empty().bits)
            }

            /// Whether the set has all flags.
            pub const fn is_all(&self) -> bool {
                self.contains(Self::all())
            }

            /// Whether the sets have a flag in common.
            pub const fn intersects(&self, other: Self) -> bool {
                !self.intersection(other).is_empty()
            }

            /// Whether the set has all flags of the other.
            pub const fn contains(&self, other: Self) -> bool {
                _rt::flags::$bits::equal(self.intersection(other).bits, other.bits)
            }

            /// Adds the flags of the other set.
            pub fn insert(&mut self, other: Self) {
                *self = self.union(other);
            }

            /// Takes the flags of the other set away.
            pub fn remove(&mut self, other: Self) {
                *self = self.difference(other);
            }

            /// Adds those flags of the other set that are missing and takes away those that are not.
            pub fn toggle(&mut self, other: Self) {
                *self = self.symmetric_difference(other);
            }

            /// Adds the flags of the other set, or takes them away.
            pub fn set(&mut self, other: Self, value: bool) {
                if value {
                    self.insert(other);
                } else {
                    self.remove(other);
                }
            }

            /// The flags of either set.
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self { bits: _rt::flags::$bits::or(self.bits, other.bits) }
            }

            /// The flags of both sets.
            #[must_use]
            pub const fn intersection(self, other: Self) -> Self {
                Self { bits: _rt::flags::$bits::and(self.bits, other.bits) }
            }

            /// The flags of this set that the other does not have.
            #[must_use]
            pub const fn difference(self, other: Self) -> Self {
                self.symmetric_difference(self.intersection(other))
            }

            /// The flags of one set but not of both.
            #[must_use]
            pub const fn symmetric_difference(self, other: Self) -> Self {
                Self { bits: _rt::flags::$bits::xor(self.bits, other.bits) }
            }

            /// The flags that the set does not have.
            #[must_use]
            pub const fn complement(self) -> Self {
                Self::all().difference(self)
            }

            /// The flags in the set with their names.
            pub fn iter_names(&self) -> impl ::core::iter::Iterator<Item = (&'static str, Self)> + use<> {
                let set = *self;
                let named = Self::WIT_NAMED.iter().copied();
                named.filter(move |(_, flag)| set.contains(*flag))
            }

            /// The flags in the set.
            pub fn iter(&self) -> impl ::core::iter::Iterator<Item = Self> + use<> {
                self.iter_names().map(|(_, flag)| flag)
            }
        }

        impl ::core::default::Default for $Set {
            fn default() -> Self {
                Self::empty()
            }
        }

        /// The names of the flags: `Rights(READ | WRITE)`.
        impl ::core::fmt::Debug for $Set {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(concat!(stringify!($Set), "("))?;
                let mut unnamed = *self;
                let mut separator = "";
                for (name, flag) in self.iter_names() {
                    f.write_str(separator)?;
                    f.write_str(name)?;
                    separator = " | ";
                    unnamed.remove(flag);
                }
                if separator.is_empty() || !unnamed.is_empty() {
                    write!(f, "{separator}{:#x?}", unnamed.bits)?;
                }
                f.write_str(")")
            }
        }

        impl ::core::iter::FromIterator<Self> for $Set {
            fn from_iter<Flags: ::core::iter::IntoIterator<Item = Self>>(flags: Flags) -> Self {
                flags.into_iter().fold(Self::empty(), Self::union)
            }
        }

        impl ::core::iter::Extend<Self> for $Set {
            fn extend<Flags: ::core::iter::IntoIterator<Item = Self>>(&mut self, flags: Flags) {
                for flag in flags {
                    self.insert(flag);
                }
            }
        }

        impl ::core::ops::Not for $Set {
            type Output = Self;

            fn not(self) -> Self {
                self.complement()
            }
        }

        _rt::flags::operators! {
            $Set;
            BitOr bitor BitOrAssign bitor_assign union;
            BitAnd bitand BitAndAssign bitand_assign intersection;
            BitXor bitxor BitXorAssign bitxor_assign symmetric_difference;
            Sub sub SubAssign sub_assign difference;
        }
    };
}

/// Operators in terms of methods.
macro_rules! operators {
    ($Set:ident; $($Op:ident $op:ident $Assign:ident $assign:ident $method:ident;)*) => {
        $(
            impl ::core::ops::$Op for $Set {
                type Output = Self;

                fn $op(self, other: Self) -> Self {
                    self.$method(other)
                }
            }

            impl ::core::ops::$Assign for $Set {
                fn $assign(&mut self, other: Self) {
                    *self = self.$method(other);
                }
            }
        )*
    };
}

pub(crate) use {flags, operators};
