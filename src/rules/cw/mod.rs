//! Rules about integrations with Amazon CloudWatch.

mod shared;

super::family!(
    "CW",
    "AWSCloudWatchLogsIntegration and AWSCloudWatchMetricsIntegration",
    [cw001, cw002, cw003, cw004, cw005, cw006, cw008, cw009, cw010]
);
