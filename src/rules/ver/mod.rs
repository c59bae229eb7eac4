//! Rules about the version of the server.

super::family!("VER", "Server version", [ver004]);
