import { Fault, nearest } from "../../ground/fault/index.js";
import { type Locate, parse } from "../../ground/schema/index.js";
import { listed, quote } from "../../ground/words/index.js";
import type { Card } from "../../method/index.js";
import { cardsOf, stepSchema, verbs } from "../schema/study-schema.js";
import type { Step } from "../types.js";

type Path = readonly (string | number)[];

/** A step as read, before its inputs are resolved. */
export interface StepDraft extends Omit<Step, "sources"> {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly explicitId: boolean;
}

/** One entry of the list of steps. */
export function readStep(step: unknown, path: Path, locate: Locate): StepDraft {
  const [verb, body] = typeof step === "string" ? [step, {}] : onlyEntry(step, path, locate);
  const known = cardsOf(verb);
  if (known.length === 0) throw unknownVerb(verb, typeof step === "string" ? path : [...path, verb], locate);
  const bodyPath = typeof step === "string" ? path : [...path, verb];
  const fields = body === null || body === undefined ? {} : body;
  if (typeof fields !== "object" || Array.isArray(fields)) throw notAMapping(verb, fields, bodyPath, locate);
  return readFields(verb, fields as Record<string, unknown>, bodyPath, locate);
}

/** What stands under a verb: which method, its options, the inputs it names. */
export function readFields(verb: string, fields: Readonly<Record<string, unknown>>, bodyPath: Path, locate: Locate): StepDraft {
  const card = chooseCard(verb, cardsOf(verb), fields, bodyPath, locate);
  const checked = parse(stepSchema(card), fields, (inner, at) => locate([...bodyPath, ...inner], at)) as Record<string, unknown>;

  const { id, method: _, ...others } = checked;
  const inputs: Record<string, unknown> = {};
  for (const slot of Object.values(card.inputs)) {
    inputs[slot.key] ??= others[slot.key];
    delete others[slot.key];
  }
  return {
    id: (id as string | undefined) ?? verb,
    explicitId: id !== undefined,
    verb,
    card,
    options: others,
    written: fields,
    inputs,
    path: bodyPath,
  };
}

function chooseCard(verb: string, known: readonly Card[], body: Readonly<Record<string, unknown>>, path: Path, locate: Locate): Card {
  const only = known.find((card) => card.step.as === null);
  if (only) return only;
  const names = known.map((card) => card.step.as as string);
  const method = body.method;
  const found = known.find((card) => card.step.as === method);
  if (found) return found;
  const near = typeof method === "string" ? nearest(method, names) : undefined;
  throw new Fault({
    code: method === undefined ? "missing-key" : "unknown-option",
    place: locate([...path, "method"], "value"),
    found:
      method === undefined
        ? { en: `"${verb}" does not say which method`, zh: `“${verb}”没有指明 method` }
        : { en: `method of "${verb}" is ${quote(method)}`, zh: `“${verb}”的 method 为 ${quote(method)}` },
    expected: { en: `expected one of: ${listed(names, 20).en}`, zh: `应为以下之一：${listed(names, 20).zh}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: `write ${verb}: {method: ${names[0]}}`, zh: `请写 ${verb}: {method: ${names[0]}}` },
  });
}

function onlyEntry(step: unknown, path: Path, locate: Locate): [string, unknown] {
  const entries = step && typeof step === "object" && !Array.isArray(step) ? Object.entries(step) : [];
  if (entries.length === 1) return entries[0];
  throw new Fault({
    code: "bad-step",
    place: locate(path, "value"),
    found: { en: `step ${Number(path.at(-1)) + 1} is ${quote(step)}`, zh: `第 ${Number(path.at(-1)) + 1} 步为 ${quote(step)}` },
    expected: {
      en: "expected one verb, e.g. `- derive` or `- normalise: {method: min-max}`",
      zh: "应为一个动词，如 `- derive` 或 `- normalise: {method: min-max}`",
    },
    next: { en: "indent the options below their verb", zh: "请将选项缩进到动词之下" },
  });
}

function unknownVerb(verb: string, path: Path, locate: Locate): Fault {
  const near = nearest(verb, verbs);
  return new Fault({
    code: "unknown-step",
    place: locate(path, "key"),
    found: { en: `no step is called ${quote(verb)}`, zh: `没有名为 ${quote(verb)} 的步骤` },
    expected: { en: `expected one of: ${verbs.join(", ")}`, zh: `应为以下之一：${verbs.join("、")}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "run `gongfu methods` for the list", zh: "运行 `gongfu methods` 查看列表" },
  });
}

const notAMapping = (verb: string, found: unknown, path: Path, locate: Locate): Fault =>
  new Fault({
    code: "wrong-type",
    place: locate(path, "value"),
    found: { en: `"${verb}" is ${quote(found)}`, zh: `“${verb}”为 ${quote(found)}` },
    expected: { en: "expected its options as keys and values", zh: "应为键值形式的选项" },
    next: { en: `write ${verb}: {key: value}`, zh: `请写 ${verb}: {键: 值}` },
  });
