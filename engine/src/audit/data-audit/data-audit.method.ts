import { about, byDefault, choice, type Infer, integer, list, number, object, optional, pair, text } from "../../ground/schema/index.js";
import { card, slots } from "../../method/index.js";
import { actions, kinds } from "../finding.js";

const id = text({ min: 1 });
const share = number({ min: 0, max: 1 });

const decision = object({
  variable: about(optional(id), "column decided on; absent where a whole unit is", "所处理的列；针对整个单位时略去"),
  kind: about(optional(choice(kinds)), "only findings of this kind", "仅限该类发现"),
  unit: about(optional(id), "only this unit (code)", "仅限该单位（代码）"),
  period: about(optional(integer()), "only findings that touch this period", "仅限涉及该时期的发现"),
  action: about(choice(actions), "what is done about it", "处理方式"),
  reason: about(id, "why, in your own words", "理由"),
});
const bound = object({
  variable: about(id, "column", "列"),
  min: about(optional(number()), "smallest possible value", "可能的最小值"),
  max: about(optional(number()), "largest possible value", "可能的最大值"),
});
const identity = object({
  variable: about(id, "published column", "已公布的列"),
  is: about(choice(["ratio", "product", "sum", "difference"]), "how it follows from the two others", "由另外两列得出的方式"),
  of: about(pair(id, id), "the two columns, in order", "依次为两列"),
  times: about(byDefault(number(), 1), "factor, e.g. 100 for per cent", "倍数，如百分数为 100"),
});

