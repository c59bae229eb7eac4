// What the entry points that need Pulumi (`pulumi`, `policy`, `testing`) and the command line share with the package
// root: one file at run time, so that a process has one wasm core and one class of each error.
export * from "./index";
export { askBuilt, askBuiltResolved } from "./core/answer";
export { refusal, titleOf } from "./build";
export { callerOf, programLine } from "./caller";
export { advise } from "./closures";
export { call } from "./core/instance";
export { steps } from "./edits";
export { diagnosticText, paints, summaryText } from "./format";
export { propertiesOf } from "./kinds";
export type { Step } from "./edits";
export { visible } from "./layout";
export type { Built } from "./core/answer";
