import { Fault, type Place } from "../fault/index.js";
import type { Locate } from "../schema/index.js";

export interface YamlDocument {
  readonly value: unknown;
  /** line and column (from 1) of the value or the key at a path */
  readonly locate: Locate;
}

const aliasLimit = 100;

/**
 * Parse one YAML 1.2 document, keeping the place of every key and value. The parser is loaded on first use.
 * Throws a Fault with its line for syntax errors, repeated keys and documents that expand too many aliases.
 */
export async function parseYaml(text: string, file: string): Promise<YamlDocument> {
  const { parseDocument, LineCounter, isNode, isMap, isScalar } = await import("yaml");
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false, strict: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };

  const [error] = document.errors;
  if (error) {
    throw new Fault({
      code: error.code === "DUPLICATE_KEY" ? "duplicate-key" : "yaml-syntax",
      place: placeAt(error.pos[0]),
      found: { en: error.message, zh: `YAML 语法错误：${error.message}` },
      expected: { en: "expected valid YAML with each key once", zh: "应为合法的 YAML，且每个键只出现一次" },
      next: { en: "mend this line; check the indentation and the colon", zh: "请更正此行；检查缩进与冒号" },
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: aliasLimit });
  } catch {
    throw new Fault({
      code: "yaml-aliases",
      place: { file },
      found: { en: `aliases expand more than ${aliasLimit} times`, zh: `别名展开超过 ${aliasLimit} 次` },
      expected: { en: "expected a document that does not multiply itself", zh: "文档不应通过别名自我倍增" },
      next: { en: "write the repeated part out, or drop the aliases", zh: "请直接写出重复部分，或删去别名" },
    });
  }

  const locate: Locate = (path, at) => {
    if (at === "key") {
      const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
      const pair = isMap(parent)
        ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)))
        : undefined;
      if (pair && isNode(pair.key) && pair.key.range) return placeAt(pair.key.range[0]);
    }
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth ? document.getIn(path.slice(0, depth), true) : document.contents;
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return { file };
  };
  return { value, locate };
}
