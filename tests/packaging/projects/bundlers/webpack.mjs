import webpack from "webpack";

const folder = import.meta.dirname;
webpack(
  {
    mode: "production",
    entry: "./main.mjs",
    context: folder,
    output: { path: `${folder}/dist`, filename: "main.js" },
    performance: false,
  },
  (error, stats) => {
    if (!error && !stats.hasErrors()) return;
    console.error(error ?? stats.toString());
    process.exit(1);
  },
);
