// The backups view: the runs of each scheduled backup over time, the backups that are kept, clashes, the worst loss of
// data, and a plan of new scheduled backups.
import {
  catalogue,
  planBackups,
  schedule,
  simulateBackups,
  type BackupPlan,
  type BackupSimulation,
} from "eventstorecloud-planner";
import type { Answer, App, View } from "../app";
import { andMore, button, duration, h, labelled, plural, prose, select, svg, table } from "../dom";
import { additions } from "../edit-text";
import { inside, type LocatedText, type Range } from "../read";

interface Job {
  name: string;
  schedule: string;
  maxBackupCount: number;
  description: string;
  location: Range | undefined;
}
interface Cluster {
  name: string;
  jobs: Job[];
  clashes: [string, string][];
  simulation: BackupSimulation | undefined;
}
interface Form {
  start: string;
  days: number;
  loss: string;
  hourly: string;
  daily: string;
  weekly: string;
  from: string;
  to: string;
  clusters: string[] | undefined;
}

const DAY = 86_400_000;
/** The numbers of days to choose from. */
const SPANS = [7, 14, 31, 92];
/** How many runs of a day the calendar shows. */
const MAX_RUNS_OF_DAY = 5;
/** How many clusters are drawn at once. */
const CLUSTERS_AT_ONCE = 12;
/** How many clusters can be selected for a plan. */
const MAX_CHOICES = 30;

/** The scheduled backups by cluster; those with unknown or invalid schedules are left out. */
function clustersOf({ resources }: LocatedText): Map<string, Job[]> {
  const clusters = new Map<string, Job[]>();
  for (const { kind, name } of resources.all) if (kind.endsWith("ManagedCluster")) clusters.set(name, []);
  for (const { kind, name, args } of resources.all) {
    if (!kind.endsWith("ScheduledBackup")) continue;
    const value = (key: string): unknown => inside(args, key)?.value;
    const cluster = (value("sourceClusterId") as { ref?: unknown } | undefined)?.ref;
    const owner = typeof cluster === "string" ? cluster : "unknown cluster";
    const text = value("schedule");
    const count = value("maxBackupCount");
    if (typeof text !== "string" || typeof count !== "number") continue;
    try {
      const { description } = schedule.parse(text);
      clusters.set(owner, [
        ...(clusters.get(owner) ?? []),
        { name, schedule: text, maxBackupCount: count, description, location: inside(args, "schedule") },
      ]);
    } catch {
      // the check reports the invalid schedule
    }
  }
  return clusters;
}

