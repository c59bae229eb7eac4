// A whole document of valid resources, against the schemas of the same resources. zod checks single fields only, and is
// told where references are; ours follows them, and looks at the program as a whole.
import { program, wrongByZod } from "../contestants/kinds.mjs";
import { compare } from "../measure.mjs";

const RESOURCES = 1_000;

export const document = {
  title: "1,000 valid resources of all kinds, linked by references, in one check",
  async run({ subject, plan }) {
    const { check } = subject.load();
    const contestants = [
      { id: "planner", title: "check(), all our rules", run: (given) => check(given).diagnostics.length },
      { id: "zod", title: "zod 4, safeParse of each resource", run: wrongByZod },
    ];
    const [input, broken] = [program(RESOURCES), program(RESOURCES)];
    delete broken.resources[0].args.name;
    broken.resources[1].args.cidrBlock = "10.0.0.1/33";
    const blind = contestants.find(({ run }) => run(broken) === 0);
    if (blind) throw new Error(`${blind.id} finds nothing wrong with the broken document`);
    const group = { id: "document", title: "no problem", inputs: [input], contestants, against: ["zod"] };
    const { ratio, ...shown } = await compare([{ ...group, answer: (problems) => problems, expected: 0 }], plan);
    const found = ratio("document/planner", "document/zod");
    return { ...shown, goals: { "document/zod": { ...found, ns: found.ns / RESOURCES } } };
  },
};
