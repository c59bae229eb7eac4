// Address blocks: the map, its table, and the plan of new ones.
import {
  catalogue,
  planAddressSpace,
  type AddressPlan,
  type AddressRequest,
  type Cloud,
  type NetworkRequest,
} from "eventstorecloud-planner";
import type { Answer, App, View } from "../app";
import { blocksOf, KIND_WORDS, make, markOverlaps, panelsOf, addressOf, type Block } from "../blocks";
import { andMore, button, h, plural, prose, select, table } from "../dom";
import { additions, changesOf, type Change, type NewResource } from "../edit-text";
import { addressMap } from "./address-map";

interface PoolRow {
  name: string;
  block: string;
}
interface WishRow {
  name: string;
  cloud: string;
  region: string;
  by: string;
  count: string;
}
interface Form {
  pools: PoolRow[];
  own: PoolRow[];
  wishes: WishRow[];
}

const BY = [
  ["clusters", "clusters"],
  ["prefixLength", "prefix /"],
] as const;

const MOST_ROWS = 400;

export function addressesView(app: App): View {
  let form: Form = {
    pools: [{ name: "clusters", block: "10.20.0.0/16" }],
    own: [],
    wishes: [{ name: "invoices", cloud: "aws", region: "us-east-1", by: "clusters", count: "60" }],
  };
  let plan: AddressPlan | undefined;
  let blocks: Block[] = [];
  const map = addressMap(
    (block) => {
      if (block.place) app.jump(block.place);
    },
    (text) => app.say(text),
  );
  const tableSlot = h("div");
  const formSlot = h("div");
  const planSlot = h("div", { class: "result" });
  const panel = h(
    "div",
    { class: "stack" },
    h("section", { "aria-labelledby": "map-title" }, map.element),
    h(
      "div",
      { class: "columns" },
      h(
        "section",
        { "aria-labelledby": "plan-title" },
        h("h3", { id: "plan-title" }, "Plan address blocks"),
        formSlot,
        planSlot,
      ),
      h("section", { "aria-labelledby": "blocks-title" }, h("h3", { id: "blocks-title" }, "Blocks"), tableSlot),
    ),
  );

  function input(label: string, value: string, change: (value: string) => void, width: number): HTMLInputElement {
    const field = h("input", {
      "aria-label": label,
      value,
      size: width,
      spellcheck: "false",
      autocomplete: "off",
      oninput: () => {
        change(field.value);
        app.touched();
      },
    });
    return field;
  }

  function rows<T>(
    title: string,
    list: T[],
    added: () => T,
    cells: (row: T, index: number) => HTMLElement[],
    least = 0,
  ): HTMLElement {
    const lines = list.map((row, index) =>
      h(
        "div",
        { class: "row", role: "group", "aria-label": `${title} ${index + 1}` },
        ...cells(row, index),
        button(
          "×",
          () => {
            list.splice(index, 1);
            redraw();
            focusIn(title);
          },
          {
            class: "quiet",
            "aria-label": `Remove ${title.toLowerCase()} ${index + 1}`,
            ...(list.length <= least ? { disabled: true } : {}),
          },
        ),
      ),
    );
    return h(
      "fieldset",
      { "data-title": title },
      h("legend", {}, title),
      ...lines,
      button(
        "Add",
        () => {
          list.push(added());
          redraw();
          focusIn(title);
        },
        { class: "small", "aria-label": `Add to ${title.toLowerCase()}` },
      ),
    );
  }

  /** A row that is new has the focus; after a row is removed the focus stays in its list. */
  function focusIn(title: string): void {
    const last = [...formSlot.querySelectorAll<HTMLElement>(`fieldset[data-title="${title}"] .row`)].at(-1);
    (
      last?.querySelector("input") ?? formSlot.querySelector<HTMLElement>(`fieldset[data-title="${title}"] > button`)
    )?.focus();
    app.touched();
  }

  function redraw(): void {
    const clouds = [
      ["", "any cloud"],
      ["aws", "AWS"],
      ["gcp", "GCP"],
      ["azure", "Azure"],
    ] as const;
    const regions = h(
      "datalist",
      { id: "regions" },
      ...catalogue().regions.map(({ id, name }) => h("option", { value: id }, name)),
    );
    const named = (row: PoolRow, what: string, index: number) => [
      input(
        `${what} ${index + 1}: name`,
        row.name,
        (value) => {
          row.name = value;
        },
        12,
      ),
      input(
        `${what} ${index + 1}: block`,
        row.block,
        (value) => {
          row.block = value;
        },
        14,
      ),
    ];
    formSlot.replaceChildren(
      h(
        "form",
        {
          class: "form",
          onsubmit: (event) => {
            event.preventDefault();
            run();
          },
        },
        rows(
          "Pools",
          form.pools,
          () => ({ name: "", block: "" }),
          (row, index) => named(row, "Pool", index),
          1,
        ),
        rows(
          "Own networks",
          form.own,
          () => ({ name: "", block: "" }),
          (row, index) => named(row, "Own network", index),
        ),
        rows(
          "New networks",
          form.wishes,
          () => ({ name: "", cloud: "aws", region: "", by: "clusters", count: "10" }),
          (row, index) => {
            const region = input(
              `Network ${index + 1}: region`,
              row.region,
              (value) => {
                row.region = value;
              },
              12,
            );
            region.setAttribute("list", "regions");
            return [
              input(
                `Network ${index + 1}: name`,
                row.name,
                (value) => {
                  row.name = value;
                },
                12,
              ),
              select(
                clouds,
                row.cloud,
                (value) => {
                  row.cloud = value;
                  app.touched();
                },
                { "aria-label": `Network ${index + 1}: cloud` },
              ),
              region,
              h(
                "span",
                { class: "pairless" },
                select(
                  BY,
                  row.by,
                  (value) => {
                    row.by = value;
                    app.touched();
                  },
                  { "aria-label": `Network ${index + 1}: size by` },
                ),
                input(
                  `Network ${index + 1}: size`,
                  row.count,
                  (value) => {
                    row.count = value;
                  },
                  3,
                ),
              ),
            ];
          },
        ),
        regions,
        h(
          "p",
          { class: "note" },
          "Networks of the program keep their blocks, and routes of its peerings are kept clear. Own networks " +
            "are more blocks to keep clear.",
        ),
        h("button", { class: "primary", type: "submit" }, "Plan"),
      ),
    );
  }

  function request(): AddressRequest {
    const written = (kind: Block["kind"]) =>
      blocks.filter((block) => block.kind === kind).map(({ names, block }) => ({ name: names[0] ?? "", block }));
    // A network of the program that is not asked for again keeps its block, whatever is planned.
    const isWished = ({ name }: { name: string }): boolean => form.wishes.some((wish) => wish.name === name);
    const existing = written("network").filter(isWished);
    const kept = written("network").filter((network) => !isWished(network));
    const seen = new Set<string>();
    const reserved = [...form.own.filter(({ block }) => block !== ""), ...written("route"), ...kept].filter(
      ({ block }) => !seen.has(block) && seen.add(block),
    );
    return {
      pools: form.pools.map(({ name, block }) => (name === "" ? block.trim() : { name, cidrBlock: block.trim() })),
      reserved: reserved.map(({ name, block }) => (name === "" ? block.trim() : { name, cidrBlock: block.trim() })),
      existing: { networks: existing.map(({ name, block }) => ({ name, cidrBlock: block })) },
      requests: form.wishes.map(
        ({ name, cloud, region, by, count }): NetworkRequest => ({
          name,
          ...(cloud === "" ? {} : { cloud: cloud as Cloud }),
          ...(region === "" ? {} : { region }),
          [by]: Number(count),
        }),
      ),
    };
  }

  function run(): void {
    blocks = blocksOf(app.answer);
    try {
      plan = planAddressSpace(request());
    } catch (error) {
      plan = undefined;
      planSlot.replaceChildren(
        h("p", { class: "error-text", role: "alert" }, error instanceof Error ? error.message : String(error)),
      );
      return;
    }
    showPlan();
    show(app.answer);
    const placed = wishes().length;
    app.say(
      plan.ok
        ? `${plural(placed, "network")} planned`
        : `The plan is not complete: ${plural(plan.unplaced.length + plan.diagnostics.length, "problem")}`,
    );
    app.touched();
  }

  const wishes = () => plan?.networks.filter(({ name }) => form.wishes.some((wish) => wish.name === name)) ?? [];

  function showPlan(): void {
    if (plan === undefined) return planSlot.replaceChildren();
    const problems = [
      ...plan.unplaced.map(({ name, missing, pool, help }) =>
        h(
          "li",
          {},
          h("b", {}, name),
          ` has no room: ${missing.toLocaleString("en")} addresses are missing in ${pool}. `,
          prose(help),
        ),
      ),
      ...plan.diagnostics
        .filter(({ name }) => form.wishes.some((wish) => wish.name === name))
        .map(({ name, message, help }) => h("li", {}, h("b", {}, name), ": ", prose(`${message}. ${help}`))),
    ];
    const rows = wishes().map(({ name, cidrBlock, size, status, reasons }) => [
      name,
      h("code", {}, cidrBlock),
      size.toLocaleString("en"),
      status,
      h("span", { class: "note" }, prose(reasons[0] ?? "")),
    ]);
    planSlot.replaceChildren(
      ...(rows.length > 0 ? [table("Planned networks", ["Network", "Block", "Addresses", "Status", "Why"], rows)] : []),
      ...(problems.length > 0 ? [h("ul", { class: "error-text" }, ...problems)] : []),
      h(
        "p",
        { class: "note" },
        plan.pools
          .map(
            ({ name, free, size, largestFree }) =>
              `${name}: ${free.toLocaleString("en")} of ${size.toLocaleString("en")} addresses ` +
              `free${largestFree ? `, largest block ${largestFree}` : ""}`,
          )
          .join(". "),
      ),
      ...(rows.length > 0 ? [button("Take into the program", take, { class: "primary", id: "take-addresses" })] : []),
    );
  }

  /** Writes the planned blocks: into networks that are there, else as new ones. */
  function take(): void {
    const { located } = app.answer;
    const text = app.text();
    const changes: Change[] = [];
    const fresh: NewResource[] = [];
    const project = located.resources.find(({ kind }) => kind.endsWith("Project"))?.name;
    for (const { name, args } of wishes()) {
      const there = located.resources.find((resource) => resource.kind.endsWith("Network") && resource.name === name);
      if (there === undefined) {
        fresh.push({
          kind: "Network",
          name,
          args: { ...(project === undefined ? {} : { projectId: { ref: project } }), name, ...args },
        });
        continue;
      }
      const edits = Object.entries(args).map(([path, value]) => ({ path, value: value as string }));
      changes.push(...(changesOf(text, located, there, edits) ?? []));
    }
    const added = additions(text, located, fresh);
    if (added === undefined)
      return app.say("Networks cannot be added to a single resource: write a document or a program");
    plan = undefined;
    showPlan();
    app.change(
      [...changes, ...added],
      `${plural(fresh.length, "network")} added${changes.length > 0 ? ", blocks written" : ""}`,
    );
  }

  function freeOf(roots: string[], taken: string[]): AddressPlan | undefined {
    try {
      return planAddressSpace({
        pools: roots.map((block) => ({ name: block, cidrBlock: block })),
        reserved: [...new Set(taken)],
        requests: [],
      });
    } catch {
      return undefined; // blocks that are not private: nothing is said of what is free there
    }
  }

  function show(answer: Answer): void {
    blocks = blocksOf(answer);
    if (plan !== undefined) {
      for (const { name, cidrBlock: block } of wishes()) {
        if (blocks.some(({ names, block: other }) => names[0] === name && other === block)) continue;
        const planned = make("planned", block, name);
        if (planned) blocks.push(planned);
      }
      for (const { name, block } of form.own) {
        const own = make("reserved", block.trim(), name === "" ? "own" : name);
        if (own) blocks.push(own);
      }
    }
    const pools = form.pools
      .map(({ name, block }) => make("pool", block.trim(), name === "" ? "pool" : name))
      .filter((block) => block !== undefined);
    const inPools = pools.filter(
      (pool) =>
        plan !== undefined ||
        blocks.some((block) => block.first <= pool.last && block.last >= pool.first && block.prefix >= pool.prefix),
    );
    const all = [...inPools, ...blocks];
    markOverlaps(all);
    const panels = panelsOf(all, freeOf);
    map.show(panels);
    const shown = [...new Set(panels.flatMap((panel) => panel.blocks))].sort(
      (a, b) => a.first - b.first || a.prefix - b.prefix,
    );
    // Of very many, those with a mistake.
    if (shown.length > MOST_ROWS) shown.sort((a, b) => Number(b.overlaps.length > 0) - Number(a.overlaps.length > 0));
    const rows = shown.slice(0, MOST_ROWS).map((block) =>
      h(
        "tr",
        { "data-block": block.block },
        h(
          "td",
          {},
          button(
            block.names.length > 3
              ? `${block.names.slice(0, 3).join(", ")} +${block.names.length - 3}`
              : block.names.join(", "),
            () => map.goTo(block),
            { class: "link", title: "Show on the map" },
          ),
        ),
        h("td", {}, h("code", {}, block.block)),
        h("td", {}, KIND_WORDS[block.kind]),
        h("td", {}, `${addressOf(block.first)} – ${addressOf(block.last)}`),
        h(
          "td",
          {},
          block.overlaps.length === 0
            ? ""
            : h("span", { class: "badge error" }, "✕ ", [...new Set(block.overlaps)].slice(0, 4).join(", ")),
        ),
      ),
    );
    const free = panels
      .filter(({ free }) => free.size > 0)
      .map(({ first, prefix, free }) =>
        h(
          "li",
          {},
          h("code", {}, `${addressOf(first)}/${prefix}`),
          ` ${plural(free.size, "address").replace("addresss", "addresses")} free in ` +
            `${plural(free.count, "block")}, largest `,
          h("code", {}, free.largest ?? "none"),
        ),
      );
    tableSlot.replaceChildren(
      table("Address blocks", ["Name", "Block", "What", "From – to", "Overlaps"], rows),
      andMore(shown.length - MOST_ROWS, "block", ", all of them on the map") ?? "",
      ...(free.length > 0 ? [h("ul", { class: "plain", "aria-label": "Free space" }, ...free)] : []),
    );
  }

  redraw();
  return {
    name: "addresses",
    title: "Addresses",
    panel,
    show,
    state: () => form,
    restore(state) {
      form = state as Form;
      plan = undefined;
      redraw();
      showPlan();
    },
  };
}
