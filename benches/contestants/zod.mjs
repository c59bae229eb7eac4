// zod 4, `safeParse`: it never throws, and hands back a copy of the value.
import { z } from "zod";
import schema from "./zod-schema.cjs";

const cluster = schema.clusterSchema(z);

/** The contestant. */
export const zod = {
  id: "zod",
  title: "zod 4, safeParse",
  run: (args) => cluster.safeParse(args),
  paths: ({ success, error }) =>
    success ? [] : error.issues.flatMap(({ path, keys }) => (keys ?? [undefined]).map((key) => dotted(path, key))),
};

/** The path of an issue; an unknown key is not part of zod's own path. */
function dotted(path, key) {
  return [...path, ...(key === undefined ? [] : [key])].join(".");
}
