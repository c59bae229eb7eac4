//! Rules about the provider package and how it is configured.

mod shared;

super::family!(
    "PRV",
    "Provider and package",
    [
        prv001, prv002, prv003, prv004, prv005, prv006, prv007, prv008, prv009, prv010, prv011, prv012, prv013, prv014,
        prv015, prv016, prv017,
    ]
);
