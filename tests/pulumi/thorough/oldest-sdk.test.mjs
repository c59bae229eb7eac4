// What is said of today's SDK, with the oldest that the package supports.
process.env.PULUMI_SDK = "oldest";
await import("../builders.test.mjs");
await import("../closures.test.mjs");
await import("../guard-links.test.mjs");
await import("../guard-options.test.mjs");
await import("../secrets.test.mjs");
await import("../testing.test.mjs");
