/**
 * The Dagum decomposition of panels in four groups, year by year, against numpy on the same panels (where python3 has it): the same
 * decomposition from all n² differences, broadcast pair of groups by pair of groups; and the bare |x − y|. The tables, which numpy
 * does not make, are timed beside it. Base R (where Rscript is) does the same from all n² differences.
 */
import { spawnSync } from "node:child_process";
import { dagum } from "@gongfu/engine";
import { cpuSeconds, readable } from "./cpu-seconds.js";
import { inR } from "./r-peer.js";

const jobs = [
  { name: "provinces, 31 × 12", units: 31, years: 12 },
  { name: "counties, 3000 × 12", units: 3000, years: 12 },
] as const;

/** The seeded noise of a panel, year by year; numpy draws the same. */
function panels({ units, years }: { readonly units: number; readonly years: number }): Float64Array[] {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 1 + state / 2 ** 32;
  };
  return Array.from({ length: years }, () => Float64Array.from({ length: units }, next));
}

const numpy = `
import sys, time, numpy as np
units, years = int(sys.argv[1]), int(sys.argv[2])
state, cells = 1, []
for _ in range(units * years):
    state = (state * 1664525 + 1013904223) % 2**32
    cells.append(1 + state / 2**32)
panel = np.array(cells).reshape(years, units)
masks = [np.arange(units) % 4 == k for k in range(4)]

def decomposed(x):
    scale = 1 / (x.size**2 * x.mean())
    groups = sorted((x[mask] for mask in masks), key=np.mean)
    within = between = overlap = 0.0
    for j, y in enumerate(groups):
        within += np.abs(y[:, None] - y[None, :]).sum() * scale / 2
        for z in groups[:j]:
            apart = y[:, None] - z[None, :]
            back = np.maximum(-apart, 0).sum() * scale
            between += apart.sum() * scale
            overlap += 2 * back
    return within, between, overlap

def least(run):
    repeats, best = max(1, 1000 // units), float("inf")
    for _ in range(5):
        before = time.process_time()
        for _ in range(repeats):
            for x in panel: run(x)
        best = min(best, (time.process_time() - before) / repeats)
    return best

print(np.__version__, least(decomposed), least(lambda x: np.abs(x[:, None] - x[None, :]).sum()), *decomposed(panel[-1]))
`;

const baseR = `
cells <- read(1); years <- read(2)
panel <- matrix(cells, ncol = years)
groups <- (seq_len(nrow(panel)) - 1) %% 4
decomposed <- function(x) {
  scale <- 1 / (length(x)^2 * mean(x))
  parts <- split(x, groups)
  parts <- parts[order(sapply(parts, mean))]
  within <- between <- overlap <- 0
  for (j in seq_along(parts)) {
    y <- parts[[j]]
    within <- within + sum(abs(outer(y, y, "-"))) * scale / 2
    for (k in seq_len(j - 1)) {
      apart <- outer(y, parts[[k]], "-")
      between <- between + sum(apart) * scale
      overlap <- overlap + 2 * sum(pmax(-apart, 0)) * scale
    }
  }
  c(within, between, overlap)
}
say(least(function() for (t in seq_len(years)) decomposed(panel[, t])), decomposed(panel[, years]))
`;

for (const job of jobs) {
  const years = panels(job);
  const by = Array.from({ length: job.units }, (_, i) => "abcd"[i % 4]);
  const all = () => years.map((x) => dagum(x, by));
  const ours = cpuSeconds(() => all().map(({ value }) => value));
  const tabled = cpuSeconds(() => all().map(({ tables }) => tables));
  const r = inR(baseR, [Float64Array.from(years.flatMap((x) => Array.from(x))), Float64Array.of(job.years)]);
  if (r) {
    const [theirs, ...parts] = r.figures;
    const last = all()[job.years - 1].value;
    [last.within, last.netBetween, last.transvariation].forEach((part, k) => {
      if (!(Math.abs(part - parts[k]) < 1e-12)) throw new Error(`${job.name}: part ${k + 1} is ${part} here and ${parts[k]} in R`);
    });
    console.log(
      `${job.name}, 4 groups: ours ${readable(ours)}; R ${r.version}: decomposition ${readable(theirs)}, ratio ${(theirs / ours).toFixed(1)}`,
    );
  }
  const { status, stdout } = spawnSync("python3", ["-c", numpy, String(job.units), String(job.years)], {
    encoding: "utf8",
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  if (status !== 0) {
    console.log(`${job.name}, 4 groups: ours ${readable(ours)}, with all tables ${readable(tabled)}; numpy is not there to compare with`);
    continue;
  }
  const [version, ...figures] = stdout.trim().split(" ");
  const [whole, bare, ...parts] = figures.map(Number);
  const last = all()[job.years - 1].value;
  [last.within, last.netBetween, last.transvariation].forEach((part, k) => {
    if (!(Math.abs(part - parts[k]) < 1e-12)) throw new Error(`${job.name}: part ${k + 1} is ${part} here and ${parts[k]} in numpy`);
  });
  console.log(
    `${job.name}, 4 groups: ours ${readable(ours)}, with all tables ${readable(tabled)} (node ${process.version}); numpy ${version}: decomposition ${readable(whole)}, ratio ${(whole / ours).toFixed(1)}; bare differences ${readable(bare)}, ratio ${(bare / ours).toFixed(1)}`,
  );
}
