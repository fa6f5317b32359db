/**
 * An index from a table of cells: min–max, equal weights, arithmetic mean, level by level; the cells are seeded noise.
 * COINr's recorded seconds are those of its whole build: `asem` with the treatment of outliers, which is not done here.
 */
import { arithmeticMean, equalWeights, minMax, type Panel, panel, type Tree, tree } from "@gongfu/engine";
import { cpuSeconds, readable } from "./cpu-seconds.js";

interface Job {
  readonly name: string;
  readonly units: number;
  readonly periods: number;
  /** indicators of each pillar, pillar by pillar, sub-index by sub-index */
  readonly pillars: readonly (readonly number[])[];
  /** recorded CPU seconds of the peer and of the bare loop beside it */
  readonly peer: number;
  readonly bareThere: number;
}

const jobs: readonly Job[] = [
  {
    name: "ASEM, 51 × 49",
    units: 51,
    periods: 1,
    pillars: [
      [8, 5, 3, 6, 8],
      [5, 9, 5],
    ],
    peer: 0.103,
    bareThere: 49e-6,
  },
  {
    name: "provinces, 31 × 12 × 40",
    units: 31,
    periods: 12,
    pillars: [
      [10, 10],
      [10, 10],
    ],
    peer: 1.25,
    bareThere: 0.4e-3,
  },
  {
    name: "counties, 3000 × 12 × 40",
    units: 3000,
    periods: 12,
    pillars: [
      [10, 10],
      [10, 10],
    ],
    peer: 15.1,
    bareThere: 59e-3,
  },
];

const text = (value: string) => ({ en: value, zh: value });

function frameworkOf({ pillars }: Job): Tree {
  const inner = pillars.flatMap((sizes, s) => sizes.map((size, p) => ({ id: `pillar-${s}-${p}`, parent: `sub-${s}`, size })));
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
        direction: 1 as const,
      })),
    ),
  );
}

function noise({ leaves }: Tree, { units, periods }: Job): Panel {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return panel({
    variables: leaves.map(({ id }) => ({ id, direction: 1 })),
    periods: Array.from({ length: periods }, (_, t) => 2011 + t),
    units: Array.from({ length: units }, (_, i) => ({ code: `u${i}` })),
    values: Float64Array.from({ length: leaves.length * units * periods }, next),
  });
}

const build = (data: Panel, framework: Tree): Float64Array =>
  arithmeticMean(minMax(data).value, equalWeights(framework).value, framework).value.scores.values;

/** The same arithmetic without names, tables, flags or trace. */
function bareLoop(values: Float64Array, size: number, pillars: readonly (readonly number[])[]): Float64Array {
  const index = new Float64Array(size);
  const sub = new Float64Array(size);
  const pillar = new Float64Array(size);
  const scaled = new Float64Array(size);
  let v = 0;
  for (const sizes of pillars) {
    sub.fill(0);
    for (const count of sizes) {
      pillar.fill(0);
      for (let k = 0; k < count; k++, v++) {
        scaleColumn(values, v * size, scaled);
        for (let c = 0; c < size; c++) if (scaled[c] === scaled[c]) pillar[c] += scaled[c] / count;
      }
      for (let c = 0; c < size; c++) sub[c] += pillar[c] / sizes.length;
    }
    for (let c = 0; c < size; c++) index[c] += sub[c] / pillars.length;
  }
  return index;
}

function scaleColumn(values: Float64Array, start: number, out: Float64Array): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < out.length; c++) {
    const x = values[start + c];
    if (x < low) low = x;
    if (x > high) high = x;
  }
  for (let c = 0; c < out.length; c++) out[c] = (values[start + c] - low) / (high - low);
}

for (const job of jobs) {
  const framework = frameworkOf(job);
  const data = noise(framework, job);
  const size = job.units * job.periods;
  const bare = bareLoop(data.values, size, job.pillars);
  const apart = build(data, framework).reduce((most, score, c) => Math.max(most, Math.abs(score - bare[c])), 0);
  if (!(apart < 1e-12)) throw new Error(`${job.name}: the two builds differ by ${apart}`);
  const ours = cpuSeconds(() => build(data, framework));
  const floor = cpuSeconds(() => bareLoop(data.values, size, job.pillars));
  const ratio = (job.peer / ours) * (floor / job.bareThere);
  console.log(
    `${job.name}: ours ${readable(ours)}, bare loop ${readable(floor)}, ours/bare ${(ours / floor).toFixed(1)}, COINr/ours ${ratio.toFixed(0)}`,
  );
}
