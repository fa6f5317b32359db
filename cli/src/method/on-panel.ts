import { resolveFramework } from "@gongfu/engine/framework";
import { Fault, isFault, nearest } from "@gongfu/engine/ground/fault";
import { jsonSchema } from "@gongfu/engine/ground/schema";
import { listed, quote, type Text } from "@gongfu/engine/ground/words";
import type { Card, Result, Slot, ValueKind, Warning } from "@gongfu/engine/method";
import { readPanel } from "@gongfu/engine/read";
import { cardsOf, runTask, type StudyHost } from "@gongfu/engine/study";
import { flatTree, type Panel, select, series, type Tree } from "@gongfu/engine/table";
import type { SlotValues } from "./slot-flags.js";

/** The steps taken when a method needs an earlier step's result and the command line gives only data. */
const makers: Partial<Record<ValueKind, { verb: string; as: string; options: Record<string, unknown> }>> = {
  normalised: { verb: "normalise", as: "min-max", options: { scope: "pooled" } },
  weights: { verb: "weigh", as: "equal", options: {} },
  index: { verb: "aggregate", as: "arithmetic", options: {} },
};

interface Made {
  readonly step: string;
  readonly result: Result;
}

/** Run a card on a panel file. What it needs beyond the data is made the plainest way, and the result says so. */
export async function runOnPanel(
  card: Card,
  bytes: Uint8Array,
  file: string,
  given: SlotValues,
  options: Record<string, unknown>,
  host: StudyHost,
): Promise<Result> {
  const { sheet, unit, period, regions, columns, negative } = given;
  const reading = await readPanel(bytes, { file, sheet, unit, period, regions, negative: negative ?? [], readShipped: host.readShipped });
  const have = new Map<string, unknown>();
  const aside = Object.entries(card.inputs).flatMap(([name, slot]) => (slot.kind === "columns" ? (given.several[name] ?? []) : []));
  const data = columns ? select(reading.panel, columns) : without(reading.panel, aside);
  if (data.variables.length === 0) throw nothingToMeasure(file);
  have.set("data", data);
  have.set("tree", await treeOf(data, given, host));
  const made: Made[] = [];

  const need = async (kind: string): Promise<unknown> => {
    const maker = makers[kind as ValueKind];
    if (have.has(kind) || !maker) return have.get(kind);
    const by = cardsOf(maker.verb).find((one) => one.step.as === maker.as);
    if (!by) throw new Error(`no card makes ${kind}`);
    const result = await step(by, maker.options);
    made.push({ step: maker.verb, result });
    have.set(kind, result.value);
    return result.value;
  };
  const beside = (ids: readonly string[] | undefined): Panel | undefined => ids && select(reading.panel, ids);
  const step = async (by: Card, chosen: Record<string, unknown>): Promise<Result> => {
    const inputs: Record<string, unknown> = {};
    for (const [name, slot] of Object.entries(by.inputs))
      inputs[name] =
        slot.kind === "weights-list"
          ? await weightsBy(given.several[name], `--${name}`)
          : slot.kind === "columns" && slot.optional
            ? beside(by === card ? given.several[name] : undefined)
            : await fill(slot, by === card ? given.named[name] : undefined, have, need);
    const measured = Object.values(by.inputs).some((slot) => slot.kind === "column");
    return runTask({ card: by.id, inputs, options: chosen, periods: measured ? data.periods : undefined });
  };

  const weightsBy = async (names: readonly string[], flag: string): Promise<Record<string, unknown>> => {
    const weights: Record<string, unknown> = {};
    for (const name of names) {
      const result = await step(plainWeighing(name, flag), {});
      made.push({ step: "weigh", result });
      weights[name] = result.value;
    }
    return weights;
  };

  if (given.framework !== undefined && !["audit", "derive"].includes(card.step.verb)) {
    const derived = await step(cardsOf("derive")[0], {});
    made.push({ step: "derive", result: derived });
    have.set("data", derived.value);
  }
  try {
    const result = await step(card, options);
    const guessed = made.length > 0 && given.framework === undefined && negative === undefined ? [directionsWarning] : [];
    return withHistory(result, made, [...guessed, ...reading.warnings]);
  } catch (error) {
    throw isFault(error) ? error.at({ file }) : error;
  }
}

/** The columns that no other input takes. */
const without = (from: Panel, ids: readonly string[]): Panel =>
  ids.length === 0
    ? from
    : select(
        from,
        from.variables.flatMap(({ id }) => (ids.includes(id) ? [] : [id])),
      );

/** A weighing method that needs nothing but data and tree, by the name a study uses. */
function plainWeighing(name: string, flag: string): Card {
  const plain = cardsOf("weigh").filter(
    (one) => Object.values(one.inputs).every((slot) => slot.kind === "panel" || slot.kind === "tree") && takesDefaults(one),
  );
  const found = plain.find((one) => one.step.as === name);
  if (found) return found;
  const known = plain.map((one) => one.step.as as string);
  throw unknownName({ en: `no method ${quote(name)} weighs by itself`, zh: `没有可直接赋权的方法 ${quote(name)}` }, name, known, flag);
}

