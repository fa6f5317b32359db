import { beforeAll, describe, expect, it } from "vitest";
import { type Fault, isFault } from "../../ground/fault/index.js";
import type { Outcome } from "../../method/index.js";
import { readStudy } from "../plan/read-study.js";
import { recordRun } from "../record/record-run.js";
import { perform, type Task } from "../run/perform.js";
import { runStudy } from "../run/run-study.js";
import type { StudyRun } from "../types.js";

const files: Readonly<Record<string, string>> = {
  "data.csv": [
    "region,year,a,b,c,d",
    ...["p", "q", "r", "s"].flatMap((unit, i) =>
      [2020, 2021].map((year, t) => [unit, year, 3 + i * t, 9 - 2 * i + t, (i * 7 + t * 3) % 5, (i * i + 2 * t) % 6].join(",")),
    ),
    "",
  ].join("\n"),
  "wheels.yaml": `gongfu: framework
id: wheels
names: wheels
levels: [{id: wheel, names: wheel}, {id: group, names: group}, {id: indicator, names: indicator}]
tree:
  - id: E
    names: E
    children:
      - {id: E1, names: E1, children: [{id: a, names: a, unit: u, direction: "+"}, {id: b, names: b, unit: u, direction: "-"}]}
      - {id: E2, names: E2, children: [{id: c, names: c, unit: u, direction: "+"}]}
  - {id: Q, names: Q, children: [{id: Q1, names: Q1, children: [{id: d, names: d, unit: u, direction: "+"}]}]}
`,
};
const readFile = async (path: string): Promise<Uint8Array> => new TextEncoder().encode(files[path]);
const host = { readFile, readShipped: readFile };
const build = [
  "derive",
  "normalise: {id: positive, method: min-max, range: [1, 100]}",
  "normalise: {method: min-max}",
  "weigh: {method: entropy, scope: pooled, zero: limit}",
  "aggregate: {id: index, method: arithmetic}",
  "couple: {of: [index.E, index.Q]}",
  "weigh: {id: other, method: equal}",
];
const text = (...steps: readonly string[]): string =>
  [
    "gongfu: 1",
    "title: T",
    "data: {panel: data.csv, regions: as-is}",
    "framework: wheels.yaml",
    "steps:",
    ...[...build, ...steps].map((one) => `  - ${one}`),
    "",
  ].join("\n");
const run = (...steps: readonly string[]): Promise<StudyRun> => runStudy(text(...steps), "study.yaml", host);
const table = (made: StudyRun, step: string, id: string) => {
  const found = made.steps.find((one) => one.id === step)?.result.tables.find((one) => one.id === id);
  const rows = found?.columns[0].values.map((_, r) => Object.fromEntries(found.columns.map((column) => [column.id, column.values[r]])));
  return rows ?? [];
};
type Replay = Extract<Task, { readonly replay: unknown }>["replay"];
/** A run, and what its last step that runs the plan again sent to the workers. */
const replayed = async (study: string, around = host): Promise<{ readonly made: StudyRun; readonly replay: Replay }> => {
  const sent: Replay[] = [];
  const made = await runStudy(study, "study.yaml", around, {
    execute: (task) => {
      if ("replay" in task) sent.push(task.replay);
      return perform(structuredClone(task));
    },
  });
  return { made, replay: sent[sent.length - 1] };
};
/** The scores of E by a study's own index, or by one draw. */
const scoresOf = (made: StudyRun): Map<string, unknown> =>
  new Map(table(made, "index", "scores").map((row) => [`${row.unit} ${row.period}`, row.E]));
const drawn = ({ data }: Replay, outcome: Outcome): Map<string, unknown> => {
  if ("failure" in outcome) throw new Error(outcome.failure.en);
  const cells = data.periods.flatMap((period) => data.units.map(({ code }) => `${code} ${period}`));
  return new Map(cells.flatMap((cell, c) => (Number.isNaN(outcome.values[0][c]) ? [] : [[cell, outcome.values[0][c]] as const])));
};
const sorted = (scores: Map<string, unknown>): [string, unknown][] => [...scores].sort(([a], [b]) => (a < b ? -1 : 1));
const faultOf = async (step: string): Promise<Fault> => {
  const error = await readStudy(text(step), "study.yaml").catch((one: unknown) => one);
  if (isFault(error)) return error;
  throw error instanceof Error ? error : new Error("the study reads without a fault");
};
const line = 5 + build.length + 1;

