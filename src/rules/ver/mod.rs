//! Rules about the version of the server.

mod shared;
mod ver001;
mod ver002;
mod ver003;
mod ver004;
mod ver005;
mod ver006;
mod ver007;
mod ver008;
mod ver009;
mod ver010;
mod ver011;

#[cfg(test)]
mod tests;

super::family!(
    "VER",
    "Server version",
    [ver001, ver002, ver003, ver004, ver005, ver006, ver007, ver008, ver009, ver010, ver011]
);
