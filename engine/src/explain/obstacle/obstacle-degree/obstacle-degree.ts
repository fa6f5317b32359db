/**
 * Obstacle degree O = w(1 − z) / Σ w(1 − z): the share of each indicator in the weighted distance of its system to the best.
 * w = weight in the system, z = normalised value; a layer's degree is the sum over its indicators.
 * Source: e.g. 雷勋平等 (2016), 农业工程学报 32(13):243–253.
 * Fails on values outside [0, ideal]. Degrees follow the weights where these differ much (see the warning): read the deviation beside them.
 */
import { Fault } from "../../../ground/fault/index.js";
import { dot, mean, sum } from "../../../ground/sums/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { cellsPerVariable, type Index, type Leaf, type Panel, pathOf, series, variableIndex, withCells } from "../../../table/index.js";
import { type LeafCells, layersTable, obstaclesTable } from "../obstacle-tables.js";
import { type ObstacleDegreeOptions, obstacleDegreeCard } from "./obstacle-degree.method.js";

type Options = Partial<ObstacleDegreeOptions> & { by?: readonly string[] };

/** What rounding may leave beyond the ends of a normalised column. */
const roundingError = 1e-12;
/** From this correlation of mean obstacle and weight on, the obstacles say little that the weights do not. */
const echoes = 0.9;

/**
 * @param index its normalised indicators, weights and tree; indicators without weight are left out
 * @param options form, ideal, missing; by: peer group of each unit for the column `excess` (all units when absent)
 * @returns value: a panel of degrees, one variable an indicator, 0–1 and summing to 1 per system, unit and period (form scaled);
 *   tables `obstacles` (with deviation, rank in the system, and excess over the mean of the peers) and `layers`
 */
export function obstacleDegree(index: Index, { by, ...options }: Options = {}): Result<Panel> {
  const chosen = settle(obstacleDegreeCard, options);
  const { normalised, tree, weights } = index;
  const width = normalised.units.length;
  const size = cellsPerVariable(normalised);
  if (by && by.length !== width) throw peersFault(by.length, width);
  const leaves = tree.leaves.filter((leaf) => weights.effective[leaf.id] > 0);
  const effective = normalised.periods.map(
    (period) => weights.byPeriod?.find((one) => one.period === period)?.effective ?? weights.effective,
  );
  const cells = leaves.map((leaf): LeafCells => {
    const deviation = deviations(normalised, leaf, chosen.ideal);
    const weighted = deviation.map((one, cell) => one * effective[Math.floor(cell / width)][leaf.id]);
    return { leaf, path: pathOf(tree, leaf.id), deviation, degree: weighted };
  });

  const roots = [...new Set(cells.map((one) => one.path[0].id))];
  const count = { missing: 0, atBest: 0 };
  for (const root of roots) {
    const own = cells.filter((one) => one.path[0].id === root);
    for (let cell = 0; cell < size; cell++) {
      const known = own.filter(({ degree }) => degree[cell] === degree[cell]);
      if (known.length < own.length) count.missing++;
      const total = sum(known.map(({ degree }) => degree[cell]));
      if (known.length > 0 && total === 0) count.atBest++;
      const dropped = known.length < own.length && chosen.missing === "drop";
      for (const { degree } of known) {
        if (dropped) degree[cell] = Number.NaN;
        else if (chosen.form === "scaled") degree[cell] = total > 0 ? degree[cell] / total : Number.NaN;
      }
    }
  }

  const echo = Object.fromEntries(
    roots.map((root) => [
      root,
      echoOf(
        cells.filter((one) => one.path[0].id === root),
        weights.effective,
      ),
    ]),
  );
  const value = withCells(
    normalised,
    leaves.map((leaf) => ({ id: leaf.id, names: leaf.names, direction: -1, derivedFrom: [leaf.id] })),
    Float64Array.from(cells.flatMap(({ degree }) => Array.from(degree))),
  );
  return result(obstacleDegreeCard, {
    options: chosen,
    value,
    tables: () => [obstaclesTable(normalised, cells, by ?? normalised.units.map(() => "")), layersTable(normalised, tree, cells)],
    trace: {
      weights: Object.fromEntries(leaves.map((leaf) => [leaf.id, weights.effective[leaf.id]])),
      leftOut: tree.leaves.filter((leaf) => !leaves.includes(leaf)).map((leaf) => leaf.id),
      peers: by ? "group" : "all units",
      incomplete: count.missing,
      atBest: count.atBest,
      correlationWithWeights: echo,
    },
    warnings: [...cellWarnings(count, chosen), ...echoWarnings(echo)],
  });
}

