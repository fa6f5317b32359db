import { type Leaf, pathOf } from "../../table/index.js";
import { paragraph, table, there } from "../blocks.js";
import type { Block, Section } from "../document.js";
import { formulaText } from "../formula-text.js";
import { fileOf, mainIndex } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { percent } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { blindSpots } from "./blind-spots.js";

/** The indicator tree as papers print it, then what the data cannot fill. */
export function framework(tale: Tale): Section {
  const { run, names, pick } = tale;
  const { tree, definitions } = run.framework;
  const roots = tree.nodes.filter((node) => node.parent === null);
  const shown = tree.leaves.filter((leaf) => leaf.weight === 0).length;
  const systems = names.list(roots.map((root) => names.system(root.id)));
  const groups = tree.nodes.filter((node) => node.parent !== null).length;
  return {
    id: "framework",
    title: pick({ en: "Framework of indicators", zh: "指标体系" }),
    blocks: there(
      paragraph(
        pick({
          en: prose`${tree.leaves.length} indicators in ${roots.length === 1 ? "one system" : `${roots.length} systems`} (${systems})${groups ? ` and ${groups} mechanisms` : ""}${roots.length > 1 ? "; every system is a score of its own, and none is mixed into another" : ""}.${shown ? ` ${shown} ${shown === 1 ? "indicator is" : "indicators are"} shown and not aggregated.` : ""}`,
          zh: prose`共 ${tree.leaves.length} 项指标，分属 ${roots.length} 个系统（${systems}）${groups ? `、${groups} 个机制` : ""}${roots.length > 1 ? "；各系统单独计分，互不并入" : ""}。${shown ? `其中 ${shown} 项只列示，不参与合成。` : ""}`,
        }),
      ),
      indicators(tale),
      blindSpots(tale),
    ),
    asides: definitions.length
      ? [
          aside(
            pick({ en: "What stands for what", zh: "代用关系" }),
            pick({
              en: prose`"Same" follows the framework's own definition, "partial" covers a part of it, "proxy" is a near relative. A proxy never closes a blind spot: the definition stays on the list with its reason.`,
              zh: prose`“一致”指与体系定义相同，“部分”只覆盖定义的一部分，“代用”为相近指标。代用不等于补齐：原定义仍列入盲点并说明原因。`,
            }),
          ),
        ]
      : [],
  };
}

function indicators(tale: Tale): Block {
  const { run, names, say, pick } = tale;
  const main = mainIndex(run);
  const { tree, indicators: known } = run.framework;
  const weights = main?.index.weights.effective;
  const matches = known.some((one) => one.match !== "same");
  const measured = tree.leaves.some((leaf) => say(leaf.unit) !== "");
  const match = pick({
    en: { same: "same", partial: "partial", proxy: "proxy" },
    zh: { same: "一致", partial: "部分", proxy: "代用" },
  });
  const groupOf = (leaf: Leaf): string => {
    const [root, ...rest] = pathOf(tree, leaf.id).slice(0, -1);
    return [title(names.system(root.id)), ...rest.map((node) => names.of(node.id))].join(" · ");
  };
  const opens = tree.leaves.map((leaf, k) => k === 0 || tree.leaves[k - 1].parent !== leaf.parent);
  return table({
    id: "framework",
    wide: true,
    title: pick({ en: tree.levels.length > 2 ? "The framework: systems, mechanisms and indicators" : "The framework", zh: "指标体系表" }),
    head: [
      { label: tree.levels.length > 2 ? pick({ en: "System · mechanism", zh: "系统·机制" }) : pick({ en: "System", zh: "系统" }) },
      { label: pick({ en: "Indicator", zh: "指标" }), align: "left" },
      { label: pick({ en: "Computed as", zh: "计算方法" }), align: "left" },
      ...(measured ? [{ label: pick({ en: "Unit", zh: "单位" }), align: "left" as const }] : []),
      { label: pick({ en: "±", zh: "方向" }), align: "left" },
      { label: pick({ en: "Weight", zh: "权重" }) },
      { label: pick({ en: "Columns", zh: "数据列" }), align: "left" },
      ...(matches ? [{ label: pick({ en: "Match", zh: "对应" }), align: "left" as const }] : []),
    ],
    rows: tree.leaves.map((leaf, k) => {
      const own = known.find((one) => one.id === leaf.id);
      const weight = weights?.[leaf.id];
      return [
        opens[k] ? groupOf(leaf) : "",
        say(leaf.names),
        formulaText(leaf.formula ?? leaf.id, tale),
        ...(measured ? [say(leaf.unit) || null] : []),
        leaf.direction > 0 ? "+" : "−",
        weight === undefined ? null : leaf.weight === 0 ? pick({ en: "shown", zh: "列示" }) : percent(weight),
        columnNumbers(tale, leaf) || null,
        ...(matches ? [own ? match[own.match] : null] : []),
      ];
    }),
    groups: opens.flatMap((open, k) => (open ? [k] : [])),
    note: pick({
      en: "weights within each system; numbers in brackets are the raw columns of the first table, where their sources stand.",
      zh: "权重为在所属系统内的权重；方括号为第一张表的数据列序号，来源见该表。",
    }),
    file: main && fileOf(main.step, "framework"),
  });
}

/** Numbers of the raw columns an indicator is computed from, as the table of columns counts them; each has its source there. */
function columnNumbers({ run }: Tale, leaf: Leaf): string {
  const words = new Set((leaf.formula ?? leaf.id).match(/[A-Za-z_]\w*/g) ?? []);
  return run.data.panel.variables.flatMap(({ id }, v) => (words.has(id) || id === leaf.id ? [`[${v + 1}]`] : [])).join(" ");
}
