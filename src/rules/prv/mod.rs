//! Rules about the provider package and how it is configured.

mod prv001;
mod prv002;
mod prv003;
mod prv004;
mod prv005;
mod prv006;
mod prv007;
mod prv008;
mod prv009;
mod prv010;
mod prv011;
mod prv012;
mod prv013;
mod prv014;
mod prv015;
mod prv016;
mod prv017;
mod shared;

super::family!(
    "PRV",
    "Provider and package",
    [
        prv001, prv002, prv003, prv004, prv005, prv006, prv007, prv008, prv009, prv010, prv011, prv012, prv013, prv014,
        prv015, prv016, prv017,
    ]
);
