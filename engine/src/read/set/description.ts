import {
  about,
  anyOf,
  byDefault,
  choice,
  constant,
  type Infer,
  integer,
  type Locate,
  list,
  object,
  optional,
  pair,
  parse,
  text,
} from "../../ground/schema/index.js";
import { parseYaml } from "../../ground/yaml/index.js";

const words = () => object({ en: text({ min: 1 }), zh: text({ min: 1 }) });
const id = () => text({ pattern: /^[a-z][a-z0-9_-]*$/ });
const years = () => pair(integer(), integer());

const column = object({
  id: id(),
  names: words(),
  unit: about(words(), "unit of measure", "计量单位"),
  direction: anyOf([constant(1), constant(-1), constant(0)]),
  source: about(words(), "original source: yearbook and table", "原始来源：年鉴与表"),
  vintage: about(words(), "which release of the figures", "数据的发布版本"),
  breaks: byDefault(
    list(
      object({
        period: integer(),
        unit: optional(about(text({ min: 1 }), "the only unit concerned", "所涉及的唯一单位")),
        note: words(),
      }),
    ),
    [],
  ),
  suspect: byDefault(
    list(object({ unit: text({ min: 1 }), periods: about(years(), "first and last in doubt", "可疑的首期与末期"), note: words() })),
    [],
  ),
  notes: byDefault(list(words()), []),
});

const schema = object({
  id: id(),
  names: words(),
  coverage: words(),
  periods: about(years(), "first and last year", "首年与末年"),
  groupings: list(object({ id: id(), names: words(), groups: list(object({ key: text({ min: 1 }), names: words() }), { min: 1 }) })),
  conventions: about(list(object({ id: id(), note: words() })), "that join units without a common border", "连接无共同边界单位的约定"),
  statuses: list(
    object({
      code: text({ min: 1 }),
      marks: optional(about(choice(["missing", "suspect", "estimated"]), "what such a cell is", "此类单元格的性质")),
      names: words(),
    }),
    { min: 1 },
  ),
  columns: list(column, { min: 1 }),
  notes: list(words()),
});

export type Description = Infer<typeof schema>;

/** A set's own account of itself (`set.yaml`), checked against the schema, and where each part of it stands. */
export async function readDescription(bytes: Uint8Array, file: string): Promise<{ description: Description; locate: Locate }> {
  const { value, locate } = await parseYaml(new TextDecoder("utf-8", { fatal: true }).decode(bytes), file);
  return { description: parse(schema, value, locate), locate };
}
