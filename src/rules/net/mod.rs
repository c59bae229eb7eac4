//! Rules about networks.

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
