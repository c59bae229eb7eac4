// Programs that are otherwise run in one process, each in a process of its own, by Pulumi's own program runner.
process.env.PULUMI_SDK = "newest";
await import("../builders.test.mjs");
await import("../guard-links.test.mjs");
await import("../guard-options.test.mjs");
await import("../secrets.test.mjs");
await import("../table.test.mjs");
