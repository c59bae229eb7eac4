// Planning in a program: requests from the configuration of a stack, and locks in files and in outputs of other stacks.
import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

const require = createRequire(import.meta.url);
const pulumi = require("@pulumi/pulumi");
const { InputError, planAddressSpace, planBackups } = require("eventstorecloud-planner");
const { addressLockOf, planFromConfig, readAddressLock, writeAddressLock } = require("eventstorecloud-planner/pulumi");

const SPACE = { pools: [{ name: "all", block: "10.20.0.0/16" }], requests: [{ name: "orders", prefixLength: 20 }] };

describe("planFromConfig", () => {
  const config = (values) => {
    pulumi.runtime.setAllConfig(
      Object.fromEntries(Object.entries(values).map(([key, value]) => [`demo:${key}`, JSON.stringify(value)])),
    );
    return new pulumi.Config("demo");
  };

  it("plans what the configuration asks for, and what the program adds wins", () => {
    const asked = config({ space: { ...SPACE, requests: [] } });
    assert.deepEqual(
      planFromConfig(asked, "space", planAddressSpace, { requests: SPACE.requests }),
      planAddressSpace(SPACE),
    );
  });

  it("names the key and the place of what cannot be planned", () => {
    const wrong = config({ space: { ...SPACE, pools: [{ name: "all", block: "10.20.0.0/99" }] }, list: [], text: "a" });
    refuses(() => planFromConfig(wrong, "space", planAddressSpace), "demo:space pools[0].block", /10\.20\.0\.0\/99/);
    refuses(() => planFromConfig(wrong, "list", planBackups), "demo:list", /must be an object/);
    refuses(() => planFromConfig(wrong, "text", planBackups), "demo:text", /must be an object/);
  });

  it("passes on what is none of its own", () => {
    const fails = () => {
      throw new RangeError("of the planner");
    };
    assert.throws(() => planFromConfig(config({ space: SPACE }), "space", fails), {
      name: "RangeError",
      message: "of the planner",
    });
    assert.throws(() => planFromConfig(config({}), "space", planAddressSpace), { name: /Error/, message: /space/ });
  });
});

describe("the lock in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  const file = join(folder, "addresses.lock.json");
  after(() => rmSync(folder, { recursive: true }));

  it("is empty before there is one, is written once, and keeps what it has", () => {
    assert.deepEqual(readAddressLock(file), { networks: [] });
    const plan = planAddressSpace(SPACE);
    assert.equal(writeAddressLock(file, plan), true);
    assert.equal(writeAddressLock(file, plan), false);
    assert.deepEqual(readAddressLock(file), plan);
    const next = planAddressSpace({
      ...SPACE,
      requests: [{ name: "apps", prefixLength: 20 }, ...SPACE.requests],
      existing: readAddressLock(file),
    });
    const blockOf = (of) => of.networks.find(({ name }) => name === "orders").block;
    assert.equal(blockOf(next), blockOf(plan));
  });

  it("is not written from a plan that has no place for all", () => {
    const text = readFileSync(file, "utf8");
    const full = planAddressSpace({
      pools: [{ name: "all", block: "10.20.0.0/24" }],
      requests: [
        { name: "a", prefixLength: 24 },
        { name: "b", prefixLength: 24 },
      ],
    });
    assert.equal(full.ok, false);
    assert.equal(writeAddressLock(file, full), false);
    assert.equal(readFileSync(file, "utf8"), text);
  });

  it("is refused when it cannot be read, because networks would move", () => {
    writeFileSync(file, "<<<<<<< ours");
    refuses(() => readAddressLock(file), file, /must be JSON; restore the committed version/);
    const inTheWay = join(folder, "folder.json");
    mkdirSync(inTheWay);
    refuses(() => readAddressLock(inTheWay), inTheWay, /cannot be read \(EISDIR\)/);
  });
});

describe("the lock in an output of a stack", () => {
  const plan = planAddressSpace(SPACE);

  before(() => {
    const outputs = { addresses: plan, token: "hush", hidden: pulumi.secret(plan) };
    pulumi.runtime.setMocks({
      call: () => ({}),
      newResource: ({ name, inputs }) => ({ id: name, state: { ...inputs, outputs, secretOutputNames: ["hidden"] } }),
    });
  });

  const stack = (name) => new pulumi.StackReference(name);

  it("is the plan that the stack exports, secret or not", async () => {
    assert.deepEqual(await addressLockOf(stack("org/network/prod")), plan);
    assert.deepEqual(await addressLockOf(stack("org/network/other"), "hidden"), plan);
  });

  it("is empty when there is no such output", async () => {
    assert.deepEqual(await addressLockOf(stack("org/network/new"), "nothing"), { networks: [] });
  });

  it("is refused when it is no plan, without its value", async () => {
    await assert.rejects(addressLockOf(stack("org/network/wrong"), "token"), (error) => {
      assert.ok(error instanceof InputError);
      assert.equal(error.path, "output token");
      assert.match(error.message, /must be an address plan/);
      assert.doesNotMatch(error.message, /hush/);
      return true;
    });
  });
});

function refuses(work, path, message) {
  assert.throws(work, (error) => {
    assert.ok(error instanceof InputError, String(error));
    assert.equal(error.path, path);
    assert.match(error.message, message);
    return true;
  });
}
