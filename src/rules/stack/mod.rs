//! Rules about how the resources of a program fit together.

mod shared;

super::family!(
    "STACK",
    "Whole program",
    [stack001, stack002, stack003, stack004, stack005, stack006, stack007, stack008, stack009, stack010]
);
