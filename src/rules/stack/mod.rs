//! Rules about how the resources of a program fit together.

mod shared;
mod stack001;
mod stack002;
mod stack003;
mod stack004;
mod stack005;
mod stack006;
mod stack007;
mod stack008;
mod stack009;
mod stack010;

super::family!(
    "STACK",
    "Whole program",
    [stack001, stack002, stack003, stack004, stack005, stack006, stack007, stack008, stack009, stack010]
);