describe("what a study may vary", () => {
  it.each([
    ["an id nobody has", "[{path: wiegh.method, among: [equal]}]", "unknown-id", 'did you mean "weigh"?'],
    ["a key no method of the step knows", "[{path: weigh.metod, among: [equal]}]", "unknown-path", 'did you mean "weigh.method"?'],
    ["a step the target does not depend on", "[{path: other.method, among: [equal]}]", "touches-nothing", "vary one of these"],
    ["a method that is none", "[{path: weigh.method, among: [equal, entropie]}]", "unknown-option", "entropy"],
    ["an option out of its range", "[{path: index.available, among: [0, 2]}]", "out-of-range", "range"],
    ["a range whose end is invalid", "[{path: index.available, range: [0, 2]}]", "out-of-range", "range"],
    ["a range upside down", "[{path: index.available, range: [1, 0]}]", "empty-range", "swap"],
    ["an option the other method lacks", "[{together: [{weigh.method: equal, weigh.zero: limit}]}]", "unknown-key", "remove"],
    ["noise on what gives no weights", "[{noise: index.weights, share: 0.2}]", "wrong-kind", "weigh.weights"],
    [
      "one path in two entries",
      "[{path: weigh.method, among: [equal]}, {path: weigh.method, among: [entropy]}]",
      "varied-twice",
      "one entry",
    ],
    ["an input that is no such step", "[{path: index.from, among: [weigh]}]", "wrong-kind", "positive, normalise"],
    ["an entry of no known form", "[{pth: weigh.method}]", "unknown-key", "path"],
  ])("not %s", async (_, vary, code, next) => {
    const fault = await faultOf(`uncertainty: {vary: ${vary}}`);
    expect(fault.code).toBe(code);
    expect(fault.place).toMatchObject({ file: "study.yaml", line });
    expect(`${fault.next.en} ${fault.expected.en}`).toContain(next);
  });
  it("names the column of the alternative that is wrong", async () => {
    const fault = await faultOf("uncertainty: {vary: [{path: weigh.method, among: [equal, entropie]}]}");
    expect(
      text("uncertainty: {vary: [{path: weigh.method, among: [equal, entropie]}]}")
        .split("\n")
        [line - 1].slice((fault.place.column ?? 0) - 1),
    ).toMatch(/^entropie/);
  });
  it("not a level or node the framework does not have: told when the framework is known", async () => {
    await expect(run("remove: {level: indicatr}")).rejects.toMatchObject({ code: "unknown-name", place: { line } });
    await expect(run("uncertainty: {vary: [{leaveOut: indicator, below: [Z]}]}")).rejects.toMatchObject({ code: "unknown-name" });
  });
});

