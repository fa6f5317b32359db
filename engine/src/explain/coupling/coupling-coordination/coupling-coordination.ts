/**
 * Coupling coordination of n ≥ 2 systems u in [0, 1]: T = Σαu, D = √(C·T), with C in the forms
 * standard n(∏u)^{1/n}/Σu, wang-2021 √{[1 − mean|uᵢ−uⱼ|]·[∏(u/max u)]^{1/(n−1)}}, adjusted-k [∏u/(mean u)ⁿ]^k.
 * Sources: 廖重斌 (1999), 热带地理 19(2):171–177; 王淑佳等 (2021), doi:10.31497/zrzyxb.20210319.
 * Fails on developments outside [0, 1] and on a system coupled with a part of itself. C alone is 1 for two systems at 1 per cent:
 * read it with T.
 */
import { Fault } from "../../../ground/fault/index.js";
import { dot } from "../../../ground/sums/index.js";
import type { Text } from "../../../ground/words/index.js";
import { finite, keyColumns, panelColumn, type Result, result, settle, type Warning } from "../../../method/index.js";
import { cellsPerVariable, type Panel, withCells } from "../../../table/index.js";
import { levelAt, levelsFrom, levelsOf, levelsTable } from "../../levels/index.js";
import { couplingDegree, type Form } from "../coupling-degree.js";
import { lagColumns } from "../lag-columns.js";
import { developments, originsOf, shares } from "../systems.js";
import { type CouplingCoordinationOptions, couplingCoordinationCard } from "./coupling-coordination.method.js";

interface Measure {
  readonly id: string;
  readonly names: Text;
  readonly values: Float64Array;
}

const suffix: Readonly<Record<Form, string>> = { standard: "_standard", "wang-2021": "_wang2021", "adjusted-k": "_adjusted_k" };
const formNames: Readonly<Record<Form, Text>> = {
  standard: { en: "standard", zh: "通行式" },
  "wang-2021": { en: "corrected, Wang et al. 2021", zh: "王淑佳等修正式" },
  "adjusted-k": { en: "Liao's exponent", zh: "廖重斌调节系数式" },
};

/**
 * @param systems one variable a system, each from 0 to 1; a cell missing in one system is missing in the result
 * @param options forms, classify, classes, interval, stages, alpha, k, lag, synchronous, denominators;
 *   parts: the normalised indicators of the systems: one in two systems is a fault, pairs from a common column are listed with their correlation
 * @returns value: a panel of t, c, d (and c_…, d_… of the other forms), class numbers and, for two systems, relative = first/second;
 *   table `classes` names the class numbers
 */