export function backupsView(app: App): View {
  let form: Form = {
    start: catalogue().asOf,
    days: 14,
    loss: "6",
    hourly: "",
    daily: "7",
    weekly: "4",
    from: "22:00",
    to: "04:00",
    clusters: undefined,
  };
  let plan: BackupPlan | undefined;
  let withWindow = false;
  const controls = h("div", { class: "bar wrap" });
  const pictures = h("div", { class: "stack" });
  const formSlot = h("div");
  const planSlot = h("div", { class: "result" });
  const panel = h(
    "div",
    { class: "stack" },
    controls,
    pictures,
    h(
      "section",
      { "aria-labelledby": "backup-plan-title" },
      h("h3", { id: "backup-plan-title" }, "Plan backups from objectives"),
      formSlot,
      planSlot,
    ),
  );

  function drawControls(): void {
    const start = h("input", {
      type: "date",
      value: form.start,
      onchange: () => {
        if (start.value !== "") {
          form.start = start.value;
          show(app.answer);
          app.touched();
        }
      },
    });
    const days = select(
      SPANS.map((days) => [String(days), `${days} days`] as const),
      String(form.days),
      (value) => {
        form.days = Number(value);
        show(app.answer);
        app.touched();
      },
    );
    controls.replaceChildren(
      h("h3", {}, "Backups"),
      h("span", { class: "grow" }),
      labelled("backups-start", "From", start),
      labelled("backups-days", "Over", days),
    );
  }

  function simulate(name: string, jobs: Job[]): Cluster {
    const from = `${form.start}T00:00:00Z`;
    const to = new Date(Date.parse(from) + form.days * DAY - 60_000).toISOString();
    const clashes: [string, string][] = [];
    for (const [index, a] of jobs.entries())
      for (const b of jobs.slice(index + 1)) if (schedule.clash(a.schedule, b.schedule)) clashes.push([a.name, b.name]);
    let simulation: BackupSimulation | undefined;
    try {
      simulation =
        jobs.length === 0
          ? undefined
          : simulateBackups({
              jobs: jobs.map(({ name, schedule, maxBackupCount }) => ({ name, schedule, maxBackupCount })),
              from,
              to,
            });
    } catch {
      simulation = undefined; // the check reports a count that the service rejects
    }
    return { name, jobs, clashes, simulation };
  }

  let drawn = ""; // the state that the pictures show
  let limit = CLUSTERS_AT_ONCE;
  let locations = new Map<string, Job["location"]>(); // of the schedules, which move while somebody types
  function show(answer: Answer): void {
    const clusters = [...clustersOf(answer.located)].map(([name, jobs]) => ({ name, jobs }));
    locations = new Map(clusters.flatMap(({ jobs }) => jobs.map(({ name, location }) => [name, location])));
    // Most changes of the text do not affect backups.
    const state = JSON.stringify([
      form.start,
      form.days,
      limit,
      clusters.map(({ name, jobs }) => [name, ...jobs.map((job) => ({ ...job, location: undefined }))]),
    ]);
    if (state === drawn) return;
    drawn = state;
    const withJobs = clusters.filter(({ jobs }) => jobs.length > 0);
    const backed = withJobs.slice(0, limit).map(({ name, jobs }) => simulate(name, jobs));
    const bare = clusters.filter(({ jobs }) => jobs.length === 0).map(({ name }) => name);
    const left = withJobs.length - backed.length;
    pictures.replaceChildren(
      ...(backed.length === 0
        ? [h("p", { class: "empty" }, "No scheduled backups with a valid schedule. Plan some below.")]
        : []),
      ...backed.map(section),
      ...(left > 0
        ? [
            h(
              "p",
              { class: "note" },
              `and ${plural(left, "more cluster")} with scheduled backups. `,
              button(
                `Show ${Math.min(left, CLUSTERS_AT_ONCE)} more`,
                () => {
                  limit += CLUSTERS_AT_ONCE;
                  show(app.answer);
                  pictures.querySelectorAll(".cluster")[backed.length]?.querySelector("button")?.focus();
                },
                { class: "quiet" },
              ),
            ),
          ]
        : []),
      ...(backed.length > 0 ? [calendar(backed)] : []),
      ...(bare.length > 0
        ? [
            h(
              "p",
              { class: "note" },
              "No scheduled backup: " +
                `${bare.slice(0, 20).join(", ")}${bare.length > 20 ? ` and ${bare.length - 20} more` : ""}.`,
            ),
          ]
        : []),
    );
    if (formSlot.dataset.clusters !== clusters.map(({ name }) => name).join())
      drawForm(clusters.map(({ name }) => name));
  }

  function section({ name, jobs, clashes, simulation }: Cluster): HTMLElement {
    const fact = (label: string, value: string, bad = false) =>
      h("div", { class: bad ? "fact bad" : "fact" }, h("dt", {}, label), h("dd", {}, value));
    const kept = new Set(simulation?.keptAt.map(({ at, job }) => `${job} ${at}`));
    const rows = jobs.map((job) => [
      button(
        job.name,
        () => {
          const location = locations.get(job.name);
          if (location) app.jump(location);
        },
        { class: "link" },
      ),
      h("code", {}, job.schedule),
      job.description,
      String(job.maxBackupCount),
      String(simulation?.keptAt.filter((point) => point.job === job.name).length ?? 0),
      clashes
        .filter((pair) => pair.includes(job.name))
        .map(([a, b]) => (a === job.name ? b : a))
        .join(", "),
    ]);
    return h(
      "section",
      { class: "cluster", "aria-label": `Backups of ${name}` },
      h(
        "div",
        { class: "bar wrap" },
        h("h4", {}, name),
        h(
          "dl",
          { class: "facts" },
          fact("worst loss", duration(simulation?.worstLossMinutes)),
          fact("restore points at the end", String(simulation?.keptBackups ?? 0)),
          fact("oldest", duration(simulation?.oldestRestorePointMinutes)),
          fact(
            "clashes",
            clashes.length === 0 ? "none" : clashes.map((pair) => pair.join(" and ")).join(", "),
            clashes.length > 0,
          ),
        ),
      ),
      simulation === undefined ? null : timeline(jobs, simulation, kept),
      table(`Jobs of ${name}`, ["Job", "Schedule", "Description", "Maximum", "Kept at the end", "Clashes with"], rows),
      simulation === undefined ? null : runTable(name, simulation, kept),
    );
  }

  /** The runs of the timeline as a table, which is collapsed at first. */
  function runTable(name: string, simulation: BackupSimulation, kept: Set<string>): HTMLElement {
    const slot = h("div");
    const details = h(
      "details",
      {
        ontoggle: () => {
          if (!details.open || slot.childElementCount > 0) return;
          const near = nearRuns(simulation);
          slot.append(
            table(
              `Runs of ${name}`,
              ["Start (UTC)", "Job", "At the end", "Clash"],
              simulation.runs
                .slice(0, 300)
                .map(({ at, job }) => [
                  at.replace("T", " ").slice(0, 16),
                  job,
                  kept.has(`${job} ${at}`) ? "kept" : "deleted",
                  near.has(`${job} ${at}`) ? "too close to another job" : "",
                ]),
            ),
          );
        },
      },
      h(
        "summary",
        {},
        `The ${plural(simulation.total, "run")} as a table${simulation.total > 300 ? " (the first 300)" : ""}`,
      ),
      slot,
    );
    return details;
  }

  function nearRuns({ runs }: BackupSimulation): Set<string> {
    const distance = (catalogue().backupLimits[0]?.minJobDistanceMinutes ?? 0) * 60_000;
    const near = new Set<string>();
    for (const [index, run] of runs.entries()) {
      for (let next = index + 1; next < runs.length; next += 1) {
        const other = runs[next];
        if (other === undefined || Date.parse(other.at) - Date.parse(run.at) >= distance) break;
        if (other.job !== run.job) near.add(`${run.job} ${run.at}`).add(`${other.job} ${other.at}`);
      }
    }
    return near;
  }

  function timeline(jobs: Job[], simulation: BackupSimulation, kept: Set<string>): HTMLElement {
    const [left, lane, head] = [120, 24, 20];
    const box = h("div", {
      class: "timeline",
      tabindex: 0,
      role: "group",
      "aria-label": "Timeline of the runs; the table below lists the same runs",
    });
    const near = nearRuns(simulation);
    const start = Date.parse(`${form.start}T00:00:00Z`);
    const span = form.days * DAY;
    const draw = (): void => {
      const width = Math.max(300, box.clientWidth || 640);
      const inner = width - left - 12;
      const height = head + jobs.length * lane + 6;
      const x = (at: string): number => left + ((Date.parse(at) - start) / span) * inner;
      const parts: SVGElement[] = [];
      const every = form.days > 62 ? 14 : form.days > 21 ? 7 : inner / form.days < 25 ? 3 : 1;
      for (let day = 0; day <= form.days; day += 1) {
        const at = left + (day / form.days) * inner;
        const date = new Date(start + day * DAY);
        const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
        if (weekend && day < form.days)
          parts.push(
            svg("rect", { class: "weekend", x: at, y: head, width: inner / form.days, height: height - head - 6 }),
          );
        if (form.days <= 31 || day % 7 === 0)
          parts.push(svg("line", { class: "grid", x1: at, x2: at, y1: head - 4, y2: height - 6 }));
        // The name of a month is as wide as two days.
        const crowded = every === 1 && (day === 1 || date.getUTCDate() === 2) && inner / form.days < 46;
        if (day % every === 0 && day < form.days && !crowded)
          parts.push(
            svg(
              "text",
              { class: "day", x: at + 3, y: 12 },
              every === 1 && day > 0 && date.getUTCDate() > 1
                ? date.getUTCDate()
                : date.toLocaleDateString("en", { day: "numeric", month: "short", timeZone: "UTC" }),
            ),
          );
      }
      for (const [index, job] of jobs.entries()) {
        const y = head + index * lane + lane / 2;
        const label = job.name.length > 18 ? `${job.name.slice(0, 17)}…` : job.name;
        parts.push(
          svg("text", { class: "lane", x: left - 8, y: y + 4 }, label),
          svg("line", { class: "axis", x1: left, x2: left + inner, y1: y, y2: y }),
        );
        const mine = simulation.runs.filter((run) => run.job === job.name);
        const dense = inner / Math.max(1, mine.length) < 9;
        for (const { at } of mine) {
          const isKept = kept.has(`${job.name} ${at}`);
          const center = x(at);
          const mark = isKept
            ? svg("circle", { class: "kept", cx: center, cy: y, r: dense ? 3 : 4.5 })
            : svg("path", { class: "deleted", d: `M${center} ${y - 4.5}V${y + 4.5}` });
          mark.append(
            svg(
              "title",
              {},
              `${job.name}, ${at.replace("T", " ").slice(0, 16)} UTC, ` +
                `${isKept ? "kept at the end" : "deleted before the end"}`,
            ),
          );
          parts.push(mark);
          if (near.has(`${job.name} ${at}`))
            parts.push(svg("path", { class: "near", d: `M${center - 4} ${y - 7}h8l-4 6z` }));
        }
      }
      box.replaceChildren(
        svg("svg", { viewBox: `0 0 ${width} ${height}`, height, "aria-hidden": "true", focusable: "false" }, ...parts),
      );
    };
    new ResizeObserver(draw).observe(box);
    const mark = (d: string, name: string, text: string) =>
      h("li", {}, svg("svg", { width: 14, height: 14, "aria-hidden": "true" }, svg("path", { class: name, d })), text);
    return h(
      "div",
      {},
      box,
      h(
        "ul",
        { class: "legend", "aria-label": "Legend of the timeline" },
        mark("M7 2.5a4.5 4.5 0 1 0 0.01 0z", "kept", "kept at the end"),
        mark("M7 2.5V11.5", "deleted", "deleted before the end"),
        mark("M3 3h8l-4 7z", "near", "too close to another job"),
      ),
    );
  }

  let calendarCluster = ""; // the cluster whose calendar is shown
  function calendar(clusters: Cluster[]): HTMLElement {
    const shown = clusters.find(({ name }) => name === calendarCluster) ?? clusters[0];
    const names = clusters.map(({ name }) => [name, name] as const);
    const choice = select(names, shown?.name ?? "", (name) => {
      calendarCluster = name;
      const next = calendar(clusters);
      element.replaceWith(next);
      next.querySelector("select")?.focus();
    });
    const byDay = new Map<string, Map<string, string[]>>();
    for (const { at, job } of shown?.simulation?.runs ?? []) {
      const day = at.slice(0, 10);
      const jobs = byDay.get(day) ?? new Map<string, string[]>();
      byDay.set(day, jobs.set(job, [...(jobs.get(job) ?? []), at.slice(11, 16)]));
    }
    const short = (job: string): string =>
      job.startsWith(`${shown?.name}-`) ? job.slice((shown?.name.length ?? 0) + 1) : job;
    /** The runs of a day: first the rare ones, with their time, then the frequent ones, with their number. */
    const runsOf = (date: Date): string[] =>
      [...(byDay.get(date.toISOString().slice(0, 10)) ?? [])]
        .sort(([, a], [, b]) => a.length - b.length || (a[0] ?? "").localeCompare(b[0] ?? ""))
        .map(([job, times]) => (times.length === 1 ? `${times[0]} ${short(job)}` : `${times.length}× ${short(job)}`));
    const first = new Date(`${form.start}T00:00:00Z`);
    const monday = first.getTime() - ((first.getUTCDay() + 6) % 7) * DAY;
    const end = first.getTime() + Math.min(form.days, 31) * DAY;
    const weeks: HTMLTableRowElement[] = [];
    for (let week = monday; week < end; week += 7 * DAY) {
      weeks.push(
        h(
          "tr",
          {},
          ...Array.from({ length: 7 }, (_, index) => {
            const date = new Date(week + index * DAY);
            if (date < first || date.getTime() >= end) return h("td", { class: "outside" });
            const runs = runsOf(date);
            return h(
              "td",
              {},
              h(
                "b",
                {},
                date.getUTCDate() === 1 || date.getTime() === first.getTime()
                  ? date.toLocaleDateString("en", { day: "numeric", month: "short", timeZone: "UTC" })
                  : date.getUTCDate(),
              ),
              ...runs.slice(0, MAX_RUNS_OF_DAY).map((run) => h("span", { class: "run", title: run }, run)),
              runs.length > MAX_RUNS_OF_DAY
                ? h("span", { class: "note" }, `+${runs.length - MAX_RUNS_OF_DAY} more`)
                : null,
            );
          }),
        ),
      );
    }
    const element = h(
      "section",
      { "aria-label": "Calendar" },
      h(
        "div",
        { class: "bar" },
        h("h3", {}, "Calendar (UTC)"),
        h("span", { class: "grow" }),
        labelled("calendar-cluster", "Cluster", choice),
      ),
      h(
        "div",
        { class: "table calendar", tabindex: 0, role: "region", "aria-label": "Calendar of the runs" },
        h(
          "table",
          {},
          h("caption", { class: "hidden" }, "Calendar of the runs"),
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              ...["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((day) => h("th", { scope: "col" }, day)),
            ),
          ),
          h("tbody", {}, ...weeks),
        ),
      ),
    );
    return element;
  }

  function drawForm(names: string[]): void {
    formSlot.dataset.clusters = names.join();
    const number = (label: string, key: "loss" | "hourly" | "daily" | "weekly") => {
      const field = h("input", {
        type: "number",
        min: 0,
        step: key === "loss" ? "any" : 1,
        value: form[key],
        class: "narrow",
        oninput: () => {
          form[key] = field.value;
          app.touched();
        },
      });
      return labelled(`backups-${key}`, label, field);
    };
    const time = (label: string, key: "from" | "to") => {
      const field = h("input", {
        type: "time",
        value: form[key],
        oninput: () => {
          form[key] = field.value;
          app.touched();
        },
      });
      return labelled(`backups-${key}`, label, field);
    };
    const only = h("input", {
      type: "checkbox",
      onchange: () => {
        withWindow = only.checked;
      },
    });
    only.checked = withWindow;
    const boxes = names.slice(0, MAX_CHOICES).map((name) => {
      const box = h("input", {
        type: "checkbox",
        onchange: () => {
          form.clusters = [...formSlot.querySelectorAll<HTMLInputElement>("input[name=cluster]:checked")].map(
            ({ value }) => value,
          );
          app.touched();
        },
        name: "cluster",
        value: name,
      });
      box.checked = form.clusters?.includes(name) ?? true;
      return h("label", { class: "check" }, box, ` ${name}`);
    });
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
        h(
          "fieldset",
          { class: "wrap" },
          h("legend", {}, "Clusters"),
          ...(boxes.length === 0 ? [h("p", { class: "note" }, "The program has no managed clusters.")] : boxes),
          andMore(names.length - MAX_CHOICES, "cluster", ", which are not part of the plan"),
        ),
        h(
          "fieldset",
          { class: "wrap" },
          h("legend", {}, "Objectives"),
          number("Maximum loss (hours)", "loss"),
          number("Hourly backups to keep", "hourly"),
          number("daily", "daily"),
          number("weekly", "weekly"),
        ),
        h(
          "fieldset",
          { class: "wrap" },
          h("legend", {}, "Window (UTC)"),
          h("label", { class: "check" }, only, " only start backups"),
          time("from", "from"),
          time("to", "to"),
        ),
        h("button", { class: "primary", type: "submit", disabled: boxes.length === 0 }, "Plan"),
      ),
    );
  }

  function run(): void {
    show(app.answer);
    const clusters = [...formSlot.querySelectorAll<HTMLInputElement>("input[name=cluster]:checked")].map(
      ({ value }) => value,
    );
    const keep = Object.fromEntries(
      (["hourly", "daily", "weekly"] as const)
        .filter((key) => form[key] !== "" && Number(form[key]) > 0)
        .map((key) => [key, Number(form[key])]),
    );
    try {
      plan = planBackups({
        clusters,
        objectives: {
          ...(form.loss === "" ? {} : { maxLossHours: Number(form.loss) }),
          ...(Object.keys(keep).length > 0 ? { keep } : {}),
        },
        ...(withWindow ? { window: { from: form.from, to: form.to } } : {}),
      });
    } catch (error) {
      plan = undefined;
      planSlot.replaceChildren(
        h("p", { class: "error-text", role: "alert" }, error instanceof Error ? error.message : String(error)),
      );
      return;
    }
    showPlan();
    app.say(
      plan.ok
        ? `${plural(plan.jobs.length, "scheduled backup")} planned`
        : `${plural(plan.problems.length, "objective")} cannot be met`,
    );
  }

  function showPlan(): void {
    if (plan === undefined) return planSlot.replaceChildren();
    planSlot.replaceChildren(
      ...(plan.problems.length > 0
        ? [
            h(
              "ul",
              { class: "error-text" },
              ...plan.problems.map(({ cluster, message, help }) =>
                h("li", {}, prose(`${cluster === undefined ? "" : `${cluster}: `}${message}. ${help}`)),
              ),
            ),
          ]
        : []),
      ...(plan.jobs.length > 0
        ? [
            table(
              "Planned backups",
              ["Cluster", "Job", "Schedule", "Description", "Maximum", "Reason"],
              plan.jobs.map(({ cluster, name, args, words, reason }) => [
                cluster,
                name,
                h("code", {}, args.schedule),
                words,
                String(args.maxBackupCount),
                h("span", { class: "note" }, prose(reason)),
              ]),
            ),
            h(
              "p",
              { class: "note" },
              `The worst loss is ${duration(plan.worstLossMinutes)}. A restore point from ` +
                `${duration(plan.oldestRestorePointMinutes)} ago is always available. ` +
                `Each cluster keeps at most ${plural(plan.keptBackups, "backup")}.`,
            ),
            ...plan.notes.map(({ message }) => h("p", { class: "note" }, prose(message), ".")),
            button("Apply to the program", apply, { class: "primary", id: "apply-backups" }),
          ]
        : []),
    );
  }

  function apply(): void {
    if (plan === undefined) return;
    const { located } = app.answer;
    const project = located.resources.all.find(({ kind }) => kind.endsWith("Project"))?.name;
    const names = new Set(located.resources.all.map(({ name }) => name));
    const resources = plan.jobs
      .filter(({ name }) => !names.has(name))
      .map(({ name, cluster, args }) => ({
        kind: "ScheduledBackup",
        name,
        args: {
          ...(project === undefined ? {} : { projectId: { ref: project } }),
          sourceClusterId: { ref: cluster },
          ...args,
        },
      }));
    const changes = additions(app.text(), located, resources);
    if (changes === undefined)
      return app.say("Backups cannot be added to a single resource; write a document or a program");
    const left = plan.jobs.length - resources.length;
    plan = undefined;
    showPlan();
    app.change(
      changes,
      `${plural(resources.length, "scheduled backup")} added${left > 0 ? `, ${left} already in the program` : ""}`,
    );
  }

  drawControls();
  return {
    name: "backups",
    title: "Backups",
    panel,
    show,
    state: () => form,
    restore(state) {
      form = state as Form;
      if (!SPANS.includes(form.days) || !/^\d{4}-\d\d-\d\d$/.test(form.start))
        throw new RangeError("invalid start or number of days");
      plan = undefined;
      delete formSlot.dataset.clusters;
      drawControls();
      showPlan();
    },
  };
}
