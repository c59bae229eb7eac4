// The guard with every SDK, module format and TypeScript that the package supports.
process.env.PULUMI_VARIANTS = "others";
await import("../guard.test.mjs");
