//! Rules about the version of the server.

mod shared;

#[cfg(test)]
mod tests;

super::family!(
    "VER",
    "Server version",
    [ver001, ver002, ver003, ver004, ver005, ver006, ver007, ver008, ver009, ver010, ver011]
);
