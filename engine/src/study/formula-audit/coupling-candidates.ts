import { couplingDegree } from "../../explain/coupling/coupling-degree.js";
import { sum } from "../../ground/sums/index.js";
import type { Text } from "../../ground/words/index.js";
import { fittedCandidates } from "./coupling-constants.js";
import { couplingForms } from "./coupling-forms.js";
import { boxAt, type CouplingTable, levelAt, rangeAt, rescaledBoxes } from "./coupling-table.js";
import { type Interval, productOf, rangeOver } from "./interval.js";
import { type Candidate, type CandidateRow, holds, judge } from "./judge.js";
import type { Published } from "./published.js";

export type CouplingColumn = "c" | "t" | "d";

interface Quantity extends Omit<Candidate, "right"> {
  /** the column this may legitimately stand in; null: none */
  readonly of: CouplingColumn | null;
  /** the columns it is tried against; all when absent */
  readonly against?: readonly CouplingColumn[];
  readonly range: (row: number) => Interval | null;
}

/** Every candidate that can be computed from the table, held against one of its columns. */
export function judgeColumn(table: CouplingTable, column: CouplingColumn, heading: string): CandidateRow[] {
  const printed = table[column] as readonly (Published | null)[];
  const simple = quantities(table)
    .filter(({ against }) => against === undefined || against.includes(column))
    .map(({ of, ...one }) => judge({ ...one, right: of === column }, heading, printed, one.range));
  const rows = [...simple, ...fittedCandidates(table, column, heading)].filter((one) => one !== null);
  // √(C·T) of the printed C says all there is to say: that of a recomputed C would only repeat it.
  const ofPrinted = rows.some((one) => one.id === "root-ct" && holds(one));
  return ofPrinted ? rows.filter(({ id }) => id === "root-ct" || !id.startsWith("root-ct-")) : rows;
}

/** √(C·T), C by a form, T as printed or the mean. */
const rootOf = ({ en, zh }: Text): Text => ({ en: `D = √(C·T), C being ${en}`, zh: `D = √(C·T)，其中 C 为${zh}` });

function quantities(table: CouplingTable): Quantity[] {
  const over = (f: (u: readonly number[]) => number) => (row: number) => {
    const box = boxAt(table, row);
    return box && rangeOver(box, f);
  };
  const scaled = table.u.length > 1 ? rescaledBoxes(table) : () => null;
  const root = (c: (row: number) => Interval | null) => (row: number) => productOf(c(row), levelAt(table, row), Math.sqrt);
  const rescaled = (row: number): Interval | null => {
    const box = scaled(row);
    return box && rangeOver(box, (u) => couplingDegree(u, "standard", 1));
  };
  const at = (column: CouplingColumn) => (row: number) => rangeAt(table[column], row);
  const [c, t] = [at("c"), at("t")];
  const forms = couplingForms.map(
    ({ id, names, why, right, of }): Quantity => ({ id, names, why, of: right ? "c" : null, range: over(of) }),
  );
  const roots = couplingForms.map(
    ({ id, names, why, right, of }): Quantity => ({
      id: `root-ct-${id}`,
      names: rootOf(names),
      why,
      of: right ? "d" : null,
      against: ["c", "d"],
      range: root(over(of)),
    }),
  );
  const quantity = (
    id: string,
    names: Text,
    range: Quantity["range"],
    rest: Pick<Quantity, "of" | "against" | "why"> = { of: null },
  ): Quantity => ({ id, names, range, ...rest });
  const spssau = {
    en: "the standard coupling degree of columns first rescaled to [0.01, 0.99]",
    zh: "各列先压缩到 [0.01, 0.99] 后的标准耦合度",
  };
  const byDefault = {
    en: "SPSSAU rescales the columns by default, so that every row changes when one is added",
    zh: "SPSSAU 默认先作区间化，增减一行则各行皆变",
  };
  return [
    ...forms,
    quantity("rescaled-first", spssau, rescaled, { of: null, why: byDefault }),
    ...roots,
    quantity("root-ct-rescaled-first", rootOf(spssau), root(rescaled), { of: null, against: ["c", "d"], why: byDefault }),
    quantity("mean", { en: "T, the mean of the developments", zh: "各系统均值 T" }, over(mean), { of: "t" }),
    quantity("sum", { en: "the sum of the developments", zh: "各系统之和" }, over(sum), {
      of: null,
      why: { en: "it is not divided by n, and passes 1", zh: "未除以 n，可超过 1" },
    }),
    quantity(
      "root-ct",
      { en: "√(C·T) of the printed C and T", zh: "由所列 C 与 T 得到的 √(C·T)" },
      (row) => productOf(c(row), levelAt(table, row), Math.sqrt),
      { of: "d", against: ["d"] },
    ),
    quantity("ct", { en: "C·T", zh: "C·T" }, (row) => productOf(c(row), levelAt(table, row), (x) => x), {
      of: null,
      against: ["d"],
      why: { en: "the root is missing", zh: "漏写开方" },
    }),
    quantity(
      "columns-c-and-d",
      { en: "C, the headings C and D being exchanged (C² = D·T)", zh: "C，即 C 与 D 两列标题互换（C² = D·T）" },
      (row) => productOf(c(row), c(row), (x) => x, levelAt(table, row)),
      { of: null, against: ["d"] },
    ),
    quantity(
      "columns-t-and-d",
      { en: "T, the headings T and D being exchanged (T² = C·D)", zh: "T，即 T 与 D 两列标题互换（T² = C·D）" },
      (row) => productOf(t(row), t(row), (x) => x, c(row)),
      { of: null, against: ["d"] },
    ),
    quantity("the-column-c", { en: "the printed C once more", zh: "所列 C 的重复" }, c, { of: null, against: ["t", "d"] }),
    quantity("the-column-t", { en: "the printed T once more", zh: "所列 T 的重复" }, t, { of: null, against: ["d"] }),
  ];
}

const mean = (u: readonly number[]): number => sum(u) / u.length;
