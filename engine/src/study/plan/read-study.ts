import { Fault, nearest } from "../../ground/fault/index.js";
import { hash } from "../../ground/hash/index.js";
import { type Locate, parse } from "../../ground/schema/index.js";
import { listed, quote, same, type Text } from "../../ground/words/index.js";
import { parseYaml } from "../../ground/yaml/index.js";
import type { Card } from "../../method/index.js";
import { cardsOf, headOnly, stepSchema, studyHeadShape, verbs } from "../schema/study-schema.js";
import type { DataSource, Step, Study } from "../types.js";
import { planSources } from "./sources.js";

/** Read a study file: check every key, choose each step's card, resolve where its inputs come from. Throws a Fault with its line. */
export async function readStudy(text: string, file: string): Promise<Study> {
  const { value, locate } = await parseYaml(text, file);
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw notAStudy(locate);
  const { steps: written, ...rest } = value as Record<string, unknown>;
  checkKeys(rest, locate);
  const head = parse(headOnly, rest, locate);
  if (!Array.isArray(written) || written.length === 0) throw stepsMissing(locate, written);

  const read = written.map((step, k) => readStep(step, ["steps", k], locate));
  const title = head.title as string | Text;
  return {
    title: typeof title === "string" ? same(title) : title,
    file,
    data: head.data as DataSource,
    framework: head.framework,
    steps: planSources(read, locate),
    report: head.report as Study["report"],
    seed: head.seed as number,
    hash: hash(text),
    locate,
  };
}

/** A step as read, before its inputs are resolved. */
export interface StepDraft extends Omit<Step, "sources"> {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly explicitId: boolean;
}

function readStep(step: unknown, path: readonly (string | number)[], locate: Locate): StepDraft {
  const [verb, body] = typeof step === "string" ? [step, {}] : onlyEntry(step, path, locate);
  const known = cardsOf(verb);
  if (known.length === 0) throw unknownVerb(verb, typeof step === "string" ? path : [...path, verb], locate);
  const bodyPath = typeof step === "string" ? path : [...path, verb];
  const fields = body === null || body === undefined ? {} : body;
  if (typeof fields !== "object" || Array.isArray(fields)) throw notAMapping(verb, fields, bodyPath, locate);
  const card = chooseCard(verb, known, fields as Record<string, unknown>, bodyPath, locate);
  const checked = parse(stepSchema(card), fields, (inner, at) => locate([...bodyPath, ...inner], at)) as Record<string, unknown>;

  const { id, method: _, ...others } = checked;
  const inputs: Record<string, unknown> = {};
  for (const slot of Object.values(card.inputs)) {
    inputs[slot.key] = others[slot.key];
    delete others[slot.key];
  }
  return { id: (id as string | undefined) ?? verb, explicitId: id !== undefined, verb, card, options: others, inputs, path: bodyPath };
}

function chooseCard(
  verb: string,
  known: readonly Card[],
  body: Record<string, unknown>,
  path: readonly (string | number)[],
  locate: Locate,
): Card {
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

/** Unknown keys first, so that a misspelt `title` is not reported as missing. */
function checkKeys(head: Record<string, unknown>, locate: Locate): void {
  const known = Object.keys(studyHeadShape);
  for (const key of Object.keys(head)) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    throw new Fault({
      code: "unknown-key",
      place: locate([key], "key"),
      found: { en: `unknown key ${quote(key)}`, zh: `未知的键 ${quote(key)}` },
      expected: { en: `expected one of: ${known.join(", ")}`, zh: `应为以下之一：${known.join("、")}` },
      next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove the line", zh: "请删去这一行" },
    });
  }
}

function onlyEntry(step: unknown, path: readonly (string | number)[], locate: Locate): [string, unknown] {
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

function unknownVerb(verb: string, path: readonly (string | number)[], locate: Locate): Fault {
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

const notAMapping = (verb: string, found: unknown, path: readonly (string | number)[], locate: Locate): Fault =>
  new Fault({
    code: "wrong-type",
    place: locate(path, "value"),
    found: { en: `"${verb}" is ${quote(found)}`, zh: `“${verb}”为 ${quote(found)}` },
    expected: { en: "expected its options as keys and values", zh: "应为键值形式的选项" },
    next: { en: `write ${verb}: {key: value}`, zh: `请写 ${verb}: {键: 值}` },
  });

const notAStudy = (locate: Locate): Fault =>
  new Fault({
    code: "not-a-study",
    place: locate([], "value"),
    found: { en: "the file is not a mapping of keys to values", zh: "文件不是键值映射" },
    expected: { en: "expected a study: gongfu: 1, title, data, steps", zh: "应为研究文件：gongfu: 1、title、data、steps" },
    next: { en: "draft one from your data with `gongfu new FILE`", zh: "可用 `gongfu new FILE` 从数据起草" },
  });

const stepsMissing = (locate: Locate, written: unknown): Fault =>
  new Fault({
    code: written === undefined ? "missing-key" : "wrong-type",
    place: locate(["steps"], "value"),
    found:
      written === undefined
        ? { en: '"steps" is missing', zh: "缺少“steps”" }
        : { en: `steps is ${quote(written)}`, zh: `steps 为 ${quote(written)}` },
    expected: { en: "expected a list with at least one step", zh: "应为至少包含一个步骤的列表" },
    next: { en: "add `steps:` and, below it, `- audit`", zh: "请添加 `steps:`，并在其下写 `- audit`" },
  });
