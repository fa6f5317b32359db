import type { Cell } from "../../method/index.js";
import { heading, table } from "../blocks.js";
import type { Block } from "../document.js";
import { column } from "../lookup/grid.js";
import { fileOf, stepsOf, tableOf } from "../lookup/steps.js";
import { ruleName } from "../names/rule-names.js";
import { count, fixed } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";
import { plural } from "../wording.js";

/** Cells whose outlying values were pulled in or put on another scale, indicator by indicator. */
export function treated({ run, names, say, pick }: Tale): readonly Block[] {
  return stepsOf(run, "treat").flatMap((step) => {
    const [cells, checks] = [tableOf(step, "treated"), tableOf(step, "checks")];
    const read = (from: typeof cells, id: string): readonly Cell[] => (from && column(from, id)) ?? [];
    const [changed, rules] = [read(cells, "variable"), read(cells, "rule")];
    if (changed.length === 0) return [];
    const found = new Map<string, { cells: number; rules: Set<string> }>();
    changed.forEach((id, k) => {
      const own = found.get(String(id)) ?? { cells: 0, rules: new Set<string>() };
      own.cells++;
      own.rules.add(String(rules[k]));
      found.set(String(id), own);
    });
    const [judged, skewness] = [read(checks, "variable"), read(checks, "skewness")];
    const skewnessOf = (id: string): { first: Cell; last: Cell } => {
      const own = skewness.filter((_, k) => judged[k] === id);
      return { first: own[0] ?? null, last: own.at(-1) ?? null };
    };
    const shown = (value: Cell): string | null => (typeof value === "number" ? fixed(value, 2) : null);
    const pooled = read(checks, "period").every((one) => one === null);
    return [
      heading(pick({ en: "Treated outliers", zh: "离群值处理" })),
      table({
        id: `treated-${step.id}`,
        title: pick({
          en: `${plural(changed.length, "treated cell")}, by indicator`,
          zh: `${count(changed.length)} 个处理过的值（按指标）`,
        }),
        head: [
          { label: pick({ en: "Indicator", zh: "指标" }) },
          { label: pick({ en: "Cells", zh: "单元格" }) },
          { label: pick({ en: "Rule", zh: "规则" }), align: "left" },
          ...(pooled
            ? [{ label: pick({ en: "Skewness before", zh: "处理前偏度" }) }, { label: pick({ en: "after", zh: "处理后偏度" }) }]
            : []),
        ],
        rows: [...found].map(([id, own]) => {
          const { first, last } = skewnessOf(id);
          return [
            names.of(id),
            count(own.cells),
            [...own.rules].map((rule) => say(ruleName(rule))).join(pick({ en: ", ", zh: "、" })),
            ...(pooled ? [shown(first), shown(last)] : []),
          ];
        }),
        file: fileOf(step, "treated"),
      }),
    ];
  });
}
