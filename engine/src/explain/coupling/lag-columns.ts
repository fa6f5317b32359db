import { Fault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import { type Cell, type Column, type ResultTable, rowsTable } from "../../method/index.js";
import type { Panel } from "../../table/index.js";
import { gradeNames, type Lag, type LagRule, lagGrade, lagNames, lagOf, synchronousCuts } from "../levels/index.js";

interface Lags {
  readonly columns: readonly Column[];
  /** what the words in the columns mean, and how many cells carry them */
  readonly tables: readonly ResultTable[];
  readonly trace: Readonly<Record<string, unknown>>;
}

/** Which of two systems lags in every cell; nothing unless it is asked for. */
export function lagColumns(
  p: Panel,
  u: readonly (readonly number[] | null)[],
  { lag, synchronous }: { readonly lag: LagRule | "none"; readonly synchronous?: readonly [number, number] },
): Lags {
  if (synchronous && !(synchronous[0] <= synchronous[1])) throw cutsFault(synchronous);
  if (synchronous && lag === "graded") throw gradesFault();
  if (lag === "none") return { columns: [], tables: [], trace: {} };
  if (p.variables.length !== 2) throw twoOnly(p.variables.length);
  const cuts = lag === "graded" ? synchronousCuts.graded : (synchronous ?? synchronousCuts[lag]);
  const known = u.map((one) => (one === null || (one[0] === 0 && one[1] === 0) ? null : one));
  const lags = known.map((one) => one && lagOf(one[0], one[1], lag, cuts));
  const grades = lag === "graded" ? known.map((one) => one && lagGrade(one[0], one[1])) : undefined;
  const column = (id: string, names: Column["names"], cells: readonly Cell[]): Column => ({
    id,
    names,
    values: p.units.flatMap((_, i) => p.periods.map((_, t) => cells[t * p.units.length + i])),
  });
  return {
    columns: [
      column("lag", { en: "which system lags", zh: "滞后类型" }, lags),
      ...(grades ? [column("lag_grade", { en: "grade of the lag, 0–3", zh: "滞后程度（0–3）" }, grades)] : []),
    ],
    tables: [lagsTable(lags, grades)],
    trace: { lag: { rule: lag, cuts } },
  };
}

function lagsTable(lags: readonly (Lag | null)[], grades: readonly (number | null)[] | undefined): ResultTable {
  const cells = (lag: Lag, grade: number): number => lags.filter((one, cell) => one === lag && (!grades || grades[cell] === grade)).length;
  const rows = (Object.keys(lagNames) as Lag[]).flatMap((lag) => {
    if (!grades || lag === "together") return [{ lag, lag_grade: 0, ...named(lagNames[lag]), cells: cells(lag, 0) }];
    return gradeNames.map((grade, k) => ({
      lag,
      lag_grade: k + 1,
      ...named({ en: `${lagNames[lag].en}, ${grade.en}`, zh: `${lagNames[lag].zh}（${grade.zh}）` }),
      cells: cells(lag, k + 1),
    }));
  });
  return rowsTable("lags", { en: "Lags", zh: "滞后类型" }, rows, {
    lag: { en: "which system lags", zh: "滞后类型" },
    ...(grades ? { lag_grade: { en: "grade", zh: "程度" } } : {}),
    name_en: { en: "name (English)", zh: "英文名称" },
    name_zh: { en: "name (Chinese)", zh: "中文名称" },
    cells: { en: "cells", zh: "单元格数" },
  });
}

const named = ({ en, zh }: Text) => ({ name_en: en, name_zh: zh });

const cutsFault = ([low, high]: readonly [number, number]): Fault =>
  new Fault({
    code: "bad-cuts",
    place: { path: "synchronous" },
    found: { en: `the cuts are ${low} and ${high}`, zh: `界限为 ${low} 与 ${high}` },
    expected: { en: "expected the lower cut first", zh: "应先写下限" },
    next: { en: "write e.g. [0.8, 1.2]", zh: "例如写 [0.8, 1.2]" },
  });

const gradesFault = (): Fault =>
  new Fault({
    code: "grades-have-cuts",
    place: { path: "synchronous" },
    found: { en: "cuts are given for graded lags", zh: "为分级滞后给出了界限" },
    expected: { en: "expected none: graded lags have their own, 0.3, 0.5 and 1", zh: "分级滞后自有界限 0.3、0.5 与 1" },
    next: { en: "leave synchronous out, or write lag: ratio", zh: "请省略 synchronous，或写 lag: ratio" },
  });

const twoOnly = (count: number): Fault =>
  new Fault({
    code: "lag-of-two",
    place: { path: "lag" },
    found: { en: `${count} systems are coupled`, zh: `参与耦合的系统有 ${count} 个` },
    expected: { en: "expected two: only then one of them lags", zh: "滞后类型仅适用于两个系统" },
    next: { en: "write lag: none, or couple two systems at a time", zh: "请写 lag: none，或每次耦合两个系统" },
  });
