import { Fault, nearest } from "../../ground/fault/index.js";
import type { Locate } from "../../ground/schema/index.js";
import { listed, quote } from "../../ground/words/index.js";
import type { Slot, ValueKind } from "../../method/index.js";
import type { Address, Source, Step } from "../types.js";
import type { StepDraft } from "./read-step.js";

/** A step that stands above, and what its value can be used as. */
export interface Known {
  readonly id: string;
  readonly gives: ValueKind;
  /** ids of the tables it prints */
  readonly tables?: readonly string[];
}

/** Resolve every input to the latest earlier result of its kind, or to the one named; checks ids as it goes. */
export function planSources(drafts: readonly StepDraft[], locate: Locate): Step[] {
  const known: Known[] = [{ id: "data", gives: "data" }];
  return drafts.map((draft) => {
    if (known.some((one) => one.id === draft.id)) throw repeatedId(draft.id, draft.explicitId, draft.path, locate);
    const step = withSources(draft, known, locate);
    known.push({ id: step.id, gives: step.card.outputs.value, tables: step.card.outputs.tables });
    return step;
  });
}

/** One step with its inputs resolved among those above it. */
export function withSources({ inputs, explicitId: _, ...step }: StepDraft, known: readonly Known[], locate: Locate): Step {
  const sources: Record<string, Source> = {};
  for (const [name, slot] of Object.entries(step.card.inputs)) {
    const source = resolve(slot, inputs[slot.key], known, (at) => locate([...step.path, ...at], "value"), step.id);
    if (source) sources[name] = source;
  }
  return { ...step, sources };
}

type PlaceAt = (path: readonly (string | number)[]) => ReturnType<Locate>;

function resolve(slot: Slot, written: unknown, known: readonly Known[], placeAt: PlaceAt, step: string): Source | undefined {
  switch (slot.kind) {
    case "tree":
      return { kind: "tree", view: (written as string | undefined) ?? null };
    case "grouping":
      return written === undefined ? undefined : { kind: "grouping", id: written as string };
    case "borders":
      return written === undefined ? undefined : { kind: "borders", convention: written === "land" ? null : (written as string) };
    case "groupings":
      return { kind: "groupings", ids: written as string[] };
    case "column":
      return written === undefined ? undefined : { kind: "columns", addresses: [address(written as string, known, placeAt([slot.key]))] };
    case "parts":
      return {
        kind: "parts",
        ids: [...new Set((written as string[]).map((one) => one.slice(0, one.indexOf("."))))].filter((id) => id !== "data"),
      };
    case "table":
      return written === undefined
        ? undefined
        : { kind: "table", id: withTable(written as string, slot.table, known, placeAt([slot.key])).id, table: slot.table };
    case "columns":
      if (written === undefined && slot.optional) return undefined;
      return { kind: "columns", addresses: (written as string[]).map((one, k) => address(one, known, placeAt([slot.key, k]))) };
    case "weights-list": {
      const ids = written as string[];
      const again = ids.findIndex((id, k) => ids.indexOf(id) < k);
      if (again >= 0) throw namedTwice(ids[again], placeAt([slot.key, again]));
      return { kind: "steps", ids: ids.map((id, k) => named(id, "weights", known, placeAt([slot.key, k])).id) };
    }
    case "plan": {
      const given =
        written === undefined ? [latest("index", known, placeAt([]), step).id] : typeof written === "string" ? [written] : written;
      const of = (given as string[]).map((one, k) => {
        const place = placeAt(written === undefined ? [] : typeof written === "string" ? [slot.key] : [slot.key, k]);
        return one.includes(".") ? address(one, known, place) : { id: named(one, "index", known, place).id, column: null };
      });
      return { kind: "plan", of, variations: [], reads: {} };
    }
    default: {
      const wanted: ValueKind = slot.kind === "panel" ? slot.of : slot.kind;
      const source =
        written === undefined ? latest(wanted, known, placeAt([]), step) : named(written as string, wanted, known, placeAt([slot.key]));
      return source.id === "data" ? { kind: "data" } : { kind: "step", id: source.id };
    }
  }
}

