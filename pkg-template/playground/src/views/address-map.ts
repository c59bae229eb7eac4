// The picture: each part of the address space as rows that are read like text, every block a rectangle in them.
import { addressOf, KIND_WORDS, type Block, type Panel } from "../blocks";
import { button, h, svg } from "../dom";

const LEFT = 98; // room for the address at the beginning of a row
const HEAD = 22;
const GAP = 14;
const MOST = 4096;

export interface AddressMap {
  element: HTMLElement;
  show(panels: Panel[]): void;
  /** Zooms to a block. */
  goTo(block: Block): void;
}

export function addressMap(chosen: (block: Block) => void, say: (text: string) => void): AddressMap {
  const picture = svg("svg", { class: "map", "aria-hidden": "true", focusable: "false" });
  const frame = h(
    "div",
    {
      class: "frame",
      tabindex: 0,
      role: "group",
      "aria-roledescription": "map",
      "aria-describedby": "map-help",
      "aria-label": "Address map; the table below has the same blocks",
    },
    picture,
  );
  const help = h(
    "p",
    { class: "hidden", id: "map-help" },
    "Plus and minus zoom, arrow keys move, 0 shows all. With a mouse: drag, double-click, wheel with Ctrl.",
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

  let panels: Panel[] = [];
  let [scale, left, top] = [1, 0, 0]; // of the rows; texts keep their size
  let width = 640;
  const height = (): number => Math.max(120, frame.clientHeight);
  const rowHeight = (rows: number): number => (rows >= 16 ? 17 : rows >= 8 ? 22 : 26);
  const heightOf = ({ rows }: Panel): number => HEAD + rows * rowHeight(rows) + GAP;
  const total = (): number => panels.reduce((sum, panel) => sum + heightOf(panel), 0);

  function clamp(): void {
    scale = Math.min(MOST, Math.max(1, scale));
    const inner = width - LEFT - 10;
    left = Math.max(0, Math.min(left, inner * (scale - 1)));
    top = Math.max(0, Math.min(top, Math.max(0, total() * Math.min(scale, 8) - height())));
  }

  /** Heights grow less than widths: a row is only ever as high as it can be read. */
  const vertical = (): number => Math.min(scale, 8);

  function zoom(factor: number, atX = (width - LEFT) / 2, atY = height() / 2): void {
    const before = [scale, vertical()] as const;
    scale *= factor;
    scale = Math.min(MOST, Math.max(1, scale));
    left = (left + atX) * (scale / before[0]) - atX;
    top = (top + atY) * (vertical() / before[1]) - atY;
    clamp();
    draw();
  }

  function reset(): void {
    [scale, left, top] = [1, 0, 0];
    draw();
  }

  /** Where a block is inside its panel, without zoom: x from 0 to 1, y in rows. */
  function spot(
    panel: Panel,
    { first, last }: { first: number; last: number },
  ): { x: number; w: number; y: number; h: number } {
    const row = 2 ** (32 - panel.prefix) / panel.rows;
    const start = first - panel.first;
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
    for (const panel of panels) {
      const k = vertical();
      const start = y * k - top;
      y += heightOf(panel);
      if (start > view || start + heightOf(panel) * k < 0) continue;
      const body = start + HEAD;
      const rowSize = 2 ** (32 - panel.prefix) / panel.rows;
      const scaledRow = (heightOf(panel) * k - HEAD - GAP) / panel.rows;
      const free = panel.free.size > 0 ? `  ·  ${panel.free.size.toLocaleString("en")} free` : "";
      const pool = panel.pool ? `${panel.pool.names[0] ?? "pool"}  ` : "";
      const title = `${pool}${addressOf(panel.first)}/${panel.prefix}${free}`;
      // Where there is no room for all of it: the list below the map has the largest block, too.
      const whole = `${title}${free === "" ? "" : `, largest ${panel.free.largest ?? "none"}`}`;
      parts.push(
        svg("text", { class: "panel-title", x: 8, y: start + 15 }, whole.length * 7 <= width - 16 ? whole : title),
      );
      const clip = `clip-${panel.first}`;
      const group = svg("g", { "clip-path": `url(#${clip})` });
      parts.push(
        svg("clipPath", { id: clip }, svg("rect", { x: LEFT, y: body, width: inner, height: scaledRow * panel.rows })),
      );
      group.append(
        svg("rect", {
          class: panel.pool ? "ground pool" : "ground",
          x: LEFT,
          y: body,
          width: inner,
          height: scaledRow * panel.rows,
        }),
      );
      for (let row = 0; row < panel.rows; row += 1) {
        const at = body + row * scaledRow;
        if (at > view + 20 || at + scaledRow < -20) continue;
        if (row > 0) group.append(svg("line", { class: "grid", x1: LEFT, x2: LEFT + inner, y1: at, y2: at }));
        const from = panel.first + row * rowSize + Math.floor((left / (inner * scale)) * rowSize);
        parts.push(
          svg("text", { class: "row-label", x: LEFT - 6, y: at + Math.min(scaledRow, 40) / 2 + 4 }, addressOf(from)),
        );
      }
      for (let part = 1; part < 16; part += 1) {
        const x = LEFT + (part / 16) * inner * scale - left;
        if (x > LEFT && x < LEFT + inner)
          group.append(svg("line", { class: "grid fine", x1: x, x2: x, y1: body, y2: body + scaledRow * panel.rows }));
      }
      const sorted = [...panel.blocks].sort((a, b) => b.last - b.first - (a.last - a.first));
      for (const block of sorted) {
        const around = sorted.filter(
          (other) =>
            other !== block &&
            other.first <= block.first &&
            other.last >= block.last &&
            sorted.indexOf(other) < sorted.indexOf(block),
        ).length;
        const { x, w, y: row, h: rows } = spot(panel, block);
        const inset = 1 + Math.min(3, around) * 2.5;
        const rect = {
          x: LEFT + x * inner * scale - left + 1,
          y: body + row * scaledRow + inset,
          width: Math.max(3, w * inner * scale - 2),
          height: Math.max(3, rows * scaledRow - 2 * inset),
        };
        if (rect.x > width || rect.x + rect.width < LEFT || rect.y > view || rect.y + rect.height < 0) continue;
        // What lies inside of it is not written over.
        const within = sorted
          .filter((other) => other !== block && other.first > block.first && other.last <= block.last)
          .map((other) => other.first);
        const next =
          within.length === 0
            ? Infinity
            : LEFT + spot(panel, { first: Math.min(...within), last: Math.min(...within) }).x * inner * scale - left;
        group.append(shape(block, rect, rows > 1 ? Infinity : next));
      }
      parts.push(group);
    }
    if (panels.length === 0)
      parts.push(
        svg(
          "text",
          { class: "panel-title", x: 16, y: 32 },
          "No address blocks yet: write a network, or plan some below.",
        ),
      );
    picture.setAttribute("viewBox", `0 0 ${width} ${view}`);
    picture.replaceChildren(...parts);
  }

  function shape(block: Block, rect: { x: number; y: number; width: number; height: number }, end: number): SVGElement {
    const clash = block.overlaps.length > 0;
    const what =
      `${block.names.join(", ")}: ${block.block}, ` +
      `${KIND_WORDS[block.kind]}${clash ? `, overlaps ${block.overlaps.join(", ")}` : ""}`;
    const group = svg(
      "g",
      { class: `block ${block.kind}${clash ? " clash" : ""}`, "data-block": block.block, onclick: () => chosen(block) },
      svg("title", {}, what),
      svg("rect", { ...rect, rx: 2 }),
    );
    if (block.shared === true) group.append(svg("rect", { ...rect, rx: 2, class: "cross" }));
    const from = Math.max(rect.x, LEFT) + 6;
    const room = Math.min(rect.x + rect.width, width - 10, end) - from - 4;
    const name = block.names.length > 2 ? `${block.names[0]} +${block.names.length - 1}` : block.names.join(", ");
    const texts = [`${name}  ${block.block}`, name, block.block].map((text) => [text, text.length * 6.3] as const);
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
      // A plain wheel scrolls the page; with Ctrl (or a pinch) it zooms, as maps in pages do.
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
      panels = next;
      const wanted = Math.min(470, Math.max(240, window.innerHeight * 0.52), Math.max(150, total() + 4));
      frame.style.height = `${wanted}px`;
      draw();
    },
    goTo(block) {
      let y = 0;
      for (const panel of panels) {
        const isHere = panel.blocks.includes(block);
        if (isHere) {
          const { x, w, y: row } = spot(panel, block);
          const inner = width - LEFT - 10;
          scale = Math.max(1, Math.min(MOST, 0.3 / w));
          left = (x + w / 2) * inner * scale - inner / 2;
          const k = vertical();
          const scaledRow = (heightOf(panel) * k - HEAD - GAP) / panel.rows;
          top = y * k + HEAD + row * scaledRow - height() / 3;
          clamp();
          draw();
          say(`The map shows ${block.names.join(", ")}, ${block.block}`);
        }
        y += heightOf(panel);
      }
    },
  };
}

/** Kinds differ in pattern, not in colour alone. */
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

/** What the patterns mean. */
function legend(): HTMLElement {
  const entry = (kind: string, text: string, clash = false) =>
    h(
      "li",
      {},
      svg(
        "svg",
        { width: 22, height: 14, "aria-hidden": "true", class: "swatch" },
        svg(
          "g",
          { class: `block ${kind}${clash ? " clash" : ""}` },
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
    entry("route", "route, own network"),
    entry("notable", "known to clash"),
    entry("network", "shared addresses", true),
    entry("free", "free"),
  );
}
