//! Rules about the shape of args, for every kind.

super::family!("ARG", "Args of any resource", [arg001, arg002, arg003, arg004]);
