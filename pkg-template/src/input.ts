/**
 * The types of the values a builder accepts.
 *
 * They describe Pulumi's own `Output` and `Input` by their shape, so that the
 * package needs no dependency: what a builder returns is assignable to the
 * arguments of the provider's resources, and a program without Pulumi can use
 * the same functions.
 */

/**
 * A value that may be unknown until the deployment, as Pulumi's `Output<T>` may.
 *
 * Every Pulumi `Output<T>` is assignable to it, and it is assignable to
 * Pulumi's `Input<T>`. A builder passes such a value on untouched: it neither
 * calls `apply` nor `get`, and counts the property as deferred.
 *
 * `get` comes before `apply` on purpose: the compiler compares members in this
 * order, and the reason it gives for a wrong output is then one short line.
 */
export interface OutputLike<T> {
  /** The value itself. Pulumi allows this call only in code that runs in the cloud, after a deployment. */
  get(): T;
  /** A new output: what `func` makes of the value, once the value is known. */
  apply<U>(func: (value: T) => U): OutputLike<U>;
}

/**
 * What can be written for a property of type `T`: the value, a promise of it,
 * or an output such as `project.id`.
 */
export type Input<T> = T | Promise<T> | OutputLike<T>;

/**
 * A string with known values: editors complete `Known`, and any other string
 * compiles, because a value may come from configuration and the lists of the
 * service grow. Whether a value can be used is judged when it is checked.
 */
export type OpenString<Known extends string> = Known | (string & {});
