/** Properties with values of any type, such as the args of a resource or what a JSON text holds. */
export type Args = { [property: string]: unknown };
