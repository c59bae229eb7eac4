// The address map: each section of the address space as rows that are read like text, each CIDR block as a rectangle.
import { addressOf, ROLE_NAMES, type CidrBlock, type CidrRole, type Section } from "../cidrs";
import { button, h, svg } from "../dom";

const LEFT = 98; // the width of the address at the start of a row
const HEAD = 22;
const GAP = 14;
const MAX_SCALE = 4096;

export interface AddressMap {
  element: HTMLElement;
  show(sections: Section[]): void;
  /** Zooms to a block. */
  goTo(block: CidrBlock): void;
}

export function addressMap(chosen: (block: CidrBlock) => void, say: (text: string) => void): AddressMap {
  const picture = svg("svg", { class: "map", "aria-hidden": "true", focusable: "false" });
  const frame = h(
    "div",
    {
      class: "frame",
      tabindex: 0,
      role: "group",
      "aria-roledescription": "map",
      "aria-describedby": "map-help",
      "aria-label": "Address map; the table below lists the same CIDR blocks",
    },
    picture,
  );
  const help = h(
    "p",
    { class: "hidden", id: "map-help" },
    "Plus and minus zoom, the arrow keys move, and 0 shows everything. With a mouse: drag, double-click, or use the " +
      "wheel with Ctrl.",
  );
  const zoomBar = h(
    "div",
    { class: "zoom", role: "group", "aria-label": "Zoom of the map" },
    button("−", () => zoom(0.5), { "aria-label": "Zoom out" }),
    button("+", () => zoom(2), { "aria-label": "Zoom in" }),
    button("Show all", () => reset()),
  );
  const element = h(
    "div",
    {},
    h("div", { class: "bar" }, h("h3", { id: "map-title" }, "Address map"), zoomBar),
    frame,
    legend(),
    help,
  );

  let sections: Section[] = [];
  let [scale, left, top] = [1, 0, 0]; // of the rows; texts keep their size
  let width = 640;
  const height = (): number => Math.max(120, frame.clientHeight);
  const rowHeight = (rows: number): number => (rows >= 16 ? 17 : rows >= 8 ? 22 : 26);
  const heightOf = ({ rows }: Section): number => HEAD + rows * rowHeight(rows) + GAP;
  const total = (): number => sections.reduce((sum, section) => sum + heightOf(section), 0);

  function clamp(): void {
    scale = Math.min(MAX_SCALE, Math.max(1, scale));
    const inner = width - LEFT - 10;
    left = Math.max(0, Math.min(left, inner * (scale - 1)));
    top = Math.max(0, Math.min(top, Math.max(0, total() * Math.min(scale, 8) - height())));
  }

  /** Heights grow less than widths: a row is only ever as high as it can be read. */
  const vertical = (): number => Math.min(scale, 8);

  function zoom(factor: number, atX = (width - LEFT) / 2, atY = height() / 2): void {
    const before = [scale, vertical()] as const;
    scale *= factor;
    scale = Math.min(MAX_SCALE, Math.max(1, scale));
    left = (left + atX) * (scale / before[0]) - atX;
    top = (top + atY) * (vertical() / before[1]) - atY;
    clamp();
    draw();
  }

  function reset(): void {
    [scale, left, top] = [1, 0, 0];
    draw();
  }

  /** Where a block is in its section, without zoom: x from 0 to 1, y in rows. */
  function spot(
    section: Section,
    { first, last }: { first: number; last: number },
  ): { x: number; w: number; y: number; h: number } {
    const row = 2 ** (32 - section.prefixLength) / section.rows;
    const start = first - section.first;
    const count = last - first + 1;
    if (count >= row) return { x: 0, w: 1, y: start / row, h: count / row };
    return { x: (start % row) / row, w: count / row, y: Math.floor(start / row), h: 1 };
  }

  function draw(): void {
    width = Math.max(280, frame.clientWidth || 640);
    clamp();
    const inner = width - LEFT - 10;
    const parts: SVGElement[] = [patterns()];
    let y = 0;
    const view = height();
    for (const section of sections) {
      const k = vertical();
      const start = y * k - top;
      y += heightOf(section);
      if (start > view || start + heightOf(section) * k < 0) continue;
      const body = start + HEAD;
      const rowSize = 2 ** (32 - section.prefixLength) / section.rows;
      const scaledRow = (heightOf(section) * k - HEAD - GAP) / section.rows;
      const free = section.free.size > 0 ? `  ·  ${section.free.size.toLocaleString("en")} free` : "";
      const pool = section.pool ? `${section.pool.names[0] ?? "pool"}  ` : "";
      const title = `${pool}${addressOf(section.first)}/${section.prefixLength}${free}`;
      // If it does not fit, the largest block is left out; the list below the map has it, too.
      const whole = `${title}${free === "" ? "" : `, largest ${section.free.largest ?? "none"}`}`;
      parts.push(
        svg("text", { class: "section-title", x: 8, y: start + 15 }, whole.length * 7 <= width - 16 ? whole : title),
      );
      const clip = `clip-${section.first}`;
      const group = svg("g", { "clip-path": `url(#${clip})` });
      parts.push(
        svg(
          "clipPath",
          { id: clip },
          svg("rect", { x: LEFT, y: body, width: inner, height: scaledRow * section.rows }),
        ),
      );
      group.append(
        svg("rect", {
          class: section.pool ? "ground pool" : "ground",
          x: LEFT,
          y: body,
          width: inner,
          height: scaledRow * section.rows,
        }),
      );
      for (let row = 0; row < section.rows; row += 1) {
        const at = body + row * scaledRow;
        if (at > view + 20 || at + scaledRow < -20) continue;
        if (row > 0) group.append(svg("line", { class: "grid", x1: LEFT, x2: LEFT + inner, y1: at, y2: at }));
        const from = section.first + row * rowSize + Math.floor((left / (inner * scale)) * rowSize);
        parts.push(
          svg("text", { class: "row-label", x: LEFT - 6, y: at + Math.min(scaledRow, 40) / 2 + 4 }, addressOf(from)),
        );
      }
      for (let part = 1; part < 16; part += 1) {
        const x = LEFT + (part / 16) * inner * scale - left;
        if (x > LEFT && x < LEFT + inner)
          group.append(
            svg("line", { class: "grid fine", x1: x, x2: x, y1: body, y2: body + scaledRow * section.rows }),
          );
      }
      const sorted = [...section.blocks].sort((a, b) => b.last - b.first - (a.last - a.first));
      for (const block of sorted) {
        const around = sorted.filter(
          (other) =>
            other !== block &&
            other.first <= block.first &&
            other.last >= block.last &&
            sorted.indexOf(other) < sorted.indexOf(block),
        ).length;
        const { x, w, y: row, h: rows } = spot(section, block);
        const inset = 1 + Math.min(3, around) * 2.5;
        const rect = {
          x: LEFT + x * inner * scale - left + 1,
          y: body + row * scaledRow + inset,
          width: Math.max(3, w * inner * scale - 2),
          height: Math.max(3, rows * scaledRow - 2 * inset),
        };
        if (rect.x > width || rect.x + rect.width < LEFT || rect.y > view || rect.y + rect.height < 0) continue;
        // The label must not cover the blocks inside it.
        const within = sorted
          .filter((other) => other !== block && other.first > block.first && other.last <= block.last)
          .map((other) => other.first);
        const next =
          within.length === 0
            ? Infinity
            : LEFT + spot(section, { first: Math.min(...within), last: Math.min(...within) }).x * inner * scale - left;
        group.append(shape(block, rect, rows > 1 ? Infinity : next));
      }
      parts.push(group);
    }
    if (sections.length === 0)
      parts.push(
        svg(
          "text",
          { class: "section-title", x: 16, y: 32 },
          "No CIDR blocks yet. Add a network to the program, or plan networks below.",
        ),
      );
    picture.setAttribute("viewBox", `0 0 ${width} ${view}`);
    picture.replaceChildren(...parts);
  }

  function shape(
    block: CidrBlock,
    rect: { x: number; y: number; width: number; height: number },
    end: number,
  ): SVGElement {
    const clash = block.overlaps.length > 0;
    const what =
      `${block.names.join(", ")}: ${block.cidrBlock}, ` +
      `${ROLE_NAMES[block.role]}${clash ? `, overlaps ${block.overlaps.join(", ")}` : ""}`;
    const group = svg(
      "g",
      {
        class: `cidr ${block.role}${clash ? " clash" : ""}`,
        "data-cidr": block.cidrBlock,
        onclick: () => chosen(block),
      },
      svg("title", {}, what),
      svg("rect", { ...rect, rx: 2 }),
    );
    if (block.isShared === true) group.append(svg("rect", { ...rect, rx: 2, class: "cross" }));
    const from = Math.max(rect.x, LEFT) + 6;
    const room = Math.min(rect.x + rect.width, width - 10, end) - from - 4;
    const name = block.names.length > 2 ? `${block.names[0]} +${block.names.length - 1}` : block.names.join(", ");
    const texts = [`${name}  ${block.cidrBlock}`, name, block.cidrBlock].map(
      (text) => [text, text.length * 6.3] as const,
    );
    const fitting = texts.find(([, wide]) => wide <= room);
    if (fitting !== undefined && rect.height >= 11) {
      const y = rect.y + Math.min(rect.height, 30) / 2 + 3.5;
      group.append(
        svg("rect", { class: "plate", x: from - 3, y: y - 10, width: fitting[1] + 5, height: 13, rx: 2 }),
        svg("text", { class: "label", x: from, y }, fitting[0]),
      );
    }
    return group;
  }

  frame.addEventListener(
    "wheel",
    (event) => {
      // The wheel alone scrolls the page; with Ctrl (or a pinch) it zooms, as in other maps.
      if (!event.ctrlKey && !event.metaKey && scale === 1) return;
      event.preventDefault();
      const box = frame.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey)
        zoom(event.deltaY < 0 ? 1.25 : 0.8, event.clientX - box.left - LEFT, event.clientY - box.top);
      else pan(event.deltaX, event.deltaY);
    },
    { passive: false },
  );
  frame.addEventListener("dblclick", (event) => {
    const box = frame.getBoundingClientRect();
    zoom(2, event.clientX - box.left - LEFT, event.clientY - box.top);
  });
  let held: { x: number; y: number } | undefined;
  frame.addEventListener("pointerdown", (event) => {
    held = { x: event.clientX, y: event.clientY };
  });
  window.addEventListener("pointerup", () => {
    held = undefined;
    frame.classList.remove("moving");
  });
  frame.addEventListener("pointermove", (event) => {
    if (held === undefined || event.buttons === 0) return;
    frame.classList.add("moving");
    pan(held.x - event.clientX, held.y - event.clientY);
    held = { x: event.clientX, y: event.clientY };
  });

  function pan(x: number, y: number): void {
    left += x;
    top += y;
    clamp();
    draw();
  }

  const KEYS: { [key: string]: () => void } = {
    "+": () => zoom(2),
    "=": () => zoom(2),
    "-": () => zoom(0.5),
    "0": () => reset(),
    ArrowLeft: () => pan(-60, 0),
    ArrowRight: () => pan(60, 0),
    ArrowUp: () => pan(0, -40),
    ArrowDown: () => pan(0, 40),
  };
  frame.addEventListener("keydown", (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  new ResizeObserver(() => draw()).observe(frame);

  return {
    element,
    show(next) {
      sections = next;
      const wanted = Math.min(470, Math.max(240, window.innerHeight * 0.52), Math.max(150, total() + 4));
      frame.style.height = `${wanted}px`;
      draw();
    },
    goTo(block) {
      let y = 0;
      for (const section of sections) {
        if (section.blocks.includes(block)) {
          const { x, w, y: row } = spot(section, block);
          const inner = width - LEFT - 10;
          scale = Math.max(1, Math.min(MAX_SCALE, 0.3 / w));
          left = (x + w / 2) * inner * scale - inner / 2;
          const k = vertical();
          const scaledRow = (heightOf(section) * k - HEAD - GAP) / section.rows;
          top = y * k + HEAD + row * scaledRow - height() / 3;
          clamp();
          draw();
          say(`The map shows ${block.names.join(", ")}, ${block.cidrBlock}`);
        }
        y += heightOf(section);
      }
    },
  };
}

/** Roles differ in pattern, not only in colour. */
function patterns(): SVGElement {
  const pattern = (id: string, size: number, ...children: SVGElement[]) =>
    svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, ...children);
  return svg(
    "defs",
    {},
    pattern(
      "dots",
      6,
      svg("circle", { class: "ink-route", cx: 1.5, cy: 1.5, r: 1.1 }),
      svg("circle", { class: "ink-route", cx: 4.5, cy: 4.5, r: 1.1 }),
    ),
    pattern("lines", 6, svg("path", { class: "ink-reserved", d: "M0 6L6 0M-1 1L1 -1M5 7L7 5" })),
    pattern("cross", 7, svg("path", { class: "ink-clash", d: "M0 0L7 7M7 0L0 7" })),
    pattern("planned", 5, svg("path", { class: "ink-planned", d: "M0 2.5H5" })),
  );
}

/** The meaning of the patterns. */
function legend(): HTMLElement {
  const entry = (role: CidrRole | "free", text: string, clash = false) =>
    h(
      "li",
      {},
      svg(
        "svg",
        { width: 22, height: 14, "aria-hidden": "true", class: "swatch" },
        svg(
          "g",
          { class: `cidr ${role}${clash ? " clash" : ""}` },
          svg("rect", { x: 1, y: 1, width: 20, height: 12, rx: 2 }),
          clash && svg("rect", { x: 1, y: 1, width: 20, height: 12, rx: 2, class: "cross" }),
        ),
      ),
      text,
    );
  return h(
    "ul",
    { class: "legend", "aria-label": "Legend" },
    entry("network", "network"),
    entry("planned", "planned"),
    entry("route", "route to your own network"),
    entry("notable", "known to clash"),
    entry("network", "overlap", true),
    entry("free", "free"),
  );
}
