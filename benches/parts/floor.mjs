// What no package of this shape can go below: the values of a question written into the memory of WebAssembly, one call, and
// the text of the answer made from the memory. Nothing is checked or computed, no problem can be reported. What writes knows
// the properties by name, reads each once and trusts its type.
import binaryen from "binaryen";
import { excludeCidr } from "cidr-tools";
import ipaddr from "ipaddr.js";
import { byCidrTools, byHand, overlappingBlocks, seeded } from "../contestants/blocks.mjs";
import cluster from "../contestants/cluster.cjs";
import { NETWORKS } from "../contestants/networks.mjs";
import { AFTER, byCroner, SCHEDULES } from "../contestants/schedules.mjs";
import { zod } from "../contestants/validators.mjs";
import { compare } from "../measure.mjs";

const TIME = "2026-11-23T12:00:00Z";

export const floor = {
  title: "what answers cannot go below while they come from WebAssembly",
  async run({ plan, quick }) {
    const ipaddrParse = {
      id: "ipaddr.js",
      title: "ipaddr.js, parseCIDR of its block",
      run: ({ cidrBlock }) => ipaddr.parseCIDR(cidrBlock),
    };
    const clusters = cluster.copies(cluster.INPUTS.valid.args);
    const groups = [
      builder("cluster", "a valid ManagedCluster", clusters, writeCluster, zod),
      builder("network", "a Network", NETWORKS, writeNetwork, ipaddrParse),
      refusal(),
      blockList(quick ? 1_000 : 100_000),
      occurrences("next", "the next occurrence of a schedule", 1),
      occurrences("thousand", "its next 1,000 occurrences", 1_000),
    ].map((group) => ({ ...group, against: [group.contestants.at(-1).id] }));
    const { ratio, ...shown } = await compare(groups, plan);
    const floors = {
      "valid/zod": ratio("cluster/call", "cluster/zod"),
      "wrong-values/zod": ratio("refusal/thrown", "refusal/zod"),
      "cidr/ipaddr": ratio("network/call", "network/ipaddr.js"),
      "overlap/hand": ratio("list/written", "list/hand"),
      "overlap/best": ratio("list/written", "list/cidr-tools-parse"),
      "free/one": ratio("list/written", "list/cidr-tools"),
      "free/many": ratio("list/written", "list/cidr-tools", 1_000),
      "next/croner": ratio("next/read", "next/croner"),
      "thousand/croner": ratio("thousand/read", "thousand/croner"),
    };
    return { ...shown, floors: Object.fromEntries(Object.entries(floors).map(([id, { median }]) => [id, median])) };
  },
};

function builder(id, title, inputs, write, peer) {
  const core = instance();
  const into = new Bytes(core.memory);
  const end = write(inputs[0], into);
  if (core.nothing(end) !== end) throw new Error("the function has not been given what was written");
  const contestants = [
    { id: "written", title: "its values, written", run: (args) => write(args, into) },
    { id: "call", title: "and one call into WebAssembly", run: (args) => core.nothing(write(args, into)) },
    { id: peer.id, title: peer.title, run: peer.run },
  ];
  return { id, title, inputs, contestants };
}

/** A builder refuses by an error that is thrown, at the depth at which ours is. */
function refusal() {
  const thrown = ({ name }, depth) => {
    if (depth > 0) return thrown({ name }, depth - 1);
    throw new Error(name);
  };
  const caught = (args) => {
    try {
      return thrown(args, 4);
    } catch (error) {
      return error;
    }
  };
  return {
    id: "refusal",
    title: "a ManagedCluster with three problems of values",
    inputs: cluster.copies(cluster.INPUTS["wrong-values"].args),
    contestants: [
      { id: "thrown", title: "an error made, thrown and caught, without any text of ours", run: caught },
      { id: zod.id, title: zod.title, run: zod.run },
    ],
  };
}

