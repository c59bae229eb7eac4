//! Rules about peerings.

mod shared;
#[cfg(test)]
mod tests;

super::family!(
    "PEER",
    "Peering",
    [
        peer001, peer002, peer003, peer004, peer005, peer006, peer007, peer008, peer009, peer010, peer011, peer012,
        peer013, peer014, peer015, peer016, peer017, peer018, peer019, peer020, peer021, peer022, peer023,
    ]
);
