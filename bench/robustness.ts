/**
 * Plans run again: the CPU seconds of a study with the step less those of the same study without it, so that what is timed is the
 * step: draws, rebuilds, ranks, statistics, tables. COINr's figures: its own runs of the same size on the real ASEM data, with its
 * imputation; a panel it refuses.
 */
import { bareBuild, bareMean } from "./bare-build.js";
import { cpuSeconds, readable } from "./cpu-seconds.js";
import { asem, assumptions, cells, type PlanShape, provinces, syntheticStudy } from "./synthetic-plan.js";

interface Job {
  readonly name: string;
  readonly shape: PlanShape;
  readonly step: string;
  readonly rebuilds: number;
  /** recorded CPU seconds of COINr; absent where it refuses */
  readonly peer?: number;
}

const jobs: readonly Job[] = [
  {
    name: "uncertainty, ASEM size, N = 1000, 4 choices",
    shape: asem,
    step: `uncertainty: {replications: 1000, vary: ${assumptions}}`,
    rebuilds: 1000,
    peer: 151,
  },
  {
    name: "Sobol, ASEM size, N = 100, d = 4, 100 bootstraps",
    shape: asem,
    step: `sensitivity: {design: random, replications: 100, bootstrap: 100, vary: ${assumptions}}`,
    rebuilds: 600,
    peer: 95,
  },
  { name: "remove one, ASEM size", shape: asem, step: "remove: {level: indicator}", rebuilds: 49, peer: 6.2 },
  {
    name: "uncertainty, 31 × 12 × 40, N = 1000, 4 choices",
    shape: provinces,
    step: `uncertainty: {replications: 1000, vary: ${assumptions}}`,
    rebuilds: 1000,
  },
];

/** CPU seconds of one bare rebuild, 51 × 49, on the computer that timed COINr. */
const bareThere = 49e-6;

async function spent(run: () => Promise<unknown>, rounds: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

for (const { name, shape, step, rebuilds, peer } of jobs) {
  const rounds = 7;
  await spent(syntheticStudy(shape, [step]).run, 1);
  const ours = (await spent(syntheticStudy(shape, [step]).run, rounds)) - (await spent(syntheticStudy(shape, []).run, rounds));
  const count = shape.pillars.flat().reduce((sum, one) => sum + one, 0);
  const bare = { ...shape, divided: [], groups: new Uint8Array(shape.units), directions: Array<1>(count).fill(1) };
  const data = cells(shape);
  const [floor, mean] = [bareBuild, bareMean].map((one) => cpuSeconds(() => one(data, bare)));
  const through = (one: number): string => (((peer ?? 0) / ours) * (one / bareThere)).toFixed(0);
  const ratio =
    peer === undefined
      ? "COINr refuses"
      : `COINr/ours as recorded ${(peer / ours).toFixed(0)}, through the bare build ${through(floor)}, through the bare mean (${readable(mean)}) ${through(mean)}`;
  const each = ours / rebuilds;
  console.log(
    `${name}: ours ${readable(ours)}, ${readable(each)} a rebuild; bare build ${readable(floor)}, ours/bare ${(each / floor).toFixed(1)}; ${ratio}`,
  );
}
