import { Fault, isFault, nearest, type Place } from "../../../ground/fault/index.js";
import { type Locate, pathText, shapeOf } from "../../../ground/schema/index.js";
import { listed, quote } from "../../../ground/words/index.js";
import { type Known, withSources } from "../../plan/sources.js";
import { dependencies } from "../../run/inputs.js";
import { cardsOf, stepSchema } from "../../schema/study-schema.js";
import type { Patch, PlanSource, Step, Variation } from "../../types.js";
import { patchedStep } from "./patched-step.js";
import type { VaryEntry } from "./vary-schema.js";

/** Check what every re-running step varies against the steps above it; faults name the line of the entry. */
export function planVariations(steps: readonly Step[], locate: Locate): Step[] {
  return steps.map((step, k) => {
    const found = Object.entries(step.card.inputs).find(([, slot]) => slot.kind === "plan");
    if (found?.[1].kind !== "plan") return step;
    const [name, slot] = found;
    const source = planned(
      step.sources[name] as PlanSource,
      slot.vary(step.options) as readonly VaryEntry[],
      steps.slice(0, k),
      [...step.path, "vary"],
      locate,
    );
    return { ...step, sources: { ...step.sources, [name]: source } };
  });
}

type Path = readonly (string | number)[];

function planned(source: PlanSource, entries: readonly VaryEntry[], above: readonly Step[], path: Path, locate: Locate): PlanSource {
  const place = (at: Path): Place => locate([...path, ...at], "value");
  const taken = new Map<string, string>();
  const variations = entries.map((entry, k): Variation => {
    const variation = variationOf(entry, k, above, place);
    for (const key of keysOf(variation)) {
      if (taken.has(key)) throw variedTwice(key, place([k]));
      taken.set(key, variation.name);
    }
    return variation;
  });
  // Under some choice a step may read another: the target depends on all that any of them reads.
  const reads = new Map(above.map((step) => [step.id, new Set(dependencies(step))]));
  variations.forEach((variation, k) => {
    if (variation.kind !== "among") return;
    variation.alternatives.forEach(({ patches }, j) => {
      for (const id of new Set(patches.map((patch) => patch.step))) {
        const own = patches.filter((patch) => patch.step === id);
        const patched = tried(id, own, above, place([k, "among" in entries[k] ? "among" : "together", j]));
        for (const one of dependencies(patched)) reads.get(id)?.add(one);
      }
    });
  });
  const needed = new Set<string>();
  const visit = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    for (const one of reads.get(id) ?? []) visit(one);
  };
  for (const { id } of source.of) if (id !== "data") visit(id);
  const ids = above.map((step) => step.id).filter((id) => needed.has(id));
  variations.forEach((variation, k) => {
    for (const id of stepsOf(variation)) if (!needed.has(id)) throw touchesNothing(variation.name, id, ids, place([k]));
  });
  return { ...source, variations, reads: Object.fromEntries(ids.map((id) => [id, [...(reads.get(id) ?? [])]])) };
}

function variationOf(entry: VaryEntry, k: number, above: readonly Step[], place: (at: Path) => Place): Variation {
  if ("leaveOutRows" in entry) {
    if (entry.below) throw belowRows(entry.leaveOutRows, place([k, "below"]));
    return { kind: "leave-out-rows", name: `leave-out.${entry.leaveOutRows}`, rows: entry.leaveOutRows };
  }
  if ("leaveOut" in entry)
    return { kind: "leave-out", name: `leave-out.${entry.leaveOut}`, level: entry.leaveOut, below: entry.below ?? null };
  if ("noise" in entry) {
    const id = entry.noise.slice(0, -".weights".length);
    const step = stepOf(id, above, place([k, "noise"]));
    if (step.card.outputs.value !== "weights") throw noWeights(id, step, above, place([k, "noise"]));
    return { kind: "noise", name: entry.noise, step: id, share: entry.share, levels: entry.levels ?? null };
  }
  if ("together" in entry) {
    const alternatives = entry.together.map((set, j) => {
      const patches = Object.entries(set).map(([path, value]) => ({ ...target(path, above, place([k, "together", j])), value }));
      return { name: [...new Set(patches.map(({ path, value }) => shown(path, value)))].join(" · "), patches };
    });
    return { kind: "among", name: [...new Set(entry.together.flatMap(Object.keys))].join(" + "), alternatives };
  }
  const patch = target(entry.path, above, place([k, "path"]));
  if ("range" in entry) {
    const [from, to] = entry.range;
    if (!(from < to)) throw emptyRange(entry.range, place([k, "range"]));
    for (const value of [from, to, from + (to - from) * 0.382]) tried(patch.step, [{ ...patch, value }], above, place([k, "range"]));
    return { kind: "range", name: entry.path, patch, range: entry.range };
  }
  return {
    kind: "among",
    name: entry.path,
    alternatives: entry.among.map((value) => ({ name: valueText(value), patches: [{ ...patch, value }] })),
  };
}

const valueText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const shown = (path: readonly string[], value: unknown): string =>
  path.at(-1) === "method" ? valueText(value) : `${path.join(".")} ${valueText(value)}`;

