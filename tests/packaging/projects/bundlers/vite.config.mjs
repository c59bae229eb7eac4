export default {
  build: { lib: { entry: "main.mjs", formats: ["es"], fileName: () => "main.js" }, outDir: "dist", minify: true },
};
