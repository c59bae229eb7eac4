// The type tests with every TypeScript that the package supports.
process.env.TYPESCRIPT = "others";
await import("../programs.test.mjs");
await import("../editor.test.mjs");
