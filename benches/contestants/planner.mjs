// This package, as its users call it. Both calls necessarily run every rule that is on by default, those between
// properties and between resources too, and make the whole report: messages, help, fixes, sources. All of it is read.

/** The contestants of one copy of the package. */
export function planner({ managedCluster, check, ValidationError }) {
  return [
    {
      id: "builder",
      title: "managedCluster()",
      // What the caller of a builder does about problems; making the error, with its text and place, is part of it.
      run: (args) => {
        try {
          managedCluster(args, SILENT);
          return undefined;
        } catch (error) {
          if (error instanceof ValidationError) return readAll(error);
          throw error;
        }
      },
      paths: (error) => (error?.diagnostics ?? []).map(({ path }) => path),
    },
    {
      id: "check",
      title: "check(), document with one resource",
      run: (args) => readAll(check({ partial: true, resources: [{ kind: "ManagedCluster", name: "orders", args }] })),
      paths: (report) => report.diagnostics.map(({ path }) => path),
    },
  ];
}

/** Reads what a user is shown, should it only be made when it is read. */
function readAll(answer) {
  for (const { path, message, help, fix } of answer.diagnostics) read = path && message && help && fix;
  return answer;
}
export let read;

/** Warnings would be printed. */
const SILENT = { onDiagnostic() {} };
