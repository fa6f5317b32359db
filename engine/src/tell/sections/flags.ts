import { Flag } from "../../table/index.js";
import { heading, paragraph, table } from "../blocks.js";
import type { Block } from "../document.js";
import { certainty } from "../lookup/certainty.js";
import { countCells, flagged, imputed } from "../lookup/doubt.js";
import { fileOf, stepsOf } from "../lookup/steps.js";
import { ruleName } from "../names/rule-names.js";
import { count, runs, score, signed } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";
import { plural } from "../wording.js";

/** Imputed cells, indicator by indicator. */
export function filled({ run, names, say, language, pick }: Tale): readonly Block[] {
  const known = imputed(run);
  if (!known || known.length === 0) return [];
  const [step] = stepsOf(run, "impute");
  const total = known.reduce((sum, one) => sum + one.cells, 0);
  return [
    heading(pick({ en: "Imputed cells", zh: "插补的单元格" })),
    table({
      id: "imputed",
      title: pick({ en: `${plural(total, "imputed cell")}, by indicator`, zh: `${count(total)} 个插补值（按指标）` }),
      head: [
        { label: pick({ en: "Indicator", zh: "指标" }) },
        { label: pick({ en: "Cells", zh: "单元格" }) },
        {
          label:
            names.unitWord.many === "各省份"
              ? "省份数"
              : pick({ en: `${names.unitWord.many.charAt(0).toUpperCase()}${names.unitWord.many.slice(1)}`, zh: "单位数" }),
        },
        { label: pick({ en: "Years", zh: "年份" }), align: "left" },
        { label: pick({ en: "Rule", zh: "规则" }), align: "left" },
      ],
      rows: known.map((one) => [
        names.of(one.variable),
        count(one.cells),
        count(one.units),
        runs(one.periods, language),
        one.rules.map((rule) => say(ruleName(rule))).join(pick({ en: ", ", zh: "、" })),
      ]),
      file: step && fileOf(step, "imputed"),
    }),
  ];
}

/** Declared changes of definition, source or price base. */
export function breaks({ run, names, say, pick }: Tale): readonly Block[] {
  const known = run.data.panel.variables.flatMap((one) => one.breaks.map((each) => ({ ...each, variable: one.names })));
  if (known.length === 0) return [];
  return [
    table({
      id: "breaks",
      wide: true,
      title: pick({ en: "Breaks declared by the data set", zh: "数据集声明的断点" }),
      head: [
        { label: pick({ en: "Column", zh: "列" }) },
        { label: pick({ en: "From", zh: "起始" }) },
        { label: pick({ en: "Where", zh: "范围" }), align: "left" },
        { label: pick({ en: "What changed", zh: "变化" }), align: "left" },
      ],
      rows: known.map((one) => [
        say(one.variable),
        String(one.period),
        one.unit ? names.unitOf(one.unit) : pick({ en: "all", zh: "全部" }),
        say(one.note),
      ]),
    }),
  ];
}

/** Cells the data set calls suspect, and what they change. */
export function suspects(tale: Tale): readonly Block[] {
  const { run, names, language, pick } = tale;
  const known = flagged(run, Flag.suspect);
  if (known.length === 0) return [];
  const { periods } = run.data.panel;
  const { decided } = certainty(run);
  const effects = decided.map(({ turn, indicator, without, suspect }) =>
    pick({
      en: prose`In ${names.unit(turn.unit)} ${names.coloured(turn.ahead)} leads ${names.coloured(turn.usual)} by ${score(turn.gap)} in ${periods[turn.t]}; with "${names.of(indicator)}" (${suspect ? "suspect" : "imputed"}) at the mean of the years beside it the lead would be ${signed(without)}: this cell alone turns the order.`,
      zh: prose`${periods[turn.t]} 年${names.unit(turn.unit)}的${names.coloured(turn.ahead)}比${names.coloured(turn.usual)}高 ${score(turn.gap)}；若“${names.of(indicator)}”（${suspect ? "存疑" : "插补"}）取前后年份均值，该差为 ${signed(without)}：仅此一格即改变先后。`,
    }),
  );
  return [
    heading(pick({ en: "Suspect cells", zh: "存疑数值" })),
    paragraph(
      pick({
        en: prose`${plural(countCells(known), "cell")} ${countCells(known) === 1 ? "is" : "are"} kept as published and flagged.`,
        zh: prose`${count(countCells(known))} 个单元格按公布值保留并作标记。`,
      }),
    ),
    ...effects.map(paragraph),
    table({
      id: "suspect",
      title: pick({ en: "Suspect cells, kept and flagged", zh: "保留并标记的存疑数值" }),
      head: [
        { label: pick({ en: "Column", zh: "列" }) },
        { label: pick({ en: "Where", zh: "地区" }), align: "left" },
        { label: pick({ en: "Years", zh: "年份" }), align: "left" },
      ],
      rows: known.map((one) => [names.of(one.variable), names.unitOf(one.unit), runs(one.periods, language)]),
    }),
  ];
}
