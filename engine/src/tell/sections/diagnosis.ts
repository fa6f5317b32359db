import { chainOf } from "../../table/index.js";
import { figure, heading, list, paragraph, table, there } from "../blocks.js";
import type { Block, Section } from "../document.js";
import { commonest, type Diagnosed, diagnosed, type Finding, type Point, points } from "../lookup/diagnosis.js";
import { drawnOf } from "../lookup/drawn.js";
import { order } from "../lookup/grid.js";
import { standing } from "../lookup/standing.js";
import { fileOf, mainIndex, rootsOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { score } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { joined } from "../wording.js";
import { barriers } from "./barriers.js";

/** Units told at length, and findings told of each point there. */
const told = 5;
const shown = 3;
/** Findings of every unit in the table. */
const listed = 2;

const shapes = { blockage: "square", break: "slash", "blind-spot": "ring", "hard-point": "diamond" } as const;

/** Where each unit is blocked, broken, unseen or stuck. */
export function diagnosis(tale: Tale): Section | undefined {
  const { run, language, pick } = tale;
  const known = diagnosed(run, language);
  if (!known) return undefined;
  return {
    id: "diagnosis",
    title: pick({ en: "Diagnosis", zh: "四点诊断" }),
    blocks: there(
      opening(tale, known),
      pictures(tale, known),
      known.links.length > 0 && chains(tale, known),
      most(tale, known),
      heaviest(tale, known),
      barriers(tale, known),
    ),
    asides: [definitions(tale, known)],
  };
}

const unitsWith = (findings: readonly Finding[], point?: Point): number =>
  new Set(findings.filter((one) => point === undefined || one.point === point).map((one) => one.unit)).size;

function opening({ run, names, language, pick }: Tale, { findings, period, names: words }: Diagnosed): readonly Block[] {
  const { units } = run.data.panel;
  const counted = points.map((point) => {
    const count = findings.filter((one) => one.point === point).length;
    const { name } = words[point];
    return pick({
      en: prose`${count} ${name}${count === 1 ? "" : "s"} in ${names.units(unitsWith(findings, point))}`,
      zh: prose`${name} ${count} 处（涉及 ${names.units(unitsWith(findings, point))}）`,
    });
  });
  const common = commonest(findings, "blockage");
  const free = units
    .filter(({ code }) => !findings.some((one) => one.unit === code && one.point === "blockage"))
    .map(({ code }) => names.unitOf(code));
  const judged = findings.filter((one) => one.firm !== null && (one.point === "blockage" || one.point === "hard-point"));
  const turning = judged.filter((one) => !one.firm).length;
  const parts = [
    pick({
      en: prose`In ${period} the diagnosis finds ${joined(counted, language)}.`,
      zh: prose`${period} 年共诊断出${joined(counted, language)}。`,
    }),
    common
      ? pick({
          en: prose` The commonest blockage is "${common.name}", in ${common.units} of ${names.units(units.length)}.`,
          zh: prose`最常见的堵点是“${common.name}”，见于 ${names.units(units.length)}中的 ${common.units} 个。`,
        })
      : [],
    free.length > 0
      ? pick({
          en: prose` No blockage under these settings: ${names.list(free, 8)}.`,
          zh: prose`在此设置下没有堵点的有${names.list(free, 8)}。`,
        })
      : [],
    turning > 0
      ? pick({
          en: prose` Of ${judged.length} blockages and hard points ${turning} are not firm: under other choices the ${names.unitWord.one} may stand above or below the middle of its peers in that system.`,
          zh: prose`${judged.length} 处堵点与难点中有 ${turning} 处不稳：换用其他选择，该${names.unitWord.one}在该系统中可能高于、也可能低于同组居中位次。`,
        })
      : [],
  ];
  return [paragraph(parts.reduce((all, part) => prose`${all}${part}`, prose``))];
}

/** One matrix a system in which blockages or hard points can be. */
function pictures(tale: Tale, known: Diagnosed): readonly Block[] {
  const { run, names, pick, now } = tale;
  const main = mainIndex(run);
  if (!main) return [];
  const { units } = run.data.panel;
  const ranked = standing(run);
  const { rows, says } = drawnOf(tale, ranked ? order(ranked.grid.values[now]) : units.map((_, i) => i));
  const levers = (known.step.options.levers as readonly string[] | undefined) ?? rootsOf(main.index);
  const { columns } = known.step.result.tables.find((one) => one.id === "matrix") as {
    columns: readonly { id: string; values: readonly unknown[] }[];
  };
  const symbols = known.step.result.tables.find((one) => one.id === "symbols");
  const signOf = symbols?.columns.find((one) => one.id === "symbol")?.values ?? [];
  const rowOf = new Map(columns[0].values.map((code, row) => [code, row]));
  return levers.flatMap((system): Block[] => {
    const leaves = main.index.tree.leaves.filter((leaf) => {
      const column = columns.find((one) => one.id === leaf.id);
      return column && rootAbove(main.index.tree.nodes, leaf.parent) === system;
    });
    if (leaves.length === 0) return [];
    const cells = rows.map((i) =>
      leaves.map((leaf) => {
        const text = String(columns.find((one) => one.id === leaf.id)?.values[rowOf.get(units[i].code) ?? -1] ?? "");
        return points.flatMap((_, k) => (text.includes(String(signOf[k])) ? [k] : []));
      }),
    );
    const common = commonest(known.findings, "blockage", system);
    const name = title(names.system(system));
    return [
      figure({
        id: `diagnosis-${system}`,
        title: common
          ? pick({
              en: `${name}: "${common.name}" is a blockage in ${common.units} of ${names.units(units.length)}`,
              zh: `${name}：“${common.name}”在 ${names.units(units.length)}中的 ${common.units} 个为堵点`,
            })
          : pick({
              en: `${name}: no blockage in more than one ${names.unitWord.one}`,
              zh: `${name}：没有两个以上${names.unitWord.one}共有的堵点`,
            }),
        subtitle: pick({
          en: `What was found on every indicator, ${known.period}; rows in the order of the ranking`,
          zh: `${known.period} 年各指标的诊断结果，行按位次排列`,
        }),
        chart: {
          kind: "signs",
          rows: rows.map(names.unit),
          columns: leaves.map((leaf) => names.of(leaf.id, main.index.tree)),
          signs: points.map((point) => ({ name: known.names[point].name, shape: shapes[point] })),
          cells,
          role: names.role(system),
        },
        note: `${pick({
          en: "A broken link of a chain is marked on the indicators of its stage downstream.",
          zh: "链条断点标在其下游环节的指标上。",
        })}${says}`,
        description: pick({
          en: `Matrix of ${rows.length} ${names.unitWord.many} by ${leaves.length} indicators with the signs of blockages, breaks, blind spots and hard points.`,
          zh: `${names.units(rows.length)} × ${leaves.length} 项指标的矩阵，标出堵点、断点、盲点与难点。`,
        }),
        file: fileOf(known.step, "matrix"),
      }),
    ];
  });
}

function rootAbove(nodes: readonly { readonly id: string; readonly parent: string | null }[], id: string): string {
  const node = nodes.find((one) => one.id === id);
  return node === undefined || node.parent === null ? id : rootAbove(nodes, node.parent);
}

/** Every measured link of a chain: where it breaks. */
function chains({ run, names, say, pick }: Tale, { step, links, period }: Diagnosed): Block {
  const own = step.options.chains as readonly Parameters<typeof chainOf>[0][] | undefined;
  const all = own ? own.map(chainOf) : run.framework.tree.chains;
  const stage = (chain: string, id: string): string => {
    const found = all.find((one) => one.id === chain)?.stages.find((one) => one.id === id);
    return found ? say(found.names) : id;
  };
  const opens = links.map(({ chain }, k) => k === 0 || links[k - 1].chain !== chain);
  const arrow = pick({ en: " → ", zh: "→" });
  return table({
    id: "diagnosis-chains",
    title: pick({ en: `Where the chains break, ${period}`, zh: `${period} 年链条在哪里断` }),
    head: [
      { label: pick({ en: "Chain", zh: "链条" }), align: "left" },
      { label: pick({ en: "Link", zh: "环节" }), align: "left" },
      { label: pick({ en: "Upstream, mean", zh: "上游均值" }) },
      { label: pick({ en: "Downstream, mean", zh: "下游均值" }) },
      { label: pick({ en: "Broken in", zh: "断开" }), unit: names.unitWord.many },
      { label: pick({ en: "of", zh: "总数" }) },
    ],
    rows: links.map((one, k) => {
      const chain = all.find(({ id }) => id === one.chain);
      return [
        opens[k] ? (chain ? say(chain.names) : one.chain) : "",
        `${stage(one.chain, one.from)}${arrow}${stage(one.chain, one.to)}`,
        score(one.upstream),
        score(one.downstream),
        String(one.broken),
        String(one.of),
      ];
    }),
    groups: opens.flatMap((open, k) => (open && k > 0 ? [k] : [])),
    note: pick({
      en: "Levels are means of normalised indicators: a link that breaks nearly everywhere tells of the two scales as much as of the units.",
      zh: "水平为标准化指标的均值：几乎处处断开的环节，既反映地区状况，也反映两端指标的取值范围。",
    }),
    file: fileOf(step, "chains"),
  });
}

/** The units with most findings, a paragraph each. */
function most({ run, names, pick }: Tale, { findings, names: words }: Diagnosed): readonly Block[] {
  const counts = new Map<string, number>();
  for (const { unit } of findings) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const first = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, told);
  if (first.length === 0) return [];
  // What is unseen everywhere is told once, by the opening and the data section.
  const everywhere = new Set(
    [...new Set(findings.filter((one) => one.point === "blind-spot").map((one) => one.subject))].filter(
      (subject) =>
        unitsWith(
          findings.filter((one) => one.subject === subject),
          "blind-spot",
        ) === run.data.panel.units.length,
    ),
  );
  const own = (unit: string) => findings.filter((one) => one.unit === unit && !(one.point === "blind-spot" && everywhere.has(one.subject)));
  return [
    heading(pick({ en: `Where most was found`, zh: "结果最多之处" })),
    list(
      first.map(([unit, count]) => {
        const kinds = points.flatMap((point) => {
          const subjects = [
            ...new Set(
              own(unit)
                .filter((one) => one.point === point)
                .map((one) => (one.kind === "rank-interval" ? pick({ en: `rank in ${one.name}`, zh: `“${one.name}”位次` }) : one.name)),
            ),
          ];
          if (subjects.length === 0) return [];
          const some = names.list(subjects, shown);
          return [pick({ en: `${title(words[point].name)}: ${some}.`, zh: `${words[point].name}：${some}。` })];
        });
        const [worst] = own(unit);
        const heaviest = pick({
          en: ` Heaviest, ${worst.name}: ${worst.evidence}. To clear it: ${worst.clear}.`,
          zh: `其中最重的是${worst.name}：${worst.evidence}；如要消除：${worst.clear}。`,
        });
        return prose`${{ text: names.unitOf(unit), strong: true }}${pick({ en: ` (${count} findings). `, zh: `（${count} 项）。` })}${kinds.join(pick({ en: " ", zh: "" }))}${heaviest}`;
      }),
    ),
  ];
}

