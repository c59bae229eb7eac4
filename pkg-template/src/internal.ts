// What the entry points that need Pulumi (`pulumi`, `policy`, `testing`) and the command line share with the package
// root: one file at run time, so that a process has one wasm core and one class of each error.
export * from "./index";
export { titleOf, validationError } from "./build";
export { callOf, located, programCall } from "./caller";
export { advise } from "./closures";
export { askBuilt, askBuiltResolved } from "./core/core";
export { steps } from "./edits";
export { diagnosticText, paints, summaryText } from "./format";
export { propertiesOf } from "./kinds";
export { blocks, indented, lines, visible } from "./layout";
export { planTranslated } from "./planners";
export { differing, existing, RUNS } from "./values/existing";
export { fromPreview, fromStack } from "./values/from-preview";
export { comingFrom, Ids, isForeign, linked, Names } from "./values/link";
export { secretsOfProperty } from "./values/secrets";
export type { Args } from "./json";
export type { Call } from "./caller";
export type { Built } from "./core/core";
export type { Step } from "./edits";
