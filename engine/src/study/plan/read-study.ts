import { Fault, nearest } from "../../ground/fault/index.js";
import { hash } from "../../ground/hash/index.js";
import { type Locate, parse } from "../../ground/schema/index.js";
import { quote, same, type Text } from "../../ground/words/index.js";
import { parseYaml } from "../../ground/yaml/index.js";
import { planVariations } from "../robustness/vary/plan-variations.js";
import { headOnly, studyHeadShape } from "../schema/study-schema.js";
import type { DataSource, Study } from "../types.js";
import { readStep } from "./read-step.js";
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
    steps: planVariations(planSources(read, locate), locate),
    report: head.report as Study["report"],
    seed: head.seed as number,
    hash: hash(text),
    locate,
  };
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