describe("a plan run again", () => {
  const vary =
    "[{together: [{index.method: arithmetic}, {index.method: geometric, index.from: positive}]}, {path: weigh.method, among: [entropy, equal, critic]}, {leaveOut: indicator, below: [E]}]";
  let made: StudyRun;
  let replay: Replay;
  beforeAll(async () => {
    made = await runStudy(text(`uncertainty: {design: factorial, vary: ${vary}}`), "study.yaml", host, {
      execute: (task) => {
        if ("replay" in task) replay = task.replay;
        return perform(task);
      },
    });
  });
  const scores = (outcome: Outcome): number[][] => {
    if ("failure" in outcome) throw new Error(outcome.failure.en);
    return outcome.values.map((one) => Array.from(one));
  };
  const written = (other: StudyRun): number[][] => {
    const columns = other.steps.find((one) => one.id === "index")?.result.tables[0].columns.slice(2) ?? [];
    return columns.map(({ values }) => [0, 1].flatMap((t) => [0, 1, 2, 3].map((i) => values[i * 2 + t] as number)));
  };

  it("gives what a study written that way gives: another mean on another scale, other weights", async () => {
    const draws = [Float64Array.of(0.6, 0.4, 0), Float64Array.of(0, 0.9, 0), null];
    const outcomes = await perform({ replay, draws });
    const other = (...changes: readonly [string, string][]): Promise<StudyRun> =>
      runStudy(
        changes.reduce((study, [from, to]) => study.replace(from, to), text()),
        "study.yaml",
        host,
      );
    const equal: [string, string] = ["weigh: {method: entropy, scope: pooled, zero: limit}", "weigh: {method: equal}"];
    const critic: [string, string] = ["weigh: {method: entropy, scope: pooled, zero: limit}", "weigh: {method: critic, scope: pooled}"];
    const geometric: [string, string] = ["{id: index, method: arithmetic}", "{id: index, method: geometric, from: positive}"];
    const uncoupled: [string, string] = ["  - couple: {of: [index.E, index.Q]}\n", ""];
    expect(scores(outcomes[0])).toEqual(written(await other(equal, geometric, uncoupled)));
    expect(scores(outcomes[1])).toEqual(written(await other(critic)));
    expect(scores(outcomes[2])).toEqual(written(made));
  });
  it("leaves an indicator out as a tree without it would, its group going with the last one", async () => {
    const { leavable } = replay;
    expect(leavable[2]).toEqual(["a", "b", "c"]);
    const [outcome] = await perform({ replay, draws: [Float64Array.of(0, 0, 0.875)] });
    const [e, q] = scores(outcome);
    const without = files["wheels.yaml"].replace(/ {6}- \{id: E2.*\n/, "");
    const own = { ...host, readFile: async (path: string) => new TextEncoder().encode(path === "wheels.yaml" ? without : files[path]) };
    const [alone, same] = written(await runStudy(text(), "study.yaml", own));
    e.forEach((one, c) => {
      expect(one).toBeCloseTo(alone[c], 14);
    });
    expect(q).toEqual(same);
  });
  it("runs only the steps that some choice reaches, and hands over the rest as they came out", () => {
    expect(replay.steps.map((one) => one.id)).toEqual(["weigh", "index"]);
    expect(Object.keys(replay.fixed)).toEqual(["derive", "positive", "normalise"]);
  });
  it("visits every combination, and gives the same bytes however the draws are shared out", async () => {
    expect(made.steps.at(-1)?.result.trace).toMatchObject({ draws: 2 * 3 * 4, failed: 0 });
    const [alone, ...others] = await Promise.all(
      [1, 2, 3, 7].map(async (workers) => {
        const again = await runStudy(text(`uncertainty: {replications: 100, vary: ${vary}}`), "study.yaml", host, {
          workers,
          execute: (task) => perform(structuredClone(task)),
        });
        return [...recordRun(again)];
      }),
    );
    for (const one of others) expect(one).toEqual(alone);
  });
  it("replays: a run again of the same study is byte-equal", async () => {
    const again = await run(`uncertainty: {design: factorial, vary: ${vary}}`);
    expect([...recordRun(again)]).toEqual([...recordRun(made)]);
  });
  it("tells how far it has come, and can be cancelled", async () => {
    const parts: number[] = [];
    const stop = new AbortController();
    const running = runStudy(text(`uncertainty: {replications: 100, vary: ${vary}}`), "study.yaml", host, {
      signal: stop.signal,
      onProgress: ({ part }) => {
        if (!part) return;
        parts.push(part.done / part.total);
        if (part.done > part.total / 2) stop.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
    expect(parts.length).toBeGreaterThan(3);
    expect(parts).toEqual([...parts].sort((x, y) => x - y));
  });
});

describe("one unit or one period left out", () => {
  const whole = files["data.csv"].trimEnd().split("\n");
  const without = (row: RegExp): Promise<StudyRun> => {
    const fewer = `${whole.filter((line) => !row.test(line)).join("\n")}\n`;
    const readFile = async (path: string) => new TextEncoder().encode(path === "data.csv" ? fewer : files[path]);
    return runStudy(text(), "study.yaml", { ...host, readFile });
  };
  it.each([
    ["unit", ["p", "q", "r", "s"], (gone: string) => new RegExp(`^${gone},`)],
    ["period", ["2020", "2021"], (gone: string) => new RegExp(`,${gone},`)],
  ])("%s: gives what the study gives on data without it", async (level, ids, row) => {
    const { replay, made } = await replayed(text(`remove: {of: index.E, level: ${level}}`));
    expect(replay.leavable[0]).toEqual(ids);
    expect(Object.keys(replay.fixed)).toEqual([]);
    const outcomes = await perform({ replay, draws: ids.map((_, k) => Float64Array.of((k + 1.5) / (ids.length + 1))) });
    for (const [k, gone] of ids.entries()) {
      const expected = scoresOf(await without(row(gone)));
      expect(expected.size).toBeGreaterThan(0);
      expect(sorted(drawn(replay, outcomes[k]))).toEqual(sorted(expected));
    }
    expect(table(made, "remove", "removed").map((one) => one.removed)).toEqual(ids);
  });
  it("a unit inside every range leaves min-max scores, and so every rank, as they are", async () => {
    const inside = [...whole, "m,2020,4,6,2,3", "m,2021,4,6,2,3", ""].join("\n");
    const readFile = async (path: string) => new TextEncoder().encode(path === "data.csv" ? inside : files[path]);
    const plain = text("weigh: {id: flat, method: equal}", "aggregate: {id: flat-index, method: arithmetic, weights: flat}");
    const made = await runStudy(`${plain}  - remove: {of: flat-index, level: unit}\n`, "study.yaml", { ...host, readFile });
    const own = table(made, "remove", "removed").filter((one) => one.removed === "m");
    expect(own.map(({ change, gainer, loser }) => [change, gainer, loser])).toEqual([
      [0, null, null],
      [0, null, null],
    ]);
  });
  it("is refused below nodes of the framework, where there is only one, and among the choices of another step", async () => {
    expect(await faultOf("remove: {level: unit, below: [E]}")).toMatchObject({ code: "unknown-key", place: { line } });
    const one = `${whole.filter((row) => !row.includes(",2021,")).join("\n")}\n`;
    const readFile = async (path: string) => new TextEncoder().encode(path === "data.csv" ? one : files[path]);
    await expect(runStudy(text("remove: {level: period}"), "study.yaml", { ...host, readFile })).rejects.toMatchObject({
      code: "nothing-to-remove",
      expected: { en: "expected at least two in the data" },
    });
    await expect(run("uncertainty: {vary: [{leaveOut: unit}]}")).rejects.toMatchObject({ code: "unknown-name", place: { line } });
  });
});

describe("weights with noise", () => {
  it("stay shares of their group and within the bounds of the noise", async () => {
    const made = await run("uncertainty: {replications: 64, of: [index.E, index.E1], vary: [{noise: weigh.weights, share: 0.25}]}");
    expect(table(made, "uncertainty", "rank-intervals").map((one) => one.column)).toContain("index.E1");
    const still = await run("uncertainty: {replications: 64, of: index.E2, vary: [{noise: weigh.weights, share: 0.25}]}");
    for (const one of table(still, "uncertainty", "rank-intervals")) expect(one.width).toBe(0);
  });
  it("of one level leave the others as they are", async () => {
    const made = await run("uncertainty: {replications: 64, of: index.E1, vary: [{noise: weigh.weights, share: 0.9, levels: [group]}]}");
    for (const one of table(made, "uncertainty", "rank-intervals")) expect(one.width).toBe(0);
  });
});

describe("sensitivity in a study", () => {
  it("of coordination to scale and weights: a choice without effect has a total of exactly 0", async () => {
    const made = await run(
      "sensitivity: {of: couple.d, target: mean, replications: 64, vary: [{path: weigh.method, among: [entropy, equal]}, {path: index.available, among: [0, 0.1]}]}",
    );
    const all = table(made, "sensitivity", "sensitivity").filter((one) => one.period === null);
    expect(all.map(({ choice, total }) => [choice, total])).toEqual([
      ["weigh.method", expect.closeTo(1, 0)],
      ["index.available", 0],
    ]);
    const again = await run(
      "sensitivity: {of: couple.class, target: share-changed, replications: 64, vary: [{path: weigh.method, among: [entropy, equal]}, {leaveOut: indicator}], design: random}",
    );
    expect(table(again, "sensitivity", "target")[0].mean).toBeGreaterThan(0);
  });
});

describe("a plan that screens and fills gaps, run again", () => {
  const gaps = files["data.csv"].trimEnd().split("\n");
  // t has one number in eight, and falls to the screen; q misses one, which is filled.
  gaps.push("t,2020,1,,,", "t,2021,,,,");
  const holed = `${gaps.map((row) => row.replace(/^(q,2021,)[^,]*/, "$1")).join("\n")}\n`;
  const readFile = async (path: string) => new TextEncoder().encode(path === "data.csv" ? holed : files[path]);
  const plan = [
    "derive",
    "screen: {available: 0.5}",
    "impute: {method: linear-constant}",
    "normalise: {method: min-max}",
    "weigh: {method: equal}",
    "aggregate: {id: index, method: arithmetic}",
    "uncertainty: {of: index.E, design: factorial, vary: [{path: impute.method, among: [linear-constant, mean, median]}, {path: weigh.method, among: [equal, entropy]}]}",
    "remove: {of: index.E, level: unit}",
  ];
  const head = ["gongfu: 1", "title: T", "data: {panel: data.csv, regions: as-is}", "framework: wheels.yaml", "steps:"];
  const study = (steps: readonly string[]): string => [...head, ...steps.map((one) => `  - ${one}`), ""].join("\n");

  it("ranks the units that stay; each draw is what a study written that way gives", async () => {
    const { made, replay } = await replayed(study(plan.slice(0, -1)), { ...host, readFile });
    expect(replay.data.units.map((one) => one.code)).toEqual(["p", "q", "r", "s", "t"]);
    expect(made.steps.at(-1)?.result.trace).toMatchObject({ draws: 6, failed: 0 });
    const ranked = table(made, "uncertainty", "rank-intervals");
    expect([...new Set(ranked.map((one) => one.unit))]).toEqual(["p", "q", "r", "s"]);
    for (const { lower, upper } of ranked) expect([Number(lower) >= 1, Number(upper) <= 4]).toEqual([true, true]);
    const [outcome] = await perform({ replay, draws: [Float64Array.of(0.5, 0.75)] });
    const written = plan.slice(0, -2).map((step) => step.replace("linear-constant", "mean").replace("equal", "entropy"));
    const expected = scoresOf(await runStudy(study(written), "study.yaml", { ...host, readFile }));
    expect(sorted(drawn(replay, outcome))).toEqual(sorted(expected));
    expect(expected.has("t 2020")).toBe(false);
  });
  it("a unit that the screen drops anyway is missed by nobody", async () => {
    const made = await runStudy(study(plan), "study.yaml", { ...host, readFile });
    const removed = table(made, "remove", "removed");
    expect(removed.map((one) => one.removed)).toEqual(["p", "q", "r", "s", "t"]);
    expect(removed.at(-1)).toMatchObject({ change: 0, gainer: null, loser: null });
  });
});

describe("columns compared in a study", () => {
  it("an index with a column the user brings", async () => {
    const made = await run("compare: {of: [index.E, data.c, index.Q]}");
    expect(table(made, "compare", "agreement").map(({ other, period, n }) => [other, period, n])).toEqual([
      ["c", 2020, 4],
      ["c", 2021, 4],
      ["Q", 2020, 4],
      ["Q", 2021, 4],
    ]);
  });
});
