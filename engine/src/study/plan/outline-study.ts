import { type Fault, isFault } from "../../ground/fault/index.js";
import type { Locate } from "../../ground/schema/index.js";
import { parseYaml } from "../../ground/yaml/index.js";
import { cardsOf } from "../schema/study-schema.js";
import { readStep } from "./read-step.js";

/** A place of the file: line and column, from 1. */
export type At = readonly [line: number, column: number];

/** A step as it is written, whether or not it can be run. */
export interface StepOutline {
  readonly id: string;
  readonly verb: string;
  /** id of its card; null while no method of the verb is named */
  readonly card: string | null;
  /** what stands under the verb; null where there is nothing, not even braces */
  readonly written: Readonly<Record<string, unknown>> | null;
  /** path of what stands under the verb: of the step itself when it is its verb alone */
  readonly path: readonly (string | number)[];
  readonly at: At;
  /** where each key begins */
  readonly keys: Readonly<Record<string, At>>;
  readonly fault: Fault | null;
}

export interface StudyOutline {
  readonly framework: string | null;
  readonly steps: readonly StepOutline[];
}

/** The steps of a study one by one, for forms: a step that is wrong is told with its fault and does not hide the others. Throws a Fault when the file is no YAML. */
export async function outlineStudy(text: string, file: string): Promise<StudyOutline> {
  const { value, locate } = await parseYaml(text, file);
  const { steps, framework } = (value ?? {}) as { steps?: unknown; framework?: unknown };
  return {
    framework: typeof framework === "string" ? framework : null,
    steps: Array.isArray(steps) ? steps.map((step: unknown, k) => outlineStep(step, k, locate)) : [],
  };
}

function outlineStep(step: unknown, k: number, locate: Locate): StepOutline {
  const [verb, body] = isMapping(step) ? (Object.entries(step)[0] ?? ["", null]) : [String(step), null];
  const own = ["steps", k];
  const path = isMapping(step) ? [...own, verb] : own;
  const written = isMapping(body) ? body : null;
  const known = cardsOf(verb);
  const method = written?.method;
  const at = (inner: readonly (string | number)[]): At => {
    const { line = 0, column = 0 } = locate(inner, "key");
    return [line, column];
  };
  return {
    id: typeof written?.id === "string" ? written.id : verb,
    verb,
    card: known.find(({ step: { as } }) => as === null || as === method)?.id ?? null,
    written,
    path,
    at: at(path),
    keys: Object.fromEntries(Object.keys(written ?? {}).map((key) => [key, at([...path, key])])),
    fault: faultOf(() => readStep(step, own, locate)),
  };
}

function faultOf(read: () => unknown): Fault | null {
  try {
    read();
    return null;
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);