/** The heaviest findings of every unit. */
function heaviest(tale: Tale, { step, findings, names: words, period }: Diagnosed): Block {
  const { run, names, pick, now } = tale;
  const ranked = standing(run);
  const { units } = run.data.panel;
  const rows = (ranked ? order(ranked.grid.values[now]) : units.map((_, i) => i)).flatMap((i) =>
    findings
      .filter((one) => one.unit === units[i].code)
      .slice(0, listed)
      .map((one, k) => ({
        opens: k === 0,
        cells: [
          k === 0 ? names.unit(i) : "",
          words[one.point].name,
          one.name,
          `${one.evidence}${one.firm === false ? pick({ en: " (not firm)", zh: "（不稳）" }) : ""}`,
          String(one.years),
          one.clear,
        ],
      })),
  );
  return table({
    id: "diagnosis",
    wide: true,
    folded: rows.length > 8,
    title: pick({
      en: `The ${listed} heaviest findings of every ${names.unitWord.one}, ${period}`,
      zh: `${period} 年各${names.unitWord.one}最重的 ${listed} 项结果`,
    }),
    head: [
      { label: title(names.unitWord.one), align: "left" },
      { label: pick({ en: "Point", zh: "类型" }), align: "left" },
      { label: pick({ en: "Where", zh: "所在" }), align: "left" },
      { label: pick({ en: "Evidence", zh: "证据" }), align: "left" },
      { label: pick({ en: "Running", zh: "持续" }), unit: pick({ en: "periods", zh: "期" }) },
      { label: pick({ en: "What would clear it", zh: "如何消除" }), align: "left" },
    ],
    rows: rows.map((one) => one.cells),
    groups: rows.flatMap((one, k) => (one.opens && k > 0 ? [k] : [])),
    note: pick({
      en: "Weight = persistence × deviation × weight of the indicator.",
      zh: "轻重＝持续期数×偏离度×指标权重。",
    }),
    file: fileOf(step, "findings"),
  });
}

