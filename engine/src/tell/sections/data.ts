import { countMissing, offset, type Panel } from "../../table/index.js";
import { heading, list, paragraph, table, there } from "../blocks.js";
import type { Block, Section } from "../document.js";
import { count, percent, runs, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { closed, plural } from "../wording.js";
import { amended } from "./amended.js";
import { findings } from "./findings.js";
import { breaks, filled, suspects } from "./flags.js";
import { treated } from "./treated.js";

/** What the numbers rest on: columns, sources, gaps, statuses, breaks, suspect cells, findings of the audit. */
export function data(tale: Tale): Section {
  const { run, names, say, language, pick } = tale;
  const { panel, coverage, notes } = run.data;
  const missing = countMissing(panel);
  const named = run.steps.flatMap((step) => Object.values(step.options).flat());
  const general = notes.filter((one) => one.variable === "" && (one.convention === undefined || named.includes(one.convention)));
  return {
    id: "data",
    title: pick({ en: "Data and audit", zh: "数据与审核" }),
    blocks: there(
      paragraph(
        pick({
          en: prose`${closed(say(coverage), language)} ${plural(panel.variables.length, "column")} by ${names.units(panel.units.length)} by ${plural(panel.periods.length, "year")} make ${count(panel.values.length)} cells, of which ${count(missing)} (${percent(missing / panel.values.length)}) are missing.`,
          zh: prose`${closed(say(coverage), language)}${panel.variables.length} 列 × ${names.units(panel.units.length)} × ${panel.periods.length} 年，共 ${count(panel.values.length)} 个单元格，其中 ${count(missing)} 个（${percent(missing / panel.values.length)}）缺失。`,
        }),
      ),
      general.length > 0 && list(general.map((one) => prose`${say(one.note)}`)),
      columns(tale),
      statuses(tale),
      filled(tale),
      treated(tale),
      breaks(tale),
      suspects(tale),
      findings(tale),
      amended(tale),
    ),
    asides: [
      aside(
        pick({ en: "Missing is missing", zh: "缺失即缺失" }),
        pick({
          en: prose`Nothing is filled in the raw data. What a step imputes is flagged, counted and drawn dashed; indicators are computed before imputing.`,
          zh: prose`原始数据不作任何填补；步骤中插补的值均有标记、计数，并以虚线绘出；先计算指标，后插补。`,
        }),
      ),
    ],
  };
}

/** Cells without a value, and the periods without any. */
function gaps(panel: Panel, v: number): { readonly cells: number; readonly empty: readonly number[] } {
  const missingAt = (t: number): number =>
    panel.units.reduce((sum, _, i) => sum + (Number.isNaN(panel.values[offset(panel, v, t, i)]) ? 1 : 0), 0);
  const counts = panel.periods.map((_, t) => missingAt(t));
  return {
    cells: counts.reduce((a, b) => a + b, 0),
    empty: panel.periods.filter((_, t) => counts[t] === panel.units.length),
  };
}

function columns({ run, say, language, pick }: Tale): Block {
  const { panel } = run.data;
  const sourced = panel.variables.some((one) => say(one.source) !== "");
  return table({
    id: "columns",
    wide: true,
    folded: panel.variables.length > 8,
    title: pick({
      en: `The ${panel.variables.length} raw columns, ${span(panel.periods)}`,
      zh: `${span(panel.periods)} 年原始数据列（${panel.variables.length} 列）`,
    }),
    head: [
      { label: pick({ en: "Column", zh: "列" }) },
      { label: pick({ en: "Unit", zh: "单位" }), align: "left" },
      { label: pick({ en: "Missing", zh: "缺失" }) },
      { label: pick({ en: "Empty years", zh: "全缺年份" }), align: "left" },
      ...(sourced ? [{ label: pick({ en: "Source", zh: "来源" }), align: "left" as const }] : []),
    ],
    rows: panel.variables.map((one, v) => {
      const { cells, empty } = gaps(panel, v);
      const source = [say(one.source), say(one.vintage)].filter(Boolean).join(pick({ en: "; ", zh: "；" }));
      return [
        `[${v + 1}] ${say(one.names)}`,
        say(one.unit) || null,
        count(cells),
        empty.length ? runs(empty, language) : null,
        ...(sourced ? [source || null] : []),
      ];
    }),
  });
}

function statuses({ run, say, pick }: Tale): readonly Block[] {
  const known = run.data.statuses.filter((one) => one.cells > 0);
  if (known.length === 0) return [];
  const all = known.reduce((sum, one) => sum + one.cells, 0);
  return [
    heading(pick({ en: "How each figure was obtained", zh: "数字的来历" })),
    table({
      id: "statuses",
      title: pick({ en: "Status of the cells", zh: "单元格状态" }),
      head: [
        { label: pick({ en: "Code", zh: "代码" }) },
        { label: pick({ en: "Meaning", zh: "含义" }), align: "left" },
        { label: pick({ en: "Cells", zh: "单元格" }) },
        { label: pick({ en: "Share", zh: "占比" }) },
      ],
      rows: known.map((one) => [one.code, say(one.names), count(one.cells), percent(one.cells / all)]),
    }),
  ];
}
