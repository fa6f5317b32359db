import { type Leaf, pathOf } from "../../table/index.js";
import { figure, paragraph, table, there } from "../blocks.js";
import type { Block, Section } from "../document.js";
import { comparisons } from "../lookup/comparison.js";
import { alternatives, fileOf, type IndexStep, mainIndex, rootsOf, weightStepOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { fixed, percent } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";

/** Indicators with a weight, system by system. */
const weighted = ({ index }: IndexStep): readonly Leaf[] => index.tree.leaves.filter((leaf) => index.weights.effective[leaf.id] > 0);

/** What every indicator counts, under the weights of the report and of its first alternative. */
export function weights(tale: Tale): Section | undefined {
  const { run, names, pick, say } = tale;
  const main = mainIndex(run);
  if (!main || weighted(main).length === 0) return undefined;
  const [other] = alternatives(run).filter((one) => weightStepOf(run, one)?.id !== weightStepOf(run, main)?.id);
  const [own, its] = [main, other].map((one) => one && weightStepOf(run, one));
  const ownName = own ? say(own.card.names) : pick({ en: "Weights", zh: "权重" });
  const otherName = its ? say(its.card.names) : "";
  const compared = comparisons(run).filter((one) => one.alternative.step.id === other?.step.id);
  const text = other
    ? pick({
        en: prose`The report uses ${ownName.toLowerCase()}; ${otherName.toLowerCase()} stand beside them as a test of what the choice changes: ${compared
          .map(
            (one) =>
              `in ${names.system(one.root)} ${one.moved} of ${names.units(one.of)} move by more than one place${one.correlation === null ? "" : ` (rank correlation ${fixed(one.correlation, 3)})`}`,
          )
          .join("; ")}.`,
        zh: prose`正文采用${ownName}，并列出${otherName}以检验权重选择的影响：${compared
          .map(
            (one) =>
              `${names.system(one.root)}方面，${names.units(one.of)}中 ${one.moved} 个位次变动超过一位${one.correlation === null ? "" : `（秩相关系数 ${fixed(one.correlation, 3)}）`}`,
          )
          .join("；")}。`,
      })
    : pick({ en: prose`The report uses ${ownName.toLowerCase()}.`, zh: prose`正文采用${ownName}。` });
  return {
    id: "weights",
    title: pick({ en: "Weights", zh: "权重" }),
    blocks: there(
      paragraph(text),
      other && contrast(tale, main, other, [ownName, otherName]),
      weightsTable(tale, main, other, [ownName, otherName]),
    ),
    asides: other
      ? [
          aside(
            pick({ en: "Weights are a choice", zh: "权重是一种选择" }),
            its?.card.id === "entropy-weights"
              ? pick({
                  en: prose`Entropy rewards indicators whose values are spread unevenly, whether or not they matter more. Neither set of weights is evidence of importance.`,
                  zh: prose`熵权偏重取值分散的指标，与其是否更重要无关。两套权重都不是重要性的证据。`,
                })
              : pick({
                  en: prose`Neither set of weights is evidence of importance: compare what changes and what stays.`,
                  zh: prose`两套权重都不是重要性的证据，重在比较哪些结论改变、哪些不变。`,
                }),
          ),
        ]
      : [],
  };
}

function contrast(tale: Tale, main: IndexStep, other: IndexStep, [own, its]: readonly [string, string]): Block | undefined {
  const { names, pick, run } = tale;
  const differs = (leaf: Leaf): number => (other.index.weights.effective[leaf.id] ?? 0) - main.index.weights.effective[leaf.id];
  const sorted = [...weighted(main)].sort((a, b) => differs(b) - differs(a));
  const [most] = sorted;
  if (!most || differs(most) <= 0) return undefined;
  const [a, b] = [main, other].map(({ index }) => percent(index.weights.effective[most.id] ?? 0));
  const root = pathOf(main.index.tree, most.id)[0].id;
  const rows = rootsOf(main.index).flatMap((id) => weighted(main).filter((leaf) => pathOf(main.index.tree, leaf.id)[0].id === id));
  const share = ({ index }: IndexStep): (number | null)[] => rows.map((leaf) => (index.weights.effective[leaf.id] ?? 0) * 100);
  const file = weightStepOf(run, other);
  return figure({
    id: "weights",
    title: pick({
      en: `${title(its.toLowerCase())} lift "${names.of(most.id)}" from ${a} to ${b} of ${names.system(root)}`,
      zh: `${its}把“${names.of(most.id)}”在${names.system(root)}中的权重由 ${a} 提到 ${b}`,
    }),
    subtitle: pick({ en: "Weight of every indicator in its system, per cent", zh: "各指标在所属系统中的权重，%" }),
    chart: {
      kind: "bars",
      rows: rows.map((leaf) => names.of(leaf.id)),
      series: [
        { name: own, role: "quiet", values: share(main) },
        { name: its, role: "empowerment", values: share(other) },
      ],
    },
    note: pick({
      en: "The weights of the indicators of one system sum to 100 %.",
      zh: "同一系统内各指标权重之和为 100%。",
    }),
    description: pick({
      en: `Bars of two sets of weights for ${rows.length} indicators; the largest rise is that of "${names.of(most.id)}", from ${a} to ${b}.`,
      zh: `${rows.length} 项指标两套权重的条形图；升幅最大的是“${names.of(most.id)}”，由 ${a} 升至 ${b}。`,
    }),
    file: file && fileOf(file, "weights"),
  });
}

function weightsTable(tale: Tale, main: IndexStep, other: IndexStep | undefined, [own, its]: readonly [string, string]): Block {
  const { names, pick, run } = tale;
  const { tree } = main.index;
  const groups = [...new Set(weighted(main).map((leaf) => leaf.parent))];
  const sums = (one: IndexStep, id: string): number =>
    weighted(main).reduce((sum, leaf) => (leaf.parent === id ? sum + (one.index.weights.effective[leaf.id] ?? 0) : sum), 0);
  const step = weightStepOf(run, main);
  const flat = groups.every((id) => pathOf(tree, id).length === 1);
  const ids = flat ? weighted(main).map((leaf) => leaf.id) : groups;
  const weight = (one: IndexStep, id: string): number => (flat ? (one.index.weights.effective[id] ?? 0) : sums(one, id));
  const system = (id: string): string => pathOf(tree, id)[0].id;
  const opens = ids.map((id, k) => k === 0 || system(ids[k - 1]) !== system(id));
  return table({
    id: "weights",
    title: flat
      ? pick({ en: "Weights of the indicators", zh: "各指标权重" })
      : pick({ en: "Weights of the mechanisms in their systems", zh: "各机制在所属系统中的权重" }),
    head: [
      { label: pick({ en: "System", zh: "系统" }) },
      { label: flat ? pick({ en: "Indicator", zh: "指标" }) : pick({ en: "Mechanism", zh: "机制" }), align: "left" },
      { label: own, unit: "%" },
      ...(other ? [{ label: its, unit: "%" }] : []),
    ],
    rows: ids.map((id, k) => [
      opens[k] ? title(names.system(system(id))) : "",
      names.of(id),
      fixed(weight(main, id) * 100, 1),
      ...(other ? [fixed(weight(other, id) * 100, 1)] : []),
    ]),
    groups: opens.flatMap((open, k) => (open ? [k] : [])),
    file: step && fileOf(step, "weights"),
  });
}
