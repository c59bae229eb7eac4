//! Rules about the shape of args, for every kind.

mod arg001;
mod arg002;
mod arg003;
mod arg004;

super::family!("ARG", "Args of any resource", [arg001, arg002, arg003, arg004]);
