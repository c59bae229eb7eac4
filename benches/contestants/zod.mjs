// zod 4, `safeParse`: it never throws, and hands back a copy of the value. Its messages are
// read, like ours.
import { z } from "zod";
import schema from "./zod-schema.cjs";

const cluster = schema.clusterSchema(z);

/** The contestant. */
export const zod = {
  id: "zod",
  title: "zod 4, safeParse",
  run: (args) => {
    const answer = cluster.safeParse(args);
    if (!answer.success) for (const { path, message } of answer.error.issues) read = path && message;
    return answer;
  },
  paths: ({ success, error }) =>
    success ? [] : error.issues.flatMap(({ path, keys }) => (keys ?? [undefined]).map((key) => dotted(path, key))),
};

export let read;

/** The path of an issue; an unknown key is not part of zod's own path. */
function dotted(path, key) {
  return [...path, ...(key === undefined ? [] : [key])].join(".");
}
