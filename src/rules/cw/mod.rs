//! Rules about integrations with Amazon CloudWatch.

mod cw001;
mod cw002;
mod cw003;
mod cw004;
mod cw005;
mod cw006;
mod cw008;
mod cw009;
mod cw010;
mod shared;

super::family!(
    "CW",
    "AWSCloudWatchLogsIntegration and AWSCloudWatchMetricsIntegration",
    [cw001, cw002, cw003, cw004, cw005, cw006, cw008, cw009, cw010]
);