const options = object({
  breakFactor: about(
    byDefault(number({ above: 1 }), 1.25),
    "base-break: factor the median unit jumps by",
    "价格基期断点：中位单位的跳跃倍数",
  ),
  breakSure: about(
    byDefault(number({ above: 1 }), 5),
    "base-break: factor against the usual change that counts even where the course does not turn",
    "价格基期断点：即使走势未反转也计为断点的倍数",
  ),
  breakShare: about(byDefault(share, 0.9), "base-break: share of units that jump to the same side", "价格基期断点：同向跳跃单位的比例"),
  spreadRatio: about(
    byDefault(number({ above: 1 }), 3),
    "spread-break: scatter of the units against the median of the other years",
    "口径断点：各单位离散度相对其他年份中位数的倍数",
  ),
  spreadFloor: about(byDefault(number({ min: 0 }), 0.03), "spread-break: least scatter (log points)", "口径断点：离散度下限（对数差）"),
  jumpFactor: about(
    byDefault(number({ above: 1 }), 2),
    "spike, unit-shift: factor against the other units' change",
    "单点异常、个体平移：相对其他单位变化的倍数",
  ),
  jumpNoise: about(
    byDefault(number({ min: 0 }), 6),
    "spike, unit-shift: change in robust standard deviations of the column",
    "单点异常、个体平移：以该列稳健标准差计的变化",
  ),
  jumpOwn: about(
    byDefault(number({ min: 0 }), 3),
    "spike, unit-shift: change in robust standard deviations of the unit's own other years",
    "单点异常、个体平移：以该单位其他年份稳健标准差计的变化",
  ),
  returnShare: about(byDefault(share, 0.5), "spike: share of the jump that is undone in the next period", "单点异常：下一期回落所占比例"),
  chance: about(
    byDefault(number({ above: 0, max: 1 }), 1e-3),
    "repeat, straight-line: largest probability of arising by chance",
    "重复值、线性插值：偶然出现的概率上限",
  ),
  falseAlarms: about(
    byDefault(number({ above: 0 }), 0.2),
    "repeat: number of repetitions expected by chance that is tolerated in a column",
    "重复值：一列中可容忍的偶然重复期望数",
  ),
  digits: about(
    byDefault(integer({ min: 1, max: 12 }), 4),
    "repeat, duplicate, vintage: significant digits that make two equal figures remarkable",
    "重复与版本：相同数字所需的有效位数",
  ),
  lineTolerance: about(
    byDefault(number({ above: 0, max: 0.01 }), 1e-6),
    "straight-line: relative distance from the line",
    "线性插值：偏离直线的相对距离",
  ),
  lineExcess: about(
    byDefault(number({ min: 1 }), 3),
    "straight-line: collinear points for each one expected by chance",
    "线性插值：共线点数相对偶然期望数的倍数",
  ),
  lineRun: about(byDefault(integer({ min: 2 }), 3), "straight-line: interior points in a row", "线性插值：连续内点数"),
  lineShare: about(
    byDefault(share, 0.33),
    "straight-line: share of units bent at no point in the same year",
    "线性插值：同年共线单位的比例",
  ),
  agreeShare: about(
    byDefault(share, 0.5),
    "vintage: share of cells in which two columns agree exactly",
    "版本混用：两列完全相同的单元格比例",
  ),
  vintageGap: about(
    byDefault(number({ above: 0 }), 0.005),
    "vintage: relative difference that counts, for columns named in `sameSeries`",
    "版本混用：`sameSeries` 所列两列间计为差异的相对差",
  ),
  nearGap: about(
    byDefault(number({ above: 0 }), 0.1),
    "vintage: relative difference within which two columns are close",
    "版本混用：两列视为相近的相对差",
  ),
  nearCorrelation: about(
    byDefault(share, 0.95),
    "vintage: correlation of the logarithms from which close columns move alike",
    "版本混用：相近两列视为同步变动的对数相关系数",
  ),
  available: about(
    byDefault(share, 0.65),
    "thin: share of cells a column or unit needs (OECD/JRC)",
    "数据不足：列或单位所需的可用比例（OECD/JRC）",
  ),
  gapShare: about(
    byDefault(share, 0.5),
    "gap: share of units missing that makes a period a gap of its own",
    "缺失：该期单独列出所需的缺失单位比例",
  ),
  sameShare: about(byDefault(share, 0.95), "constant: share of cells that hold one value", "常数列：取同一值的单元格比例"),
  rare: about(byDefault(share, 0.05), "bounds: share of negative cells that is an exception", "越界：视为例外的负值比例"),
  ruleShare: about(
    byDefault(share, 0.9),
    "identity: share of cells that obey before the others are exceptions",
    "恒等式：多大比例成立时其余视为例外",
  ),
  parts: about(
    byDefault(choice(["as-printed", "rounded"]), "as-printed"),
    "identity: the parts are exact as printed, or rounded themselves",
    "恒等式：分项按所印数字为准，或其本身也经四舍五入",
  ),
  bounds: about(byDefault(list(bound), []), "limits a column cannot pass", "列的取值界限"),
  identities: about(
    byDefault(list(identity), []),
    "columns that must follow from others to the printed digits",
    "须与其他列一致到所印位数的列",
  ),
  sameSeries: about(byDefault(list(pair(id, id)), []), "pairs of columns that claim to be one series", "声称为同一序列的两列"),
  decisions: about(byDefault(list(decision), []), "what was decided about the findings", "对各项发现的处理决定"),
  stopOn: about(
    byDefault(choice(["never", "stop", "doubt"]), "never"),
    "severity of an undecided finding that stops the run",
    "未作决定的发现达到何种程度时停止运行",
  ),
});
export type DataAuditOptions = Infer<typeof options>;

export const dataAuditCard = card({
  id: "data-audit",
  names: { en: "Data audit", zh: "数据审核" },
  summary: {
    en: "Looks for what is wrong with a table before anything is computed from it: breaks, single wrong cells, copied or interpolated values, mixed vintages, gaps.",
    zh: "在计算之前检查数据：断点、单点错误、重复或插值的数字、版本混用与缺失。",
  },
  step: { verb: "audit", as: null },
  formula: String.raw`\Delta_{it}=\ln x_{it}-\ln x_{i,t-1},\quad M_t=\operatorname{med}_i\Delta_{it},\quad E_{it}=\Delta_{it}-M_t,\quad \sigma=1.4826\,\operatorname{med}|E|`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "report", tables: ["findings", "cells", "missing", "missing-units", "columns", "decisions", "decided"] },
  citations: ["oecd2008", "rousseeuw1993"],
  variant: ({ bounds, identities, sameSeries, decisions, ...rules }) =>
    [
      ...Object.entries(rules).map(([key, value]) => `${key} ${value}`),
      ...Object.entries({ bounds, identities, sameSeries, decisions }).map(([key, given]) => `${given.length} ${key}`),
    ].join(" · "),
  load: async () => {
    const { dataAudit } = await import("./data-audit.js");
    return ({ panel }, chosen) => dataAudit(panel, chosen);
  },
});