/** Distance to the best, cell by cell; a Fault names the first cell that is not on the scale. */
function deviations(p: Panel, leaf: Leaf, ideal: number): Float64Array {
  const z = series(p, variableIndex(p, leaf.id));
  const allowed = roundingError * ideal;
  const bad = z.findIndex((one) => one < -allowed || one > ideal + allowed);
  if (bad >= 0) throw scaleFault(p, leaf.id, bad, z[bad], ideal);
  return z.map((one) => (one !== one ? one : ideal - Math.max(0, Math.min(ideal, one))));
}

/** Pearson's correlation of the mean degree with the weight over a system's indicators; null when either does not vary. */
function echoOf(cells: readonly LeafCells[], effective: Readonly<Record<string, number>>): number | null {
  const means = cells.map(({ degree }) => {
    const known = degree.filter((one) => one === one);
    return known.length ? mean(known) : 0;
  });
  const centred = (values: readonly number[]): number[] => values.map((one) => one - mean(values));
  const [x, y] = [centred(means), centred(cells.map(({ leaf }) => effective[leaf.id]))];
  const spread = Math.sqrt(dot(x, x) * dot(y, y));
  return spread > 1e-15 ? dot(x, y) / spread : null;
}

function cellWarnings(count: { missing: number; atBest: number }, { missing, form }: ObstacleDegreeOptions): Warning[] {
  const warnings: Warning[] = [];
  if (count.missing > 0) {
    const rescaled = missing === "rescale";
    warnings.push({
      code: "missing-indicator",
      text: {
        en: `system, unit and period with a missing indicator, ${rescaled ? "the whole shared by the others" : "left empty"}: ${count.missing}`,
        zh: `有指标缺失的系统×单位×时期（${rescaled ? "由其余指标重新分摊" : "该处留空"}）：${count.missing} 处`,
      },
    });
  }
  if (count.atBest > 0 && form === "scaled") {
    warnings.push({
      code: "at-best",
      text: {
        en: `system, unit and period with every indicator at its best, nothing to share: ${count.atBest}`,
        zh: `各指标均达最优、没有差距可分摊的系统×单位×时期：${count.atBest} 处`,
      },
    });
  }
  return warnings;
}

const echoWarnings = (echo: Readonly<Record<string, number | null>>): Warning[] =>
  Object.entries(echo)
    .filter(([, one]) => one !== null && one >= echoes)
    .map(([root, one]) => ({
      code: "echo-of-weights",
      text: {
        en: `${root}: mean obstacles follow the weights (correlation ${(one as number).toFixed(3)}); read the deviation beside them`,
        zh: `${root}：平均障碍度基本复现权重（相关系数 ${(one as number).toFixed(3)}），请与偏离度一并阅读`,
      },
    }));

const scaleFault = (p: Panel, id: string, cell: number, value: number, ideal: number): Fault => {
  const [unit, period] = [p.units[cell % p.units.length].code, p.periods[Math.floor(cell / p.units.length)]];
  return new Fault({
    code: "outside-scale",
    place: { path: `${id}, unit ${unit}, period ${period}` },
    found: { en: `the normalised value is ${value}`, zh: `标准化值为 ${value}` },
    expected: { en: `expected values from 0 to the ideal ${ideal}`, zh: `应在 0 与最优值 ${ideal} 之间` },
    next: {
      en: "normalise with min-max to [0, 1], or name the top of the scale in ideal",
      zh: "请用 min-max 化到 [0, 1]，或在 ideal 中写明量程上限",
    },
  });
};

const peersFault = (given: number, wanted: number): Fault =>
  new Fault({
    code: "bad-groups",
    place: { path: "by" },
    found: { en: `${given} groups`, zh: `${given} 个组别` },
    expected: { en: `expected ${wanted} groups, one a unit`, zh: `应为 ${wanted} 个组别，每个单位一个` },
    next: { en: "give each unit its group", zh: "请为每个单位给出组别" },
  });
