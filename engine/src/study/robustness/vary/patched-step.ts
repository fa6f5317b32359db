import { Fault } from "../../../ground/fault/index.js";
import { type Locate, shapeOf } from "../../../ground/schema/index.js";
import { quote } from "../../../ground/words/index.js";
import { readFields, type StepDraft } from "../../plan/read-step.js";
import { cardsOf, stepSchema } from "../../schema/study-schema.js";
import type { Patch, Step } from "../../types.js";

type Fields = Readonly<Record<string, unknown>>;

/** A step read again with some of its keys set. Another method keeps what was written as far as it knows the keys. */
export function patchedStep(
  step: Pick<Step, "verb" | "written" | "path">,
  patches: readonly Pick<Patch, "path" | "value">[],
  locate: Locate,
): StepDraft {
  const fields = patches.reduce((written, { path, value }) => withValue(written, path, value), step.written);
  const swapped = patches.some(({ path }) => path.length === 1 && path[0] === "method");
  return readFields(step.verb, swapped ? known(step.verb, fields, patches) : fields, step.path, locate);
}

function withValue(fields: Fields, [key, ...rest]: readonly string[], value: unknown): Fields {
  if (rest.length === 0) return { ...fields, [key]: value };
  const inner = fields[key];
  if (inner !== undefined && (inner === null || typeof inner !== "object" || Array.isArray(inner))) throw notAMapping(key, inner);
  return { ...fields, [key]: withValue((inner ?? {}) as Fields, rest, value) };
}

/** Without the keys that only the method before knows; a key that is set itself stays, for the schema to judge. */
function known(verb: string, fields: Fields, patches: readonly Pick<Patch, "path">[]): Fields {
  const card = cardsOf(verb).find((one) => one.step.as === fields.method);
  if (!card) return fields;
  const keys = new Set(Object.keys(shapeOf(stepSchema(card))));
  const set = new Set(patches.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.has(key) || set.has(key)));
}

const notAMapping = (key: string, found: unknown): Fault =>
  new Fault({
    code: "wrong-type",
    found: { en: `${key} is ${quote(found)}`, zh: `${key} 为 ${quote(found)}` },
    expected: { en: "expected keys below it, as the path goes on", zh: "其下应有键，因为路径还未结束" },
    next: { en: `end the path at ${key}`, zh: `请将路径止于 ${key}` },
  });