export function couplingCoordination(
  systems: Panel,
  { parts, ...options }: Partial<CouplingCoordinationOptions> & { parts?: Panel } = {},
): Result<Panel> {
  const settled = settle(couplingCoordinationCard, options);
  const n = systems.variables.length;
  const origins = originsOf(systems, settled.denominators, parts);
  const developmentsAt = developments(systems);
  const chosen = { ...settled, classify: settled.classify ?? settled.forms[0] };
  const forms: readonly Form[] = [...new Set(chosen.forms)];
  if (!forms.includes(chosen.classify)) throw notComputed(chosen.classify, forms);
  const alpha = shares(chosen.alpha, n);
  const levels = typeof chosen.classes === "string" ? levelsOf(chosen.classes) : levelsFrom(chosen.classes);

  const size = cellsPerVariable(systems);
  const u = Array.from({ length: size }, (_, cell) => developmentsAt(cell));
  const over = (make: (u: readonly number[], cell: number) => number): Float64Array => {
    const made = new Float64Array(size).fill(Number.NaN);
    u.forEach((one, cell) => {
      if (one !== null) made[cell] = make(one, cell);
    });
    return made;
  };

  const t = over((one) => dot(one, alpha));
  const degrees = forms.map((form) => {
    const c = over((one) => couplingDegree(one, form, chosen.k));
    const d = over((_, cell) => Math.sqrt(c[cell] * t[cell]));
    return { form, c, d, level: over((_, cell) => levelAt(levels, d[cell], chosen.interval)) };
  });
  const classed = degrees.find((one) => one.form === chosen.classify) as (typeof degrees)[number];
  const others = degrees.filter((one) => one !== classed);
  const relative = n === 2 ? [{ id: "relative", names: relativeNames, values: over(([x, y]) => finite(x / y) ?? Number.NaN) }] : [];
  const stages = levelsOf("C4");
  const stage = chosen.stages
    ? [
        {
          id: "stage",
          names: { en: "stage of coupling", zh: "耦合阶段" },
          values: over((_, i) => levelAt(stages, classed.c[i], chosen.interval)),
        },
      ]
    : [];
  const measures: Measure[] = [
    { id: "t", names: { en: "development T", zh: "综合发展指数 T" }, values: t },
    ...degrees.flatMap(({ form, c, d }) => [degree("c", form, c), degree("d", form, d)]),
    {
      id: "class",
      names: { en: `class of D (${formNames[chosen.classify].en})`, zh: `D 的等级（${formNames[chosen.classify].zh}）` },
      values: classed.level,
    },
    ...relative,
    ...others.map(({ form, level }) => ({
      id: `class${suffix[form]}`,
      names: { en: `class of D (${formNames[form].en})`, zh: `D 的等级（${formNames[form].zh}）` },
      values: level,
    })),
    ...stage,
  ];
  const lags = lagColumns(systems, u, chosen);
  const cells = new Float64Array(measures.length * size);
  measures.forEach(({ values }, k) => {
    cells.set(values, k * size);
  });
  const derivedFrom = systems.variables.map((one) => one.id);
  const value = withCells(
    systems,
    measures.map(({ id, names }) => ({ id, names, derivedFrom })),
    cells,
  );

  return result(couplingCoordinationCard, {
    options: chosen,
    value,
    tables: () => [
      {
        id: "coordination",
        names: couplingCoordinationCard.names,
        columns: [
          ...keyColumns(systems),
          ...measures.map(({ id, names, values }) => ({ id, names, values: panelColumn(systems, values) })),
          ...lags.columns,
        ],
      },
      levelsTable("classes", "class", { en: "Classes of D", zh: "D 的等级" }, levels),
      ...(chosen.stages ? [levelsTable("stages", "stage", { en: "Stages of C", zh: "C 的阶段" }, stages)] : []),
      ...lags.tables,
    ],
    trace: {
      systems: systems.variables.map((one) => one.id),
      alpha,
      cells: size,
      missing: u.filter((one) => one === null).length,
      zero: u.filter((one) => one?.includes(0)).length,
      classChanges: Object.fromEntries(others.map(({ form, level }) => [form, changes(classed.level, level)])),
      ...(parts ? { sharedColumns: origins.pairs } : {}),
      ...lags.trace,
    },
    warnings: [...origins.warnings, ...cellWarnings(u)],
  });
}

const relativeNames: Text = { en: "relative development, first over second", zh: "相对发展度（前者/后者）" };

function degree(letter: "c" | "d", form: Form, values: Float64Array): Measure {
  const what = letter === "c" ? { en: "coupling degree C", zh: "耦合度 C" } : { en: "coordination degree D", zh: "耦合协调度 D" };
  const id = form === "standard" ? letter : `${letter}${suffix[form]}`;
  return { id, names: { en: `${what.en} (${formNames[form].en})`, zh: `${what.zh}（${formNames[form].zh}）` }, values };
}

/** In how many cells two forms give another class, of how many that have one. */
function changes(a: Float64Array, b: Float64Array): { changed: number; of: number } {
  const found = { changed: 0, of: 0 };
  a.forEach((one, cell) => {
    if (one !== one) return;
    found.of++;
    if (one !== b[cell]) found.changed++;
  });
  return found;
}

function cellWarnings(u: readonly (readonly number[] | null)[]): Warning[] {
  const count = (test: (one: readonly number[] | null) => boolean): number => u.filter(test).length;
  const warning = (code: string, cells: number, en: string, zh: string): Warning[] =>
    cells ? [{ code, text: { en: `${en}: ${cells}`, zh: `${zh}：${cells} 个` } }] : [];
  const missing = count((one) => one === null);
  const allZero = count((one) => one?.every((x) => x === 0) ?? false);
  const noSecond = count((one) => one?.length === 2 && one[1] === 0);
  return [
    ...warning("missing-system", missing, "cells with a missing system, left empty", "有系统缺失、留空的单元格"),
    ...warning("all-zero", allZero, "cells with every system at 0, where C and D are 0", "各系统均为 0、C 与 D 记为 0 的单元格"),
    ...warning(
      "no-relative",
      noSecond,
      "cells with the second system at 0, without relative development",
      "第二系统为 0、无相对发展度的单元格",
    ),
  ];
}

const notComputed = (form: Form, forms: readonly Form[]): Fault =>
  new Fault({
    code: "form-not-computed",
    place: { path: "classify" },
    found: { en: `classify is ${form}`, zh: `classify 为 ${form}` },
    expected: { en: `expected one of the forms: ${forms.join(", ")}`, zh: `应为所列形式之一：${forms.join("、")}` },
    next: { en: `add ${form} to forms`, zh: `请将 ${form} 加入 forms` },
  });
