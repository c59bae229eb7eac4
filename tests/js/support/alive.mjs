/** `{"js": "NaN"}` in an example stands for the value that JSON does not have, and `{"js": "null"}` for `null`. */
export const alive = (_, value) => (value?.js === "NaN" ? Number.NaN : value?.js === "null" ? null : value);
