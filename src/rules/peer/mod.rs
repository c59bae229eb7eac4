//! Rules about peerings.

mod peer001;
mod peer002;
mod peer003;
mod peer004;
mod peer005;
mod peer006;
mod peer007;
mod peer008;
mod peer009;
mod peer010;
mod peer011;
mod peer012;
mod peer013;
mod peer014;
mod peer015;
mod peer016;
mod peer017;
mod peer018;
mod peer019;
mod peer020;
mod peer021;
mod peer022;
mod peer023;
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
