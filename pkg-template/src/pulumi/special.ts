// What Pulumi sends in place of values that are more than a value. Mocks see it, and transforms that come after another
// one.

import type { Args } from "../internal";

/** The key that marks a special value, and the marks of those that stand for another value. */
export const SPECIAL = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
export const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** The value that a special one stands for, if it is known. */
export interface Special {
  isSecret: boolean;
  value?: unknown;
}

/** What an object stands for, if it is a secret or an Output on its way; undefined for any other object. */
export function specialOf(object: object): Special | undefined {
  const { [SPECIAL]: mark, ...rest } = object as Args;
  if (mark === SECRET) return { isSecret: true, ...("value" in rest ? { value: rest.value } : {}) };
  if (mark === OUTPUT) return { isSecret: rest.secret === true, ...("value" in rest ? { value: rest.value } : {}) };
  return undefined;
}
