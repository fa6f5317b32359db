import { Flag, flagsOf, isPanel, pathOf } from "../../table/index.js";
import { figure, paragraph, table, there } from "../blocks.js";
import type { Role } from "../chart.js";
import type { Block, Section } from "../document.js";
import { ends, type Inequality, inequalities } from "../lookup/inequality.js";
import { type Reading, readings, type Verdict, verdicts } from "../lookup/matthew.js";
import { fileOf, mainIndex, rootsOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { fixed, percent, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { joined, went } from "../wording.js";
import { measured, roleOf, weighing } from "./measured.js";

const three = (value: number): string => fixed(value, 3);

/** Is the digital dividend for all: who has access and use along the ladder of income, and do those ahead pull away. */
export function divide(tale: Tale): Section | undefined {
  const { run, language, pick } = tale;
  const [ladders, found] = [inequalities(run, "concentration"), verdicts(run, language)];
  if (ladders.length === 0 && found.length === 0) return undefined;
  return {
    id: "divide",
    title: pick({ en: "Is the digital dividend for all?", zh: "数字红利惠及所有人吗" }),
    blocks: there(ladders.length > 0 && alongIncome(tale, ladders), found.length > 0 && pullingAway(tale, found)),
    asides: [
      aside(
        pick({ en: "What is not here", zh: "未包括的内容" }),
        pick({
          en: prose`Differences by sex, age, education and residence need a table by groups of persons; columns by ${tale.names.unitWord.one} do not show them.`,
          zh: prose`性别、年龄、教育、城乡居住之间的差异需要分人群的数据；分${tale.names.unitWord.one}的列不能显示。`,
        }),
      ),
    ],
  };
}

function alongIncome(tale: Tale, ladders: readonly Inequality[]): readonly Block[] {
  const { run, names, language, pick, now } = tale;
  const rank = names.inside(ladders[0].rank ?? "");
  const phrases = ladders.flatMap((one) => {
    const at = ends(one);
    return at ? [prose`${measured(tale, one)}${pick({ en: " ", zh: "" })}${went(at.from, at.to, language, three)}`] : [];
  });
  if (phrases.length === 0) return [];
  const text = paragraph(
    pick({
      en: prose`With the ${names.unitWord.many} ranked by ${rank}, the concentration index of ${joined(phrases, language)}. Above 0 the better-off have more than their share, at 0 income makes no difference.`,
      zh: prose`将各${names.unitWord.one}按${rank}排序，集中指数：${joined(phrases, language)}。大于 0 表示较富裕者多得，等于 0 表示与收入无关。`,
    }),
  );
  if (now === 0) return [text];
  const nearest = [...ladders].sort((a, b) => Math.abs(ends(b)?.to ?? 0) - Math.abs(ends(a)?.to ?? 0))[0];
  const at = ends(nearest);
  const name = measured(tale, nearest);
  const finding = at
    ? pick({
        en: `${title(name)} leans most on income: its concentration index ${went(at.from, at.to, "en", three)}`,
        zh: `${name}与收入的关联最强：集中指数${went(at.from, at.to, "zh", three)}`,
      })
    : name;
  const { periods } = run.data.panel;
  return [
    text,
    figure({
      id: "concentration",
      title: finding,
      subtitle: pick({ en: `Concentration index by ${rank}, ${span(periods)}`, zh: `${span(periods)} 年按${rank}排序的集中指数` }),
      chart: {
        kind: "lines",
        x: periods,
        series: ladders.map((one) => ({
          name: title(measured(tale, one)),
          role: wheelOf(tale, one),
          values: one.values,
          doubtful: mostlyImputed(tale, one),
        })),
      },
      note: pick({
        en: `${weighing(tale, ladders)}. Ties share their mean rank. Dashed: more than half of the cells of that year are imputed.`,
        zh: `${weighing(tale, ladders)}。同值者取平均位次。虚线：该年半数以上单元格为插补值。`,
      }),
      description: pick({ en: `Lines over time. ${finding}.`, zh: `折线图。${finding}。` }),
      file: fileOf(nearest.step, "concentration-index"),
    }),
  ];
}

/** The system an indicator belongs to has the colour. */
function wheelOf(tale: Tale, one: Inequality): Role {
  const tree = mainIndex(tale.run)?.index.tree;
  return tree?.leaves.some((leaf) => leaf.id === one.of.column) ? tale.names.role(pathOf(tree, one.of.column)[0].id) : roleOf(tale, one);
}

/** The periods in which more than half of the cells measured are imputed. */
function mostlyImputed({ run }: Tale, { of, periods }: Inequality): readonly boolean[] {
  const panel = of.id === "data" ? run.data.panel : run.steps.find((step) => step.id === of.id)?.result.value;
  if (!isPanel(panel) || !panel.variables.some(({ id }) => id === of.column)) return periods.map(() => false);
  const flags = flagsOf(panel, of.column);
  const width = panel.units.length;
  return periods.map((period) => {
    const t = panel.periods.indexOf(period);
    const imputed = flags.subarray(t * width, (t + 1) * width).reduce((count, bits) => count + (bits & Flag.imputed ? 1 : 0), 0);
    return 2 * imputed > width;
  });
}

const readingNames: Readonly<Record<Reading, { readonly en: string; readonly zh: string }>> = {
  growth: { en: "Growth on level", zh: "增长与水平" },
  spread: { en: "Spread", zh: "离散程度" },
  persistence: { en: "Ranks persist", zh: "位次固化" },
  concentration: { en: "Concentration", zh: "集中度" },
  divergence: { en: "Log t", zh: "log t" },
};

const verdictNames: Readonly<Record<Verdict["verdict"], { readonly en: string; readonly zh: string }>> = {
  yes: { en: "yes", zh: "存在" },
  no: { en: "no", zh: "不存在" },
  undecided: { en: "undecided", zh: "不能判定" },
};

function pullingAway(tale: Tale, found: readonly Verdict[]): readonly Block[] {
  const { run, names, language, pick } = tale;
  const main = mainIndex(run);
  const roots = main ? rootsOf(main.index) : [];
  const name = (id: string): string => (roots.includes(id) ? names.system(id) : names.inside(id));
  const about = (verdict: Verdict["verdict"]): readonly string[] =>
    found.filter((one) => one.verdict === verdict).map((one) => name(one.of));
  const phrase = (verdict: Verdict["verdict"], words: (which: string) => { readonly en: string; readonly zh: string }) => {
    const which = about(verdict);
    return which.length > 0 ? [prose`${pick(words(names.list([...which])))}`] : [];
  };
  const phrases = [
    ...phrase("yes", (which) => ({ en: `those ahead pull away in ${which}`, zh: `${which}方面领先者继续拉大差距` })),
    ...phrase("no", (which) => ({ en: `those behind catch up in ${which}`, zh: `${which}方面落后者正在追赶` })),
    ...phrase("undecided", (which) => ({ en: `the readings do not settle it for ${which}`, zh: `${which}方面读数不足以判定` })),
  ];
  const { first, last } = found[0];
  return [
    paragraph(
      pick({
        en: prose`Matthew effect, ${first}–${last}: ${joined(phrases, language)}. Persistent ranks alone are no Matthew effect.`,
        zh: prose`马太效应（${first}–${last} 年）：${joined(phrases, language)}。仅有位次固化不构成马太效应。`,
      }),
    ),
    table({
      id: "matthew",
      title: pick({ en: "Do those ahead pull away? Five readings", zh: "强者愈强吗：五项读数" }),
      head: [
        { label: pick({ en: "Of", zh: "对象" }) },
        { label: pick({ en: "Matthew effect", zh: "马太效应" }), align: "left" },
        ...readings.map((one) => ({ label: pick(readingNames[one]), align: "left" as const })),
        { label: pick({ en: "Up / down", zh: "同升 / 同降" }) },
      ],
      rows: found.map((one) => [
        title(name(one.of)),
        pick(verdictNames[one.verdict]),
        ...readings.map((reading) => one.speaks[reading]),
        `${percent(one.allUp, 0)} / ${percent(one.allDown, 0)}`,
      ]),
      note: pick({
        en: `for, against: what the reading says of the effect. Up / down: resamples of the ${names.unitWord.many} in which growth on level, spread and concentration all point up, or all down.`,
        zh: `支持、反对：该读数对马太效应的方向。同升 / 同降：对${names.unitWord.one}重抽样时，增长与水平、离散程度、集中度三者同升或同降的比例。`,
      }),
    }),
  ];
}
