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
  let replay: Extract<Task, { readonly replay: unknown }>["replay"];
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
