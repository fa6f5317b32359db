/**
 * The data audit on known defects: recall (planted defects found) and precision (new findings that are planted ones), by kind,
 * over seeded clean panels and over the shipped provinces; then its speed on 3,000 units × 12 periods × 40 columns.
 */
import { readFile } from "node:fs/promises";
import { dataAudit, type FindingKind, type Panel } from "@gongfu/engine";
import { readSet } from "@gongfu/engine/read";
import { cpuSeconds, readable } from "./cpu-seconds.js";
import { addScores, cleanPanel, plant, type Score, score } from "./planted-errors.js";

const seeds = Array.from({ length: 20 }, (_, k) => 201 + k);

function tried(name: string, make: (seed: number) => Panel, eligible?: readonly number[]): void {
  const tables = seeds.map((seed) => {
    const clean = make(seed);
    const { panel, planted } = plant(clean, seed, eligible);
    return score(planted, dataAudit(panel).value, dataAudit(clean).value);
  });
  console.log(`\n${name}, ${seeds.length} seeds`);
  for (const [kind, one] of addScores(tables)) console.log(line(kind, one));
}

const line = (kind: FindingKind, { planted, found, right }: Score): string =>
  `${kind.padEnd(12)} planted ${String(planted).padStart(4)}  recall ${(right / planted).toFixed(3)}  precision ${(right / found).toFixed(3)}`;

tried("clean panels, 31 × 12 × 40", (seed) => cleanPanel(seed, { units: 31, periods: 12, columns: 40 }));
tried("clean panels, 300 × 12 × 20", (seed) => cleanPanel(seed, { units: 300, periods: 12, columns: 20 }));

const root = new URL("../../data/", import.meta.url);
const { panel: provinces } = await readSet("china-provinces", (path) => readFile(new URL(path, root)));
const levels = provinces.variables.flatMap(({ unit }, v) => (/%|previous year/.test(unit.en) ? [] : [v]));
tried("china-provinces, columns that are levels", () => provinces, levels);

const large = cleanPanel(1, { units: 3000, periods: 12, columns: 40 });
console.log(`\n3000 × 12 × 40: ${readable(cpuSeconds(() => dataAudit(large), { rounds: 3 }))}, ${dataAudit(large).value.length} findings`);
