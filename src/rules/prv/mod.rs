//! Rules about the provider package.

super::family!("PRV", "Provider and package", [prv001]);
