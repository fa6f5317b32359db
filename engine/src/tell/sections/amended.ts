import type { Cell } from "../../method/index.js";
import { heading, table } from "../blocks.js";
import type { Block } from "../document.js";
import { column } from "../lookup/grid.js";
import { fileOf, stepsOf, tableOf } from "../lookup/steps.js";
import { count } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";
import { plural } from "../wording.js";

/** Cells changed by a decision about a finding of the audit, each with the value it had and the reason. */
export function amended({ run, names, pick }: Tale): readonly Block[] {
  const actions = pick<Readonly<Record<string, string>>>({
    en: { flag: "kept, marked as suspect", drop: "taken out", impute: "taken out, to be imputed" },
    zh: { flag: "保留，标注存疑", drop: "剔除", impute: "剔除，另行插补" },
  });
  return stepsOf(run, "amend").flatMap((step) => {
    const found = tableOf(step, "amended");
    const read = (id: string): readonly Cell[] => (found && column(found, id)) ?? [];
    const [variable, unit, period, action, before, reason] = ["variable", "unit", "period", "action", "before", "reason"].map(read);
    if (action.length === 0) return [];
    const all = pick({ en: "all", zh: "全部" });
    return [
      heading(pick({ en: "What was decided about the findings", zh: "对审核发现的处理" })),
      table({
        id: `amended-${step.id}`,
        wide: true,
        folded: action.length > 8,
        title: pick({ en: `${plural(action.length, "amendment")} by decision`, zh: `按决定修订 ${count(action.length)} 处` }),
        head: [
          { label: pick({ en: "Column", zh: "列" }) },
          { label: pick({ en: "Where", zh: "地区" }), align: "left" },
          { label: pick({ en: "Year", zh: "年份" }), align: "left" },
          { label: pick({ en: "Value before", zh: "原值" }) },
          { label: pick({ en: "Decided", zh: "处理" }), align: "left" },
          { label: pick({ en: "Reason", zh: "理由" }), align: "left" },
        ],
        rows: action.map((one, k) => [
          variable[k] === null ? all : names.of(String(variable[k])),
          unit[k] === null ? all : names.unitOf(String(unit[k])),
          period[k] === null ? all : String(period[k]),
          before[k] === null ? null : String(before[k]),
          actions[String(one)] ?? String(one),
          String(reason[k] ?? ""),
        ]),
        file: fileOf(step, "amended"),
      }),
    ];
  });
}
