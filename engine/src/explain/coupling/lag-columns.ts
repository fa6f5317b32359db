import { Fault } from "../../ground/fault/index.js";
import type { Cell, Column } from "../../method/index.js";
import type { Panel } from "../../table/index.js";
import { type Lag, type LagRule, lagGrade, lagNames, lagOf, synchronousCuts } from "../levels/index.js";

interface Lags {
  readonly columns: readonly Column[];
  readonly trace: Readonly<Record<string, unknown>>;
}

/** Which of two systems lags in every cell; nothing unless it is asked for. */
export function lagColumns(
  p: Panel,
  u: readonly (readonly number[] | null)[],
  { lag, synchronous }: { readonly lag: LagRule | "none"; readonly synchronous?: readonly [number, number] },
): Lags {
  if (synchronous && !(synchronous[0] <= synchronous[1])) throw cutsFault(synchronous);
  if (lag === "none") return { columns: [], trace: {} };
  if (p.variables.length !== 2) throw twoOnly(p.variables.length);
  const cuts = lag === "graded" ? synchronousCuts.graded : (synchronous ?? synchronousCuts[lag]);
  const known = u.map((one) => (one === null || (one[0] === 0 && one[1] === 0) ? null : one));
  const lags = known.map((one) => one && lagOf(one[0], one[1], lag, cuts));
  const column = (id: string, names: Column["names"], cells: readonly Cell[]): Column => ({
    id,
    names,
    values: p.units.flatMap((_, i) => p.periods.map((_, t) => cells[t * p.units.length + i])),
  });
  return {
    columns: [
      column("lag", { en: "which system lags", zh: "滞后类型" }, lags),
      ...(lag === "graded"
        ? [
            column(
              "lag_grade",
              { en: "grade of the lag, 0–3", zh: "滞后程度（0–3）" },
              known.map((one) => one && lagGrade(one[0], one[1])),
            ),
          ]
        : []),
    ],
    trace: {
      lag: {
        rule: lag,
        cuts,
        counts: Object.fromEntries((Object.keys(lagNames) as Lag[]).map((key) => [key, lags.filter((one) => one === key).length])),
      },
    },
  };
}

const cutsFault = ([low, high]: readonly [number, number]): Fault =>
  new Fault({
    code: "bad-cuts",
    place: { path: "synchronous" },
    found: { en: `the cuts are ${low} and ${high}`, zh: `界限为 ${low} 与 ${high}` },
    expected: { en: "expected the lower cut first", zh: "应先写下限" },
    next: { en: "write e.g. [0.8, 1.2]", zh: "例如写 [0.8, 1.2]" },
  });

const twoOnly = (count: number): Fault =>
  new Fault({
    code: "lag-of-two",
    place: { path: "lag" },
    found: { en: `${count} systems are coupled`, zh: `参与耦合的系统有 ${count} 个` },
    expected: { en: "expected two: only then one of them lags", zh: "滞后类型仅适用于两个系统" },
    next: { en: "write lag: none, or couple two systems at a time", zh: "请写 lag: none，或每次耦合两个系统" },
  });
