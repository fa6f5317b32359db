/**
 * Distance to a reference unit z = (y − min y)/(y₀ − min y), y = x·direction, y₀ the value of the reference, the minimum over all periods.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en; as in COINr, Becker et al. (2022), doi:10.21105/joss.04567.
 * Fails when the reference is unknown, lacks a value, or is itself the worst: nothing can be measured against it then.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { mean } from "../../../ground/sums/index.js";
import { quote, type Text } from "../../../ground/words/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { type Panel, series } from "../../../table/index.js";
import { type Measured, scaledParts, shareOfWay, signOf } from "../scaled.js";
import { type DistanceToReferenceOptions, distanceToReferenceCard } from "./distance-to-reference.method.js";

/**
 * @param data indicators in natural units; the direction of each variable is applied here, once
 * @param options reference (a unit's code), at, base
 * @returns value: the panel with the worst at 0 and the reference at 1; missing stays missing; table `bounds` holds worst and reference
 */
export function distanceToReference(
  data: Panel,
  options: Pick<DistanceToReferenceOptions, "reference"> & Partial<DistanceToReferenceOptions>,
): Result<Panel> {
  const chosen = settle(distanceToReferenceCard, options);
  const unit = unitAt(data, chosen.reference);
  const base = baseAt(data, chosen);
  const width = data.units.length;
  const values = new Float64Array(data.values.length).fill(Number.NaN);
  const measured: Measured[] = [];
  data.variables.forEach((variable, v) => {
    const sign = signOf(variable);
    const x = series(data, v);
    const own = data.periods.map((_, t) => sign * x[t * width + unit]);
    const known = own.filter((one) => one === one);
    const worst = x.reduce((least, one) => (one === one ? Math.min(least, sign * one) : least), Number.POSITIVE_INFINITY);
    data.periods.forEach((period, t) => {
      const reference = chosen.at === "own-period" ? own[t] : chosen.at === "mean" ? mean(known) : own[base];
      if (reference !== reference) throw unfit(variable.id, period, chosen.reference, "missing");
      if (!(reference > worst)) throw unfit(variable.id, period, chosen.reference, "worst");
      measured.push({ variable, period, row: { worst: sign * worst, reference: sign * reference } });
      for (let c = t * width; c < (t + 1) * width; c++) {
        if (x[c] === x[c]) values[v * x.length + c] = shareOfWay(sign * x[c], worst, reference);
      }
    });
  });
  return result(distanceToReferenceCard, {
    options: chosen,
    ...scaledParts(data, {
      values,
      scaleOf: () => ({ en: "reference = 1", zh: "参照 = 1" }),
      measured,
      columns: { worst: { en: "worst value", zh: "最差值" }, reference: { en: "reference", zh: "参照值" } },
      trace: { reference: chosen.reference, at: chosen.at },
      warnings: [],
    }),
  });
}

function unitAt(data: Panel, code: string): number {
  const known = data.units.map((one) => one.code);
  const found = known.indexOf(code);
  if (found >= 0) return found;
  const near = nearest(code, known);
  throw referenceFault(
    "unknown-unit",
    "reference",
    { en: `no unit is called ${quote(code)}`, zh: `没有代码为 ${quote(code)} 的单位` },
    near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "name a unit of the data", zh: "请写数据中的单位代码" },
  );
}

function baseAt({ periods }: Panel, { at, base }: DistanceToReferenceOptions): number {
  const found = base === undefined ? 0 : periods.indexOf(base);
  if (found >= 0 && (base === undefined || at === "base-period")) return found;
  throw referenceFault(
    "base-period",
    "base",
    { en: `base is ${base} and at is ${at}`, zh: `base 为 ${base}，at 为 ${at}` },
    { en: `write at: base-period and a base among ${periods.join(", ")}`, zh: `请写 at: base-period，base 取 ${periods.join("、")} 之一` },
  );
}

const unfit = (id: string, period: number, code: string, why: "missing" | "worst"): Fault =>
  referenceFault(
    why === "missing" ? "missing-reference" : "reference-is-worst",
    `${id}, period ${period}`,
    why === "missing"
      ? { en: `${code} has no value of ${id}`, zh: `${code} 的 ${id} 缺失` }
      : { en: `${code} is itself the worst in ${id}`, zh: `${code} 自身即为 ${id} 的最差值` },
    { en: "name another unit, or leave the indicator out", zh: "请改用其他单位，或不计此指标" },
  );

const referenceFault = (code: string, path: string, found: Text, next: Text): Fault =>
  new Fault({
    code,
    place: { path },
    found,
    expected: { en: "expected a unit with a value better than the worst of every indicator", zh: "参照单位的各指标应有值且优于最差值" },
    next,
  });
