//! Rules about networks.

mod net001;
mod net002;
mod net003;
mod net004;
mod net005;
mod net006;
mod net007;
mod net008;
mod net009;
mod net010;
mod net011;
mod net012;
mod net013;
mod net014;
mod net015;
mod net016;
mod net017;
mod net018;
mod net019;
mod net020;
mod net021;
mod net022;
mod net023;
mod shared;

#[cfg(test)]
mod tests;

super::family!(
    "NET",
    "Network",
    [
        net001, net002, net003, net004, net005, net006, net007, net008, net009, net010, net011, net012, net013, net014,
        net015, net016, net017, net018, net019, net020, net021, net022, net023,
    ]
);
