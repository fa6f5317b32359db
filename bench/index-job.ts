/** The whole default build of an index, on seeded data of a given shape: what is timed, against what, and how the two are compared. */
import {
  arithmeticMean,
  denominate,
  equalWeights,
  groupMean,
  minMax,
  type Panel,
  panel,
  type Result,
  rank,
  type Tree,
  tree,
  winsoriseThenLog,
} from "@gongfu/engine";
import { bareBuild, bareMean } from "./bare-build.js";
import { cpuSeconds, readable } from "./cpu-seconds.js";

export interface Job {
  readonly name: string;
  readonly units: number;
  readonly periods: number;
  /** indicators of each pillar, pillar by pillar, sub-index by sub-index */
  readonly pillars: readonly (readonly number[])[];
  /** how many indicators are divided by each denominator, the first ones by the first */
  readonly divided: readonly number[];
  /** recorded CPU seconds of COINr's build, and of the bare loop on the same computer */
  readonly peer: number;
  readonly bareThere: number;
}

const groups = 4;
const text = (value: string) => ({ en: value, zh: value });

/** Index, sub-indices, pillars, indicators, all of weight 1. */
function frameworkOf({ pillars }: Job): Tree {
  const inner = pillars.flatMap((sizes, s) => sizes.map((size, p) => ({ id: `pillar-${s}-${p}`, parent: `sub-${s}`, size })));
  const directions = directionsOf(inner.reduce((sum, { size }) => sum + size, 0));
  let next = 0;
  return tree(
    ["index", "sub-index", "pillar", "indicator"].map((id) => ({ id, names: text(id) })),
    [
      { id: "index", names: text("index"), parent: null, weight: 1 },
      ...pillars.map((_, s) => ({ id: `sub-${s}`, names: text(`sub-${s}`), parent: "index", weight: 1 })),
      ...inner.map(({ id, parent }) => ({ id, names: text(id), parent, weight: 1 })),
    ],
    inner.flatMap(({ id, size }) =>
      Array.from({ length: size }, (_, k) => ({
        id: `${id}-${k}`,
        names: text(`${id}-${k}`),
        parent: id,
        weight: 1,
        unit: text(""),
        direction: directions[next++],
      })),
    ),
  );
}

/** Two indicators in seven are better when lower, as in the ASEM index. */
const directionsOf = (count: number): (1 | -1)[] => Array.from({ length: count }, (_, k) => (k % 7 < 2 ? -1 : 1));

/** One indicator in three has a long tail, one cell in forty is missing; the denominators are whole and positive. */
function dataOf({ leaves }: Tree, { units, periods, divided }: Job): Panel {
  let state = 1;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const normal = (): number => uniform() + uniform() + uniform() + uniform() + uniform() + uniform() - 3;
  const size = units * periods;
  const values = new Float64Array((leaves.length + divided.length) * size);
  for (let c = 0; c < values.length; c++) {
    const v = Math.floor(c / size);
    const filled = v >= leaves.length || uniform() > 1 / 40;
    const value = v % 3 === 0 ? Math.exp(3 * normal()) : 0.1 + uniform();
    values[c] = filled ? value : Number.NaN;
  }
  return panel({
    variables: [
      ...leaves.map(({ id, direction }) => ({ id, direction })),
      ...divided.map((_, k) => ({ id: `denominator-${k}`, direction: 1 as const })),
    ],
    periods: Array.from({ length: periods }, (_, t) => 2011 + t),
    units: Array.from({ length: units }, (_, i) => ({ code: `u${i}` })),
    values,
  });
}

/** Every step through the public functions: checks, names and trace as in a study. */
function build(raw: Panel, framework: Tree, { divided }: Job, by: readonly string[]): readonly Result[] {
  const steps: Result<Panel>[] = [];
  let data = raw;
  let first = 0;
  divided.forEach((count, k) => {
    const columns = framework.leaves.slice(first, first + count).map(({ id }) => id);
    steps.push(denominate(data, { columns, by: `denominator-${k}` }));
    data = steps[k].value;
    first += count;
  });
  const filled = groupMean(data, { by });
  const treated = winsoriseThenLog(filled.value);
  const scaled = minMax(treated.value, { range: [0, 100] });
  const weights = equalWeights(framework);
  const index = arithmeticMean(scaled.value, weights.value, framework);
  return [...steps, filled, treated, scaled, weights, index, rank(index.value)];
}

/** The job's data, the build over them, and its bare counterpart. */
function prepared(job: Job) {
  const framework = frameworkOf(job);
  const raw = dataOf(framework, job);
  const by = Array.from({ length: job.units }, (_, i) => `group-${i % groups}`);
  const shape = { ...job, groups: Uint8Array.from(by, (_, i) => i % groups), directions: directionsOf(framework.leaves.length) };
  return {
    ours: () => build(raw, framework, job, by),
    bare: () => bareBuild(raw.values, shape),
    mean: () => bareMean(raw.values, shape),
  };
}

/** Time the build, the bare build and the bare mean; the two builds must give the same index and ranks. */
export function report(job: Job): void {
  const run = prepared(job);
  const bare = run.bare();
  const [index, ranks] = run.ours().slice(-2) as [ReturnType<typeof arithmeticMean>, Result<Panel>];
  agree(`${job.name}, index`, index.value.scores.values, bare.index, 1e-9);
  agree(`${job.name}, ranks`, ranks.value.values, bare.ranks, 0);
  // Twenty rounds: a whole build takes the compiler of the runtime longer to settle than one loop does.
  const [ours, floor, mean] = [run.ours, run.bare, run.mean].map((one) => cpuSeconds(one, { rounds: 20 }));
  const through = (bare: number): string => ((job.peer / ours) * (bare / job.bareThere)).toFixed(0);
  console.log(
    [
      `${job.name}: ours ${readable(ours)}`,
      `bare build ${readable(floor)}, ours/bare ${(ours / floor).toFixed(1)}`,
      `COINr/ours as recorded ${(job.peer / ours).toFixed(0)}, through the bare build ${through(floor)}, through the bare mean (${readable(mean)}) ${through(mean)}`,
    ].join("; "),
  );
}

/** Time the build with every table of every step read: what a report that prints all of them would spend. */
export function reportTables(job: Job): void {
  const { ours } = prepared(job);
  const seconds = cpuSeconds(() => ours().map((one) => one.tables));
  console.log(`${job.name}, every table read: ${readable(seconds)}`);
}

function agree(name: string, ours: Float64Array, bare: Float64Array, tolerance: number): void {
  const apart = bare.reduce((most, value, c) => Math.max(most, Math.abs(value - ours[c])), 0);
  if (!(apart <= tolerance)) throw new Error(`${name}: ours and the bare build differ by ${apart}`);
}
