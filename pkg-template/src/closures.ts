/**
 * Pulumi sends functions of a program to the cloud by their text, with all that they use. A function of ours that was
 * taken out of its module would be sent as text too, and cannot work without the core. Its text is therefore the advice
 * that Pulumi shows with its error; a function that is called as a member of its module is never looked into.
 */
export function advise(api: object, module: string, prefix = ""): void {
  for (const [name, value] of Object.entries(api) as [string, unknown][]) {
    if (typeof value === "object" && value !== null) advise(value, module, `${prefix}${name}.`);
    if (typeof value !== "function" || Function.prototype.toString.call(value).startsWith("class")) continue;
    const advice = [
      `\`${prefix}${name}\` cannot be captured by itself. Import the module and call it as a member:`,
      `import * as planner from "${module}"; ... planner.${prefix}${name}(...)`,
    ];
    Object.defineProperty(value, "toString", { value: () => advice.join("\n"), configurable: true, writable: true });
  }
}