/** The step a path names, and the key there. */
function target(written: string, above: readonly Step[], place: Place): Omit<Patch, "value"> {
  const [id, ...path] = written.split(".");
  const step = stepOf(id, above, place);
  const keys = [...new Set(cardsOf(step.verb).flatMap((card) => Object.keys(shapeOf(stepSchema(card)))))].filter((key) => key !== "id");
  if (path.length && keys.includes(path[0])) return { step: id, path };
  const near = path.length ? nearest(path[0], keys) : undefined;
  throw new Fault({
    code: "unknown-path",
    place,
    found: {
      en: `${quote(written)}: "${step.verb}" has no ${quote(path[0] ?? "")}`,
      zh: `${quote(written)}：“${step.verb}”没有 ${quote(path[0] ?? "")}`,
    },
    expected: { en: `expected ${id}. and one of: ${listed(keys, 20).en}`, zh: `应为 ${id}. 加以下之一：${listed(keys, 20).zh}` },
    next: near
      ? { en: `did you mean "${id}.${near}"?`, zh: `是否想写“${id}.${near}”？` }
      : { en: "name what may be written under that step", zh: "请写该步骤之下可写的键" },
  });
}

function stepOf(id: string, above: readonly Step[], place: Place): Step {
  const step = above.find((one) => one.id === id);
  if (step) return step;
  const ids = above.map((one) => one.id);
  const near = nearest(id, ids);
  throw new Fault({
    code: "unknown-id",
    place,
    found: { en: `no earlier step is called ${quote(id)}`, zh: `此前没有名为 ${quote(id)} 的步骤` },
    expected: { en: `expected one of: ${listed(ids, 20).en}`, zh: `应为以下之一：${listed(ids, 20).zh}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "begin the path with the id of a step above", zh: "路径应以上方步骤的 id 开头" },
  });
}

/** The step with an alternative in force; what is wrong with it is told at the alternative's own line. */
function tried(id: string, patches: readonly Patch[], above: readonly Step[], place: Place): Step {
  const step = stepOf(id, above, place);
  const k = above.indexOf(step);
  const known: Known[] = [
    { id: "data", gives: "data" },
    ...above.slice(0, k).map((one) => ({ id: one.id, gives: one.card.outputs.value })),
  ];
  const inside: Locate = (path) => ({ path: `${id}${path.length > step.path.length ? `.${pathText(path.slice(step.path.length))}` : ""}` });
  try {
    const draft = patchedStep(step, patches, inside);
    if (draft.card.outputs.value !== step.card.outputs.value) throw otherKind(id, draft.card.outputs.value, step.card.outputs.value);
    return withSources({ ...draft, id }, known, inside);
  } catch (error) {
    throw isFault(error) ? new Fault({ ...error.parts(), place: { ...place, path: error.place.path } }) : error;
  }
}

const stepsOf = (variation: Variation): string[] => {
  if (variation.kind === "among") return [...new Set(variation.alternatives.flatMap(({ patches }) => patches.map((one) => one.step)))];
  if (variation.kind === "range") return [variation.patch.step];
  return variation.kind === "noise" ? [variation.step] : [];
};

const keysOf = (variation: Variation): string[] => {
  if (variation.kind === "among")
    return [...new Set(variation.alternatives.flatMap(({ patches }) => patches.map((one) => [one.step, ...one.path].join("."))))];
  return [variation.name];
};

const touchesNothing = (name: string, id: string, ids: readonly string[], place: Place): Fault =>
  new Fault({
    code: "touches-nothing",
    place,
    found: { en: `${name} varies ${quote(id)}, and the target does not depend on it`, zh: `${name} 改变 ${quote(id)}，而目标并不依赖它` },
    expected: { en: `expected a step among: ${listed(ids, 20).en}`, zh: `应为以下步骤之一：${listed(ids, 20).zh}` },
    next: { en: "vary one of these, or name another target in of:", zh: "请改变其中之一，或在 of: 中另选目标" },
  });

const variedTwice = (key: string, place: Place): Fault =>
  new Fault({
    code: "varied-twice",
    place,
    found: { en: `${key} is varied twice`, zh: `${key} 被重复列为可变项` },
    expected: { en: "expected every path in one entry only", zh: "每条路径只应出现在一个条目中" },
    next: { en: "put the alternatives into one entry", zh: "请将备选项并入同一条目" },
  });

const noWeights = (id: string, step: Step, above: readonly Step[], place: Place): Fault => {
  const fitting = listed(above.filter((one) => one.card.outputs.value === "weights").map((one) => `${one.id}.weights`));
  return new Fault({
    code: "wrong-kind",
    place,
    found: { en: `${quote(id)} gives ${step.card.outputs.value}`, zh: `${quote(id)} 给出的是 ${step.card.outputs.value}` },
    expected: { en: "expected a step that gives weights", zh: "应为给出权重的步骤" },
    next: { en: `name one of: ${fitting.en}`, zh: `可用：${fitting.zh}` },
  });
};

const otherKind = (id: string, found: string, expected: string): Fault =>
  new Fault({
    code: "wrong-kind",
    found: { en: `with this method "${id}" gives ${found}`, zh: `改用此方法后“${id}”给出的是 ${found}` },
    expected: { en: `expected a method that gives ${expected}`, zh: `应为给出 ${expected} 的方法` },
    next: { en: "choose another method", zh: "请另选方法" },
  });

const belowRows = (rows: string, place: Place): Fault =>
  new Fault({
    code: "unknown-key",
    place,
    found: { en: `level is ${rows}, and below names nodes of the framework`, zh: `level 为 ${rows}，而 below 指指标体系的节点` },
    expected: { en: "expected below only beside a level of the framework", zh: "仅当 level 为指标体系的层级时可写 below" },
    next: { en: "remove below", zh: "请删去 below" },
  });

const emptyRange = ([from, to]: readonly [number, number], place: Place): Fault =>
  new Fault({
    code: "empty-range",
    place,
    found: { en: `range is [${from}, ${to}]`, zh: `range 为 [${from}, ${to}]` },
    expected: { en: "expected the lower end first, below the upper", zh: "应先写下限，且小于上限" },
    next: { en: "swap the two numbers", zh: "请调换两数" },
  });
