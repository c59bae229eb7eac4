//! Rules about integrations.

mod int001;
mod int002;
mod int003;
mod int004;
mod int005;
mod int006;
mod int007;
mod int008;
mod int009;
mod int011;
mod int012;
mod int013;
mod int015;
mod int016;
mod shared;

super::family!(
    "INT",
    "Integration",
    [int001, int002, int003, int004, int005, int006, int007, int008, int009, int011, int012, int013, int015, int016,]
);
