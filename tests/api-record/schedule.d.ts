export interface ScheduleFacts {
    schedule: string;
    description: string;
    smallestGapMinutes: number;
    largestGapMinutes: number;
    runsPerWeek: number;
}
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
export interface NextOptions {
    after: string;
    count?: number;
}
export interface PreviousOptions {
    before: string;
    count?: number;
}
export interface BetweenOptions {
    from: string;
    to: string;
}
export declare function parse(text: string): ScheduleFacts;
export declare function describe(text: string): string;
export declare function next(text: string, options: NextOptions): string[];
export declare function previous(text: string, options: PreviousOptions): string[];
export declare function between(text: string, options: BetweenOptions): string[];
export declare function equals(a: string, b: string): boolean;
export declare function distance(a: string, b: string): number;
export declare function clash(a: string, b: string): boolean;
export {};
