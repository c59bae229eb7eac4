// Free places among many blocks: one at a time, and a whole plan.
import { excludeCidr } from "cidr-tools";
import { address, seeded, shuffled } from "../contestants/blocks.mjs";
import { compare } from "../measure.mjs";

const POOL = "10.0.0.0/8";

/**
 * A pool of /25 of which the first ones are taken, all but a /20 in the middle: of the free places with room for a /20
 * it is the one that fits best, and comes first. In no order.
 */
function takenOf(count) {
  const hole = Math.floor(count / 64) * 32;
  const places = Array.from({ length: count + 32 }, (_, i) => i).filter((i) => i < hole || i >= hole + 32);
  return shuffled(places, seeded()).map((i) => `${address((10 << 24) + i * 128)}/25`);
}

export const free = {
  title: "a free block among many that are taken",
  async run({ subject, plan, quick }) {
    const { cidr, planAddressSpace } = subject.load();
    const wanted = quick ? 10 : 1_000;
    const taken = takenOf(wanted * 100);
    const requests = Array.from({ length: wanted }, (_, i) => ({ name: `n${i}`, prefixLength: 24 }));
    const request = { pools: [POOL], reserved: taken, reserveNotable: false, requests };
    checkPlan(planAddressSpace(request), taken, wanted);
    const wide = (list) => list.find((block) => Number(block.split("/")[1]) <= 20);
    const answer = (block) => block;
    const contestants = [
      { id: "one", title: "cidr.nextFree(), a /20", run: (list) => cidr.nextFree(POOL, list, 20), answer },
      {
        id: "cidr-tools",
        title: "cidr-tools excludeCidr, then the first",
        run: (list) => wide(excludeCidr(POOL, list)),
        answer,
      },
      {
        id: "many",
        title: `planAddressSpace(), ${wanted.toLocaleString("en")} networks at once`,
        inputs: [request],
        run: (given) => planAddressSpace(given),
      },
    ];
    const title = `${taken.length.toLocaleString("en")} blocks are taken`;
    const group = { id: "free", title, inputs: [taken], contestants, against: ["cidr-tools"] };
    const { ratio, ...shown } = await compare([group], plan);
    const goals = {
      "free/one": ratio("free/one", "free/cidr-tools"),
      "free/many": ratio("free/many", "free/cidr-tools", wanted),
    };
    return { ...shown, goals };
  },
};

/** The plan has as many blocks as were wanted, all different /24 within what cidr-tools finds to be free. */
function checkPlan({ ok, networks }, taken, wanted) {
  const span = (block) => {
    const [ip, length] = block.split("/");
    const first = ip.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
    return [first, first + 2 ** (32 - Number(length))];
  };
  const spaces = excludeCidr(POOL, taken).map(span);
  const inFree = networks.every(({ cidrBlock }) => {
    const [first, end] = span(cidrBlock);
    return cidrBlock.endsWith("/24") && spaces.some(([from, to]) => from <= first && end <= to);
  });
  if (!ok || new Set(networks.map(({ cidrBlock }) => cidrBlock)).size !== wanted || !inFree)
    throw new Error("the plan of free blocks is wrong");
}