/** Blocks as texts in one question, against libraries that find what overlaps or is free among them. */
function blockList(count) {
  const core = instance();
  core.memory.grow(Math.ceil((count * 20) / (1 << 16)));
  const into = new Bytes(core.memory);
  const written = "their texts, written, and one call into WebAssembly";
  return {
    id: "list",
    title: `${count.toLocaleString("en")} address blocks`,
    inputs: [overlappingBlocks(count, seeded())],
    contestants: [
      { id: "written", title: written, run: (list) => core.nothing(writeList(list, into)) },
      { id: "hand", title: "typed-array sweep by hand, from texts to a report of overlaps", run: byHand },
      { id: "cidr-tools-parse", title: "cidr-tools parseCidr + that sweep", run: byCidrTools },
      { id: "cidr-tools", title: "cidr-tools excludeCidr", run: (list) => excludeCidr("10.0.0.0/8", list) },
    ],
  };
}

function occurrences(id, title, count) {
  const core = instance();
  const into = new Bytes(core.memory);
  const answer = new TextEncoder().encode(TIME.repeat(count));
  const from = 1 << 10;
  into.bytes.set(answer, from);
  const decoder = new TextDecoder();
  const asked = (text) => core.nothing(writeSchedule(text, into));
  const read = (text) => {
    asked(text);
    // A single short text is put together faster than it is decoded.
    if (count === 1) return [String.fromCharCode.apply(undefined, into.bytes.subarray(from, from + TIME.length))];
    const all = decoder.decode(into.bytes.subarray(from, from + answer.length));
    const texts = [];
    for (let at = 0; at < all.length; at += TIME.length) texts.push(all.slice(at, at + TIME.length));
    return texts;
  };
  const texts = read(SCHEDULES[0]);
  if (texts.length !== count || texts.some((text) => text !== TIME))
    throw new Error("other times were read than were written");
  const contestants = [
    { id: "asked", title: "schedule and time written, and one call into WebAssembly", run: asked },
    { id: "read", title: "and the answer made text from its memory", run: read },
    byCroner(count),
  ];
  return { id, title, inputs: SCHEDULES, contestants };
}

/** Bytes in the memory of WebAssembly. */
class Bytes {
  constructor(memory) {
    this.bytes = new Uint8Array(memory.buffer);
    this.view = new DataView(memory.buffer);
    this.end = 0;
  }

  text(value) {
    const { bytes } = this;
    let to = this.end;
    bytes[to++] = value.length;
    for (let i = 0; i < value.length; i++) bytes[to++] = value.charCodeAt(i);
    this.end = to;
  }

  number(value) {
    this.view.setFloat64(this.end, value, true);
    this.end += 8;
  }

  boolean(value) {
    this.bytes[this.end++] = value ? 1 : 0;
  }
}

/** Returns where the bytes end, as do those below. */
function writeCluster(args, into) {
  into.end = 0;
  into.text(args.projectId);
  into.text(args.networkId);
  into.text(args.name);
  into.text(args.topology);
  into.text(args.instanceType);
  into.number(args.diskSize);
  into.text(args.diskType);
  into.number(args.diskIops);
  into.number(args.diskThroughput);
  into.text(args.serverVersion);
  into.text(args.projectionLevel);
  into.boolean(args.publicAccess);
  into.boolean(args.protected);
  return into.end;
}

function writeNetwork(args, into) {
  into.end = 0;
  into.text(args.projectId);
  into.text(args.name);
  into.text(args.resourceProvider);
  into.text(args.region);
  into.text(args.cidrBlock);
  return into.end;
}

function writeList(texts, into) {
  into.end = 0;
  for (const text of texts) into.text(text);
  return into.end;
}

function writeSchedule(text, into) {
  into.end = 0;
  into.text(text);
  into.text(AFTER);
  return into.end;
}

/** A module with a memory, and a function that returns its argument. */
function instance() {
  const module = binaryen.parseText(`(module
    (memory (export "memory") 1)
    (func (export "nothing") (param i32) (result i32) (local.get 0)))`);
  const binary = module.emitBinary();
  module.dispose();
  return new WebAssembly.Instance(new WebAssembly.Module(binary)).exports;
}
