export interface CidrFacts {
    cidrBlock: string;
    first: string;
    last: string;
    prefixLength: number;
    size: number;
}
export interface OverlappingCidr {
    index: number;
    overlaps: number;
}
export declare function parse(text: string): CidrFacts;
export declare function contains(outer: string, inner: string): boolean;
export declare function overlaps(a: string, b: string): boolean;
export declare function split(text: string, prefixLength: number): string[];
export declare function overlapping(cidrBlocks: readonly string[]): OverlappingCidr[];
export declare function nextFree(pool: string, taken: readonly string[], prefixLength: number): string | undefined;
export declare class InternalError extends Error {
    readonly name: string;
    readonly trap: string;
    constructor(trap: string);
}
export declare class EnvironmentError extends Error {
    readonly name: string;
    readonly said: string | undefined;
    constructor(why: string, said?: string);
}
export declare class InputError extends TypeError {
    readonly name: string;
    readonly path: string;
    readonly reason: string;
    readonly __pulumiRunError = true;
    constructor(path: string, reason: string);
}
export type WasmSource = string | object;
export declare function init(source: WasmSource | Promise<WasmSource>): Promise<void>;
export {};
