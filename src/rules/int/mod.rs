//! Rules about integrations.

mod shared;

super::family!(
    "INT",
    "Integration",
    [int001, int002, int003, int004, int005, int006, int007, int008, int009, int011, int012, int013, int015, int016,]
);
