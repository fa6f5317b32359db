import { perform, runStudy, type Task } from "@gongfu/engine/study";

export interface PlanShape {
  readonly units: number;
  readonly periods: number;
  /** indicators of each pillar, pillar by pillar, sub-index by sub-index */
  readonly pillars: readonly (readonly number[])[];
}

export const asem: PlanShape = {
  units: 51,
  periods: 1,
  pillars: [
    [8, 5, 3, 6, 8],
    [5, 9, 5],
  ],
};
export const provinces: PlanShape = {
  units: 31,
  periods: 12,
  pillars: [
    [10, 10],
    [10, 10],
  ],
};

/** The plan built and varied in all benches of this kind. */
export const build = [
  "derive",
  "treat: {method: winsorise-then-log, winmax: 5}",
  "normalise: {method: min-max, range: [0, 100]}",
  "weigh: {method: manual}",
  "aggregate: {id: index, method: arithmetic}",
];

/** COINr's four assumptions: five limits of the treatment, two scales, noise of ±25 % on the weights, two means. */
export const assumptions =
  "[{path: treat.winmax, among: [1, 2, 3, 4, 5]}, " +
  "{together: [{normalise.method: min-max, normalise.range: [1, 100]}, {normalise.method: z-score, normalise.mean: 10, normalise.sd: 2}]}, " +
  "{noise: weigh.weights, share: 0.25, levels: [pillar, sub-index]}, " +
  "{path: index.method, among: [arithmetic, geometric]}]";

/** Cells column by column, period by period: seeded, one column in three with a long tail. */
export function cells({ units, periods, pillars }: PlanShape): Float64Array {
  let state = 1;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const size = units * periods;
  return Float64Array.from({ length: pillars.flat().reduce((sum, one) => sum + one, 0) * size }, (_, c) =>
    Math.floor(c / size) % 3 === 0 ? Math.exp(6 * uniform()) : 0.1 + uniform(),
  );
}

/** A study over seeded data of a shape. `run` runs it; `replay` is the part its last step runs again. */
export function syntheticStudy(shape: PlanShape, steps: readonly string[]) {
  const data = cells(shape);
  const ids = shape.pillars.flatMap((sizes, s) => sizes.flatMap((size, p) => Array.from({ length: size }, (_, k) => `i-${s}-${p}-${k}`)));
  const size = shape.units * shape.periods;
  const rows = Array.from({ length: size }, (_, c) =>
    [`u${c % shape.units}`, 2011 + Math.floor(c / shape.units), ...ids.map((__, v) => data[v * size + c])].join(","),
  );
  const files: Readonly<Record<string, string>> = {
    "data.csv": [["unit", "year", ...ids].join(","), ...rows, ""].join("\n"),
    "tree.yaml": treeText(shape, ids),
  };
  const readFile = async (path: string): Promise<Uint8Array> => new TextEncoder().encode(files[path]);
  const text = [
    "gongfu: 1",
    "title: bench",
    "data: {panel: data.csv, unit: unit, period: year, regions: as-is}",
    "framework: tree.yaml",
    "steps:",
    ...[...build, ...steps].map((one) => `  - ${one}`),
    "",
  ].join("\n");
  let replay: Extract<Task, { readonly replay: unknown }>["replay"] | undefined;
  const run = () =>
    runStudy(
      text,
      "study.yaml",
      { readFile, readShipped: readFile },
      {
        execute: (task) => {
          if ("replay" in task) replay = task.replay;
          return perform(task);
        },
      },
    );
  return { run, replay: () => replay };
}

function treeText({ pillars }: PlanShape, ids: readonly string[]): string {
  const node = (indent: string, id: string): string[] => [`${indent}- id: ${id}`, `${indent}  names: ${id}`, `${indent}  children:`];
  return [
    "gongfu: framework",
    "id: bench",
    "names: bench",
    `levels: [${["index", "sub-index", "pillar", "indicator"].map((id) => `{id: ${id}, names: ${id}}`).join(", ")}]`,
    "tree:",
    ...node("  ", "whole"),
    ...pillars.flatMap((sizes, s) => [
      ...node("      ", `sub-${s}`),
      ...sizes.flatMap((_, p) => [
        ...node("          ", `pillar-${s}-${p}`),
        ...ids
          .filter((id) => id.startsWith(`i-${s}-${p}-`))
          .map((id) => `              - {id: ${id}, names: ${id}, unit: u, direction: "+"}`),
      ]),
    ]),
    "",
  ].join("\n");
}
