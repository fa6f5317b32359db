import { type Panel, series, variableIndex } from "../../table/index.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { At, Evidence } from "../finding.js";
import { printedDecimals } from "../resolution.js";
import { figure, nameOf, percent, span, unitName } from "../say.js";

type Identity = DataAuditOptions["identities"][number];

const compute: Readonly<Record<Identity["is"], (a: number, b: number) => number>> = {
  ratio: (a, b) => a / b,
  product: (a, b) => a * b,
  sum: (a, b) => a + b,
  difference: (a, b) => a - b,
};
const sign: Readonly<Record<Identity["is"], string>> = { ratio: "÷", product: "×", sum: "+", difference: "−" };

/** Half a unit of the last digit a column prints. */
const halfStep = (cells: Float64Array): number => 0.5 * Number(`1e${-printedDecimals(cells)}`);

/** Columns that must follow from two others: every cell within half a unit of its last printed digit. */
export function identities(panel: Panel, rules: DataAuditOptions): Evidence[] {
  return rules.identities.flatMap((one) => identity(panel, one, rules.parts === "rounded"));
}

function identity(panel: Panel, { variable, is, of, times }: Identity, rounded: boolean): Evidence[] {
  const [v, a, b] = [variable, ...of].map((id) => variableIndex(panel, id));
  const [x, p, q] = [v, a, b].map((one) => series(panel, one));
  const half = halfStep(x);
  const [dp, dq] = rounded ? [halfStep(p), halfStep(q)] : [0, 0];
  const width = panel.units.length;
  const bad: (At & { readonly wanted: number; readonly off: number })[] = [];
  let checked = 0;
  x.forEach((value, k) => {
    const corners = [-1, 1].flatMap((s) => [-1, 1].map((r) => times * compute[is](p[k] + s * dp, q[k] + r * dq)));
    const [low, high] = [Math.min(...corners), Math.max(...corners)];
    if (value !== value || !Number.isFinite(low) || !Number.isFinite(high)) return;
    checked++;
    const slack = half * (1 + 1e-9) + 1e-12 * Math.abs(value);
    const off = Math.max(low - value, value - high);
    if (off > slack) bad.push({ v, t: Math.floor(k / width), i: k % width, wanted: times * compute[is](p[k], q[k]), off });
  });
  if (bad.length === 0) return [];
  const names = [v, a, b].map((one) => nameOf(panel, one));
  const worst = bad.reduce((best, one) => (one.off > best.off ? one : best));
  const formula = (language: "en" | "zh"): string =>
    `${times === 1 ? "" : `${figure(times)} × `}${names[1][language]} ${sign[is]} ${names[2][language]}`;
  const value = figure(x[worst.t * width + worst.i], 10);
  const unit = unitName(panel, worst.i);
  const year = span(panel.periods[worst.t]);
  return [
    {
      kind: "identity",
      severity: "stop",
      variable,
      other: of.join(", "),
      from: panel.periods[bad[0].t],
      to: panel.periods[bad[bad.length - 1].t],
      statistic: worst.off,
      threshold: half,
      sentence: {
        en: `${names[0].en} is not ${formula("en")} to its printed digits in ${bad.length} of ${checked} cells; furthest off: ${unit.en} ${year.en}, ${value} printed, ${figure(worst.wanted, 10)} computed.`,
        zh: `“${names[0].zh}”在 ${checked} 个单元格中有 ${bad.length} 个与“${formula("zh")}”不符（按所印位数）；相差最大者为${unit.zh}${year.zh}：所印 ${value}，计算得 ${figure(worst.wanted, 10)}。`,
      },
      offer: "flag",
      cells: bad.map(({ v: own, t, i }) => ({ v: own, t, i })),
    },
  ];
}

/**
 * A total and its urban and rural parts, found by their ids (`income_total`, `income_urban`, `income_rural`): where nearly all cells
 * are sums of the parts, the others should be; where nearly all lie between the parts (a mean), the others should.
 */
export function totals(panel: Panel, rules: DataAuditOptions): Evidence[] {
  const byStem = new Map<string, Map<string, number>>();
  panel.variables.forEach(({ id }, v) => {
    const words = id.toLowerCase().split("_");
    const part = ["urban", "rural", "total"].find((one) => words.includes(one)) ?? "total";
    const stem = words.filter((one) => one !== part).join("_");
    const found = byStem.get(stem) ?? byStem.set(stem, new Map()).get(stem);
    if (!found?.has(part)) found?.set(part, v);
  });
  return [...byStem.values()].flatMap((parts) => {
    const [total, urban, rural] = ["total", "urban", "rural"].map((one) => parts.get(one));
    return total === undefined || urban === undefined || rural === undefined ? [] : totalOf(panel, total, urban, rural, rules);
  });
}

function totalOf(panel: Panel, v: number, a: number, b: number, rules: DataAuditOptions): Evidence[] {
  const [x, p, q] = [v, a, b].map((one) => series(panel, one));
  const slack = halfStep(x) + halfStep(p) + halfStep(q);
  const checks = {
    sum: (k: number): boolean => Math.abs(x[k] - p[k] - q[k]) <= slack * (1 + 1e-9),
    mean: (k: number): boolean => x[k] >= Math.min(p[k], q[k]) - slack && x[k] <= Math.max(p[k], q[k]) + slack,
  };
  const all = Array.from(x.keys()).filter((k) => x[k] === x[k] && p[k] === p[k] && q[k] === q[k]);
  const rule = (["sum", "mean"] as const).find((one) => {
    const obeying = all.filter(checks[one]).length;
    return obeying < all.length && obeying >= rules.ruleShare * all.length;
  });
  const obeyed = (["sum", "mean"] as const).some((one) => all.every(checks[one]));
  if (obeyed || rule === undefined) return [];
  const width = panel.units.length;
  const bad = all.filter((k) => !checks[rule](k)).map((k) => ({ v, t: Math.floor(k / width), i: k % width }));
  const [first] = bad;
  const [value, urban, rural] = [x, p, q].map((one) => figure(one[first.t * width + first.i], 8));
  const name = nameOf(panel, v);
  const unit = unitName(panel, first.i);
  const year = span(panel.periods[first.t]);
  const obeying = percent(1 - bad.length / all.length);
  const says =
    rule === "sum"
      ? { en: "the sum of its urban and rural parts", zh: "城乡两部分之和" }
      : { en: "between its urban and rural parts", zh: "城乡两部分之间" };
  return [
    {
      kind: "identity",
      severity: "stop",
      variable: panel.variables[v].id,
      other: [a, b].map((one) => panel.variables[one].id).join(", "),
      unit: new Set(bad.map((one) => one.i)).size === 1 ? panel.units[first.i].code : undefined,
      from: panel.periods[first.t],
      to: panel.periods[bad[bad.length - 1].t],
      statistic: bad.length,
      threshold: rules.ruleShare,
      sentence: {
        en: `${name.en} is ${says.en} in ${obeying} of the cells, but not in ${bad.length}: ${unit.en} ${year.en} has ${value} against ${urban} urban and ${rural} rural.`,
        zh: `“${name.zh}”在 ${obeying}的单元格中为${says.zh}，但有 ${bad.length} 个例外：${unit.zh}${year.zh}为 ${value}，城镇 ${urban}，农村 ${rural}。`,
      },
      offer: "flag",
      cells: bad,
    },
  ];
}
