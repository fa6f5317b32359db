/**
 * The Gini coefficient of 10⁶ and 10⁷ incomes, weighted too, and its bootstrap, against numpy on the same numbers (where PYTHON, or
 * python3, has it): its bare sort, its sort with the Lorenz sums, and the plain bootstrap that draws, sorts and sums again; and against
 * base R (where Rscript is), in the few lines its packages of inequality are made of.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gini, inequalityStandardError } from "@gongfu/engine";
import { cpuSeconds, readable } from "./cpu-seconds.js";
import { inR } from "./r-peer.js";

/** Seeded incomes, log-normal in the middle, and weights between 1 and 2. */
function draw(n: number): { readonly incomes: Float64Array; readonly weights: Float64Array } {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const incomes = Float64Array.from({ length: n }, () => Math.exp(Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())));
  return { incomes, weights: Float64Array.from({ length: n }, () => 1 + next()) };
}

const numpy = `
import sys, time, numpy as np
x, w = np.fromfile(sys.argv[1]), np.fromfile(sys.argv[2])
rounds, replicates = int(sys.argv[3]), int(sys.argv[4])

def gini(x):
    total = np.cumsum(np.sort(x))
    return 1 - (2 * total.sum() - total[-1]) / (total[-1] * x.size)

def weighted(x, w):
    order = np.argsort(x)
    x, w = x[order], w[order]
    total = np.cumsum(w * x)
    return 1 - (w * (2 * total - w * x)).sum() / (total[-1] * w.sum())

def least(run):
    best = float("inf")
    for _ in range(rounds):
        before = time.process_time()
        run()
        best = min(best, time.process_time() - before)
    return best

def bootstrap():
    draws = np.random.default_rng(1)
    return np.std([gini(x[draws.integers(0, x.size, x.size)]) for _ in range(replicates)], ddof=1)

if replicates: print(np.__version__, least(bootstrap), bootstrap())
else: print(np.__version__, least(lambda: np.sort(x)), least(lambda: gini(x)), least(lambda: weighted(x, w)), gini(x), weighted(x, w))
`;

const baseR = `
x <- read(1); w <- read(2); replicates <- read(3)
gini <- function(x) {
  n <- length(x)
  x <- sort(x)
  (2 * sum(x * seq_len(n)) / sum(x) - (n + 1)) / n
}
weighted <- function(x, w) {
  o <- order(x)
  x <- x[o]; w <- w[o] / sum(w)
  total <- cumsum(w * x)
  1 - sum(w * (2 * total - w * x)) / total[length(x)]
}
bootstrap <- function() sd(replicate(replicates, gini(sample(x, replace = TRUE))))
if (replicates > 0) { before <- proc.time(); error <- bootstrap(); say(sum((proc.time() - before)[1:2]), error) } else
  say(least(function() gini(x), 3), least(function() weighted(x, w), 3), gini(x), weighted(x, w))
`;

const folder = mkdtempSync(join(tmpdir(), "gini-"));
const python = process.env.PYTHON ?? "python3";

/** What numpy says of the same numbers: its version and its figures; undefined where it is not. */
function peer(rows: ReturnType<typeof draw>, rounds: number, replicates: number): { version: string; figures: number[] } | undefined {
  const files = [join(folder, "incomes"), join(folder, "weights")];
  writeFileSync(files[0], rows.incomes);
  writeFileSync(files[1], rows.weights);
  const { status, stdout } = spawnSync(python, ["-c", numpy, ...files, String(rounds), String(replicates)], {
    encoding: "utf8",
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  if (status !== 0) return undefined;
  const [version, ...figures] = stdout.trim().split(" ");
  return { version, figures: figures.map(Number) };
}

const against = (name: string, theirs: number, ours: number, program = "numpy"): string =>
  `${program}'s ${name} ${readable(theirs)}, ours/${program} ${(ours / theirs).toFixed(2)}`;
const same = (what: string, ours: number, theirs: number, relative: number, program = "numpy"): void => {
  if (!(Math.abs(ours / theirs - 1) < relative)) throw new Error(`${what} is ${ours} here and ${theirs} in ${program}`);
};

for (const n of [1e6, 1e7]) {
  const rows = draw(n);
  const rounds = n > 1e6 ? 3 : 5;
  const ours = cpuSeconds(() => gini(rows.incomes), { rounds });
  const weighted = cpuSeconds(() => gini(rows.incomes, { weights: rows.weights }), { rounds });
  const found = peer(rows, rounds, 0);
  const start = `gini of ${n} rows: ours ${readable(ours)}, weighted ${readable(weighted)} (node ${process.version})`;
  const r = inR(baseR, [rows.incomes, rows.weights, Float64Array.of(0)]);
  if (r) {
    const [plain, heavy, value, valueWeighted] = r.figures;
    same("the Gini", gini(rows.incomes).value as number, value, 1e-9, "R");
    same("the weighted Gini", gini(rows.incomes, { weights: rows.weights }).value as number, valueWeighted, 1e-9, "R");
    console.log(`${start}; R ${r.version}: ${against("code", plain, ours, "R")}; ${against("weighted code", heavy, weighted, "R")}`);
  }
  if (!found) {
    console.log(`${start}; numpy is not there to compare with`);
    continue;
  }
  const [sort, sums, theirs, value, valueWeighted] = found.figures;
  same("the Gini", gini(rows.incomes).value as number, value, 1e-9);
  same("the weighted Gini", gini(rows.incomes, { weights: rows.weights }).value as number, valueWeighted, 1e-9);
  console.log(
    `${start}; numpy ${found.version}: ${[
      against("bare sort", sort, ours),
      against("sort and Lorenz sums", sums, ours),
      against("weighted", theirs, weighted),
    ].join("; ")}`,
  );
}

const rows = draw(1e5);
const replicates = 1000;
const resample = () => inequalityStandardError(rows.incomes, { variance: "bootstrap", replicates }).value.se;
const ours = cpuSeconds(resample, { rounds: 2 });
const found = peer(rows, 1, replicates);
const start = `bootstrap of the gini, ${rows.incomes.length} rows × ${replicates}: ours ${readable(ours)}`;
if (found) same("the standard error", resample() as number, found.figures[1], 0.15);
const r = inR(baseR, [rows.incomes, rows.weights, Float64Array.of(replicates)]);
if (r) {
  same("the standard error", resample() as number, r.figures[1], 0.15, "R");
  console.log(`${start}; R ${r.version}: ${against("plain code", r.figures[0], ours, "R")}`);
}
console.log(found ? `${start}; numpy ${found.version}: ${against("plain code", found.figures[0], ours)}` : `${start}; numpy is not there`);
rmSync(folder, { recursive: true });
