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
const rootSay = ({ en, zh }: Text): Text => ({ en: `D = √(C·T), C being ${en}`, zh: `D = √(C·T)，其中 C 为${zh}` });

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
    ({ id, names, say, right, of }): Quantity => ({ id, names, say, of: right ? "c" : null, range: over(of) }),
  );
  const roots = couplingForms.map(
    ({ id, names, say, right, of }): Quantity => ({
      id: `root-ct-${id}`,
      names: rootSay(names),
      say: rootSay(say),
      of: right ? "d" : null,
      against: ["c", "d"],
      range: root(over(of)),
    }),
  );
  const quantity = (
    id: string,
    names: Text,
    range: Quantity["range"],
    rest: Pick<Quantity, "of" | "against"> & { readonly say?: Text } = { of: null },
  ): Quantity => ({ id, names, say: names, range, ...rest });
  const spssau = {
    en: "the standard coupling degree of columns first rescaled to [0.01, 0.99]",
    zh: "各列先压缩到 [0.01, 0.99] 后的标准耦合度",
  };
  const default_ = (say: Text): Text => ({
    en: `${say.en} (SPSSAU's default; every row changes when one is added)`,
    zh: `${say.zh}（SPSSAU 默认做法，增减一行则各行皆变）`,
  });
  return [
    ...forms,
    quantity("rescaled-first", default_(spssau), rescaled, { of: null, say: spssau }),
    ...roots,
    quantity("root-ct-rescaled-first", default_(rootSay(spssau)), root(rescaled), { of: null, against: ["c", "d"], say: rootSay(spssau) }),
    quantity("mean", { en: "T, the mean of the developments", zh: "各系统均值 T" }, over(mean), { of: "t" }),
    quantity("sum", { en: "the sum of the developments, not divided by n", zh: "各系统之和（未除以 n）" }, over(sum)),
    quantity(
      "root-ct",
      { en: "√(C·T) of the printed C and T", zh: "由所列 C 与 T 得到的 √(C·T)" },
      (row) => productOf(c(row), levelAt(table, row), Math.sqrt),
      { of: "d", against: ["d"] },
    ),
    quantity("ct", { en: "C·T, its root lost", zh: "漏写开方的 C·T" }, (row) => productOf(c(row), levelAt(table, row), (x) => x), {
      of: null,
      against: ["d"],
    }),
    quantity(
      "columns-c-and-d",
      { en: "C, and the column headed C is D (C² = D·T)", zh: "C，而标题为 C 的列才是 D（C² = D·T）" },
      (row) => productOf(c(row), c(row), (x) => x, levelAt(table, row)),
      { of: null, against: ["d"] },
    ),
    quantity(
      "columns-t-and-d",
      { en: "T, and the column headed T is D (T² = D·C)", zh: "T，而标题为 T 的列才是 D（T² = D·C）" },
      (row) => productOf(t(row), t(row), (x) => x, c(row)),
      { of: null, against: ["d"] },
    ),
    quantity("the-column-c", { en: "the printed C once more", zh: "所列 C 的重复" }, c, { of: null, against: ["t", "d"] }),
    quantity("the-column-t", { en: "the printed T once more", zh: "所列 T 的重复" }, t, { of: null, against: ["d"] }),
  ];
}

const mean = (u: readonly number[]): number => sum(u) / u.length;
