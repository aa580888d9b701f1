//! What the components of this folder are given: values of their own or, in the way `views`, what lies with the caller.

#![allow(unused_macros)]

/// The type of a parameter: `given!(String, &str)`.
#[cfg(not(views))]
macro_rules! given {
    ($Owned:ty, $View:ty) => {
        $Owned
    };
}
#[cfg(views)]
macro_rules! given {
    ($Owned:ty, $View:ty) => {
        $View
    };
}

/// Functions that return what they are given: `name: Type;`, or `name: Type, &View;`.
#[cfg(not(views))]
macro_rules! echoes {
    ($($name:ident: $Type:ty $(, $View:ty)?;)*) => { $( fn $name(v: $Type) -> $Type { v } )* };
}
#[cfg(views)]
macro_rules! echoes {
    () => {};
    ($name:ident: $Type:ty; $($rest:tt)*) => {
        fn $name(v: $Type) -> $Type { v }
        echoes! { $($rest)* }
    };
    ($name:ident: $Type:ty, $View:ty; $($rest:tt)*) => {
        fn $name(v: $View) -> $Type { v.to_owned() }
        echoes! { $($rest)* }
    };
}