function latest(wanted: ValueKind, known: readonly Known[], place: ReturnType<Locate>, step: string): Known {
  const found = known.findLast((one) => one.gives === wanted);
  if (found) return found;
  const maker: Record<string, string> = { normalised: "normalise", weights: "weigh", index: "aggregate" };
  throw new Fault({
    code: "nothing-to-read",
    place,
    found: { en: `step "${step}" needs ${wanted} and no earlier step gives it`, zh: `步骤“${step}”需要 ${wanted}，但此前没有步骤给出` },
    expected: { en: `expected a step "${maker[wanted] ?? wanted}" before it`, zh: `其前应有“${maker[wanted] ?? wanted}”步骤` },
    next: { en: `add the step "${maker[wanted] ?? wanted}" above this one`, zh: `请在此步之前添加“${maker[wanted] ?? wanted}”` },
  });
}

function named(id: string, wanted: ValueKind, known: readonly Known[], place: ReturnType<Locate>): Known {
  const found = known.find((one) => one.id === id);
  if (!found) throw unknownId(id, known, place);
  if (found.gives === wanted) return found;
  const fitting = known.filter((one) => one.gives === wanted).map((one) => one.id);
  throw new Fault({
    code: "wrong-kind",
    place,
    found: { en: `"${id}" gives ${found.gives}`, zh: `“${id}”给出的是 ${found.gives}` },
    expected: { en: `expected a step that gives ${wanted}`, zh: `应为给出 ${wanted} 的步骤` },
    next: fitting.length
      ? { en: `name one of: ${listed(fitting).en}`, zh: `可用：${listed(fitting).zh}` }
      : { en: "add such a step above this one", zh: "请在此步之前添加这样的步骤" },
  });
}

function withTable(id: string, table: string, known: readonly Known[], place: ReturnType<Locate>): Known {
  const found = known.find((one) => one.id === id);
  if (!found) throw unknownId(id, known, place);
  if (found.tables?.includes(table)) return found;
  const fitting = known.filter((one) => one.tables?.includes(table)).map((one) => one.id);
  throw new Fault({
    code: "no-such-table",
    place,
    found: { en: `"${id}" prints no table ${quote(table)}`, zh: `“${id}”没有名为 ${quote(table)} 的表` },
    expected: { en: "expected a step that prints it", zh: "应为输出该表的步骤" },
    next: fitting.length
      ? { en: `name one of: ${listed(fitting).en}`, zh: `可用：${listed(fitting).zh}` }
      : { en: "add such a step above this one, or remove the line", zh: "请在此步之前添加这样的步骤，或删去此行" },
  });
}

function address(written: string, known: readonly Known[], place: ReturnType<Locate>): Address {
  const dot = written.indexOf(".");
  const id = written.slice(0, dot);
  if (!known.some((one) => one.id === id)) throw unknownId(id, known, place);
  return { id, column: written.slice(dot + 1) };
}

function unknownId(id: string, known: readonly Known[], place: ReturnType<Locate>): Fault {
  const ids = known.map((one) => one.id);
  const near = nearest(id, ids);
  return new Fault({
    code: "unknown-id",
    place,
    found: { en: `no earlier step is called ${quote(id)}`, zh: `此前没有名为 ${quote(id)} 的步骤` },
    expected: { en: `expected one of: ${listed(ids, 20).en}`, zh: `应为以下之一：${listed(ids, 20).zh}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "name a step that stands above", zh: "请使用上方已有的步骤名称" },
  });
}

const namedTwice = (id: string, place: ReturnType<Locate>): Fault =>
  new Fault({
    code: "named-twice",
    place,
    found: { en: `${quote(id)} is named twice`, zh: `${quote(id)} 被列出两次` },
    expected: { en: "expected each step once", zh: "每个步骤只应出现一次" },
    next: { en: "remove it, or name another step", zh: "请删去其一，或改用其他步骤" },
  });

const repeatedId = (id: string, explicit: boolean, path: readonly (string | number)[], locate: Locate): Fault =>
  new Fault({
    code: "duplicate-id",
    place: explicit ? locate([...path, "id"], "value") : locate(path, "key"),
    found: { en: `two steps are called ${quote(id)}`, zh: `有两个步骤都名为 ${quote(id)}` },
    expected: { en: "expected every step to have its own id; it defaults to the verb", zh: "每个步骤应有各自的 id；缺省为动词" },
    next: { en: `add an id, e.g. {id: ${id}-2, …}`, zh: `请添加 id，如 {id: ${id}-2, …}` },
  });
