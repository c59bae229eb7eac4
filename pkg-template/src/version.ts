/** From Cargo.toml; the build replaces the name by the text. */
declare const __VERSION__: string;

/** This package's version. */
export const version: string = __VERSION__;