/** The four points as this study takes them, with its thresholds. */
function definitions({ pick }: Tale, { step }: Diagnosed) {
  const o = step.options as Readonly<Record<string, number>>;
  return aside(
    pick({ en: "The four points", zh: "四点的含义" }),
    pick({
      en: prose`A blockage is among the ${o.k} largest obstacles of its system, below ${o.level} on the scale and below the median of its peers. A break is a link whose stage downstream stays ${o.gap} or more behind, or below ${o.ratio} of the stage upstream; or a fall of more than ${o.fall} standard deviations. A blind spot is a cell missing, imputed or older than ${o.stale} years, or a rank interval too wide to read. A hard point has been a large obstacle for ${o.years} periods or more and is over ${o.horizon} years from its target at its own pace. Change a threshold and the findings change.`,
      zh: prose`堵点：居系统前 ${o.k} 位障碍，水平低于 ${o.level}，且低于同组中位数。断点：链条下游落后 ${o.gap} 以上，或不足上游的 ${o.ratio}；或降幅超过 ${o.fall} 倍标准差。盲点：缺失、插补或早于 ${o.stale} 年的单元格，或过宽的位次区间。难点：连续 ${o.years} 期以上为主要障碍，且按自身步速距目标超过 ${o.horizon} 年。界限一变，结果随之改变。`,
    }),
  );
}
