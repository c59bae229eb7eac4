//! Rules about how the resources of a program fit together.

super::family!("STACK", "Whole program", [stack001, stack002]);
