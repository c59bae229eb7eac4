// The addresses view: the map of the CIDR blocks, their table, and a plan of new networks.
import {
  catalogue,
  planAddressSpace,
  type AddressPlan,
  type AddressRequest,
  type Cloud,
  type NetworkRequest,
} from "eventstorecloud-planner";
import type { Answer, App, View } from "../app";
import { addressOf, cidrBlocksOf, markOverlaps, parseCidr, ROLE_NAMES, sectionsOf } from "../cidrs";
import type { CidrBlock, CidrRole } from "../cidrs";
import { andMore, button, h, plural, prose, select, table } from "../dom";
import { additions, changesOf, type Change, type NewResource } from "../edit-text";
import { addressMap } from "./address-map";

interface CidrRow {
  name: string;
  cidrBlock: string;
}
interface NetworkRow {
  name: string;
  cloud: string;
  region: string;
  by: string;
  count: string;
}
interface Form {
  pools: CidrRow[];
  own: CidrRow[];
  networks: NetworkRow[];
}

const SIZE_BY = [
  ["clusters", "clusters"],
  ["prefixLength", "prefix /"],
] as const;

const MAX_ROWS = 400;

export function addressesView(app: App): View {
  let form: Form = {
    pools: [{ name: "clusters", cidrBlock: "10.20.0.0/16" }],
    own: [],
    networks: [{ name: "invoices", cloud: "aws", region: "us-east-1", by: "clusters", count: "60" }],
  };
  let plan: AddressPlan | undefined;
  let blocks: CidrBlock[] = [];
  const map = addressMap(
    (block) => {
      if (block.location) app.jump(block.location);
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
        h("h3", { id: "plan-title" }, "Plan networks"),
        formSlot,
        planSlot,
      ),
      h("section", { "aria-labelledby": "cidrs-title" }, h("h3", { id: "cidrs-title" }, "CIDR blocks"), tableSlot),
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
    emptyRow: () => T,
    cells: (row: T, index: number) => HTMLElement[],
    minimum = 0,
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
            ...(list.length <= minimum ? { disabled: true } : {}),
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
          list.push(emptyRow());
          redraw();
          focusIn(title);
        },
        { class: "small", "aria-label": `Add to ${title.toLowerCase()}` },
      ),
    );
  }

  /** Moves the focus into a new row; after a row is removed, the focus stays in its list. */
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
    const cidrInputs = (row: CidrRow, label: string, index: number) => [
      input(
        `${label} ${index + 1}: name`,
        row.name,
        (value) => {
          row.name = value;
        },
        12,
      ),
      input(
        `${label} ${index + 1}: CIDR block`,
        row.cidrBlock,
        (value) => {
          row.cidrBlock = value;
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
          () => ({ name: "", cidrBlock: "" }),
          (row, index) => cidrInputs(row, "Pool", index),
          1,
        ),
        rows(
          "Own networks",
          form.own,
          () => ({ name: "", cidrBlock: "" }),
          (row, index) => cidrInputs(row, "Own network", index),
        ),
        rows(
          "New networks",
          form.networks,
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
                { class: "size" },
                select(
                  SIZE_BY,
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
          "Networks of the program keep their CIDR blocks. The CIDR blocks of its peering routes and of your own " +
            "networks are not used for new networks.",
        ),
        h("button", { class: "primary", type: "submit" }, "Plan"),
      ),
    );
  }

  const isRequested = ({ name }: { name: string }): boolean => form.networks.some((row) => row.name === name);

  function request(): AddressRequest {
    const written = (role: CidrRole): CidrRow[] =>
      blocks
        .filter((block) => block.role === role)
        .map(({ names, cidrBlock }) => ({ name: names[0] ?? "", cidrBlock }));
    // A network of the program that is not requested again keeps its CIDR block, whatever is planned.
    const existing = written("network").filter(isRequested);
    const kept = written("network").filter((network) => !isRequested(network));
    const seen = new Set<string>();
    const reserved = [...form.own.filter(({ cidrBlock }) => cidrBlock !== ""), ...written("route"), ...kept].filter(
      ({ cidrBlock }) => !seen.has(cidrBlock) && seen.add(cidrBlock),
    );
    const named = ({ name, cidrBlock }: CidrRow) =>
      name === "" ? cidrBlock.trim() : { name, block: cidrBlock.trim() };
    return {
      pools: form.pools.map(named),
      reserved: reserved.map(named),
      existing: { networks: existing.map(({ name, cidrBlock }) => ({ name, block: cidrBlock })) },
      requests: form.networks.map(
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
    blocks = cidrBlocksOf(app.answer);
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
    const count = planned().length;
    app.say(
      plan.ok
        ? `${plural(count, "network")} planned`
        : `The plan is incomplete: ${plural(plan.unplaced.length + plan.problems.length, "diagnostic")}`,
    );
    app.touched();
  }

  const planned = () => plan?.networks.filter(isRequested) ?? [];

  function showPlan(): void {
    if (plan === undefined) return planSlot.replaceChildren();
    const diagnostics = [
      ...plan.unplaced.map(({ name, missing, pool, wouldHelp }) =>
        h(
          "li",
          {},
          h("b", {}, name),
          ` does not fit: ${pool} lacks ${plural(missing, "address", "addresses")}. `,
          prose(wouldHelp),
        ),
      ),
      ...plan.problems
        .filter(isRequested)
        .map(({ name, message, help }) => h("li", {}, h("b", {}, name), ": ", prose(`${message}. ${help}`))),
    ];
    const rows = planned().map(({ name, block, size, status, reasons }) => [
      name,
      h("code", {}, block),
      size.toLocaleString("en"),
      status,
      h("span", { class: "note" }, prose(reasons[0] ?? "")),
    ]);
    planSlot.replaceChildren(
      ...(rows.length > 0
        ? [table("Planned networks", ["Network", "CIDR block", "Addresses", "Status", "Reason"], rows)]
        : []),
      ...(diagnostics.length > 0 ? [h("ul", { class: "error-text" }, ...diagnostics)] : []),
      h(
        "p",
        { class: "note" },
        plan.pools
          .map(
            ({ name, free, size, largestFree }) =>
              `${name}: ${free.toLocaleString("en")} of ${size.toLocaleString("en")} addresses ` +
              `free${largestFree ? `, largest free CIDR block ${largestFree}` : ""}`,
          )
          .join(". "),
      ),
      ...(rows.length > 0 ? [button("Apply to the program", apply, { class: "primary", id: "apply-addresses" })] : []),
    );
  }

  /** Writes the planned CIDR blocks into the networks of the program, and adds the networks that are new. */
  function apply(): void {
    const { located } = app.answer;
    const text = app.text();
    const changes: Change[] = [];
    const fresh: NewResource[] = [];
    const project = located.resources.all.find(({ kind }) => kind.endsWith("Project"))?.name;
    for (const { name, args } of planned()) {
      const existing = located.resources.all.find(
        (resource) => resource.kind.endsWith("Network") && resource.name === name,
      );
      if (existing === undefined) {
        fresh.push({
          kind: "Network",
          name,
          args: { ...(project === undefined ? {} : { projectId: { ref: project } }), name, ...args },
        });
        continue;
      }
      const edits = Object.entries(args).map(([path, value]) => ({ path, value: value as string }));
      changes.push(...(changesOf(text, located, existing, edits) ?? []));
    }
    const added = additions(text, located, fresh);
    if (added === undefined)
      return app.say("Networks cannot be added to a single resource; write a document or a program");
    plan = undefined;
    showPlan();
    app.change(
      [...changes, ...added],
      `${plural(fresh.length, "network")} added${changes.length > 0 ? ", CIDR blocks updated" : ""}`,
    );
  }

  function freeOf(pools: string[], used: string[]): AddressPlan | undefined {
    try {
      return planAddressSpace({
        pools: pools.map((block) => ({ name: block, block })),
        reserved: [...new Set(used)],
        requests: [],
      });
    } catch {
      return undefined; // the planner only accepts private CIDR blocks; free space is not shown for others
    }
  }

  function show(answer: Answer): void {
    blocks = cidrBlocksOf(answer);
    if (plan !== undefined) {
      for (const { name, block } of planned()) {
        if (blocks.some(({ names, cidrBlock }) => names[0] === name && cidrBlock === block)) continue;
        const added = parseCidr("planned", block, name);
        if (added) blocks.push(added);
      }
      for (const { name, cidrBlock } of form.own) {
        const own = parseCidr("reserved", cidrBlock.trim(), name === "" ? "own" : name);
        if (own) blocks.push(own);
      }
    }
    const pools = form.pools
      .map(({ name, cidrBlock }) => parseCidr("pool", cidrBlock.trim(), name === "" ? "pool" : name))
      .filter((block) => block !== undefined);
    const inPools = pools.filter(
      (pool) =>
        plan !== undefined ||
        blocks.some(
          (block) => block.first <= pool.last && block.last >= pool.first && block.prefixLength >= pool.prefixLength,
        ),
    );
    const all = [...inPools, ...blocks];
    markOverlaps(all);
    const sections = sectionsOf(all, freeOf);
    map.show(sections);
    const shown = [...new Set(sections.flatMap((section) => section.blocks))].sort(
      (a, b) => a.first - b.first || a.prefixLength - b.prefixLength,
    );
    // If there are too many to show, those with overlaps come first.
    if (shown.length > MAX_ROWS) shown.sort((a, b) => Number(b.overlaps.length > 0) - Number(a.overlaps.length > 0));
    const rows = shown.slice(0, MAX_ROWS).map((block) =>
      h(
        "tr",
        { "data-cidr": block.cidrBlock },
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
        h("td", {}, h("code", {}, block.cidrBlock)),
        h("td", {}, ROLE_NAMES[block.role]),
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
    const free = sections
      .filter(({ free }) => free.size > 0)
      .map(({ first, prefixLength, free }) =>
        h(
          "li",
          {},
          h("code", {}, `${addressOf(first)}/${prefixLength}`),
          ` ${plural(free.size, "address", "addresses")} free in ` + `${plural(free.count, "CIDR block")}, largest `,
          h("code", {}, free.largest ?? "none"),
        ),
      );
    tableSlot.replaceChildren(
      table("CIDR blocks", ["Name", "CIDR block", "Used as", "Range", "Overlaps"], rows),
      andMore(shown.length - MAX_ROWS, "CIDR block", ", all of them on the map") ?? "",
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