const takesDefaults = (card: Card): boolean => !(jsonSchema(card.options).required as readonly string[] | undefined)?.length;

async function fill(
  slot: Slot,
  named: string | undefined,
  have: ReadonlyMap<string, unknown>,
  need: (kind: string) => Promise<unknown>,
): Promise<unknown> {
  const data = have.get("data") as Panel;
  switch (slot.kind) {
    case "panel":
      return need(slot.of);
    case "weights-list":
      throw needsStudy(slot.about);
    case "plan":
      throw new Error("a card that runs a plan again is no command on a file");
    case "table":
    case "parts":
    case "borders":
      return undefined;
    case "columns":
      if (data.variables.length < slot.min) throw tooFewColumns(data.variables.length, slot.min);
      return data;
    case "column":
      return named === undefined ? undefined : series(data, named);
    case "groupings":
      throw needsStudy(slot.about);
    case "grouping":
      return named === undefined ? undefined : groupingOf(data, named);
    default:
      return slot.optional && !have.has(slot.kind) ? undefined : need(slot.kind);
  }
}

async function treeOf(data: Panel, { framework, view, negative }: SlotValues, host: StudyHost): Promise<Tree> {
  if (framework === undefined) return flatTree({ id: "index", names: { en: "index", zh: "综合指数" } }, data.variables, negative);
  const found = await resolveFramework(framework, host);
  if (view === undefined) return found.tree;
  const tree = found.views[view];
  if (!tree)
    throw unknownName(
      { en: `no view is called ${quote(view)}`, zh: `没有名为 ${quote(view)} 的视角` },
      view,
      Object.keys(found.views),
      "--view",
    );
  return tree;
}

function groupingOf(data: Panel, id: string): readonly string[] {
  const grouping = data.groupings.find((one) => one.id === id);
  if (grouping) return grouping.of;
  const known = data.groupings.map((one) => one.id);
  throw unknownName({ en: `no column ${quote(id)} groups the units`, zh: `没有可作分组的列 ${quote(id)}` }, id, known, "--by");
}

/** The result with what was done before it: in its trace and its warnings. */
function withHistory(result: Result, made: readonly Made[], read: readonly Warning[]): Result {
  const earlier = made.flatMap(({ step, result: { warnings } }) =>
    warnings.map(({ code, text }) => ({ code, text: { en: `${step}: ${text.en}`, zh: `${step}：${text.zh}` } })),
  );
  const trace = made.length
    ? { ...result.trace, chain: made.map(({ step, result: { method } }) => ({ step, method: method.id, variant: method.variant })) }
    : result.trace;
  return Object.freeze({
    ...result,
    trace,
    warnings: [...(made.length ? [chainWarning(made)] : []), ...read, ...earlier, ...result.warnings],
  });
}

const chainCode = "default-chain";

function chainWarning(made: readonly Made[]): Warning {
  const steps = made.map(({ step, result: { method } }) => `${step} (${method.id}: ${method.variant})`);
  return {
    code: chainCode,
    text: {
      en: `made first, by default: ${steps.join(", ")}; write a study to choose otherwise`,
      zh: `已按默认方式先行完成：${steps.join("、")}；如需另选，请编写研究文件`,
    },
  };
}

const directionsWarning: Warning = {
  code: "directions-assumed",
  text: {
    en: "every column counts as: more is better; name the others with --negative",
    zh: "所有列均按“越大越好”处理；逆向指标请用 --negative 指明",
  },
};

function unknownName(found: Text, written: string, known: readonly string[], path: string): Fault {
  const near = nearest(written, known);
  return new Fault({
    code: "unknown-name",
    place: { path },
    found,
    expected: known.length
      ? { en: `expected one of: ${listed(known, 20).en}`, zh: `应为以下之一：${listed(known, 20).zh}` }
      : { en: "there are none here", zh: "此处没有可用项" },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: `leave out ${path}`, zh: `请去掉 ${path}` },
  });
}

const nothingToMeasure = (file: string): Fault =>
  new Fault({
    code: "no-columns",
    place: { file },
    found: { en: "no column of numbers was found", zh: "没有找到数值列" },
    expected: { en: "expected at least one column of numbers beside unit and period", zh: "除单位与时期外，至少应有一列数值" },
    next: { en: "check the header, or name the unit with --unit", zh: "请检查表头，或用 --unit 指明单位列" },
  });

const needsStudy = (about: Text): Fault =>
  new Fault({
    code: "needs-a-study",
    exit: 2,
    found: { en: `a file alone does not give ${about.en}`, zh: `单个文件无法给出${about.zh}` },
    expected: { en: "expected a study whose earlier steps give them", zh: "应为由先前步骤给出它们的研究文件" },
    next: { en: "draft one with `gongfu new FILE`, then add the steps", zh: "可用 `gongfu new FILE` 起草，再补上这些步骤" },
  });

const tooFewColumns = (found: number, min: number): Fault =>
  new Fault({
    code: "too-few-columns",
    place: { path: "--columns" },
    found: { en: `${found} columns`, zh: `${found} 列` },
    expected: { en: `expected at least ${min}`, zh: `至少应有 ${min} 列` },
    next: { en: "name them: --columns a,b", zh: "请指明：--columns a,b" },
  });
