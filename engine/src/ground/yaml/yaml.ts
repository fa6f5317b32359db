import type { Document, Parser } from "yaml";
import { Fault, type Place } from "../fault/index.js";
import type { Locate } from "../schema/index.js";
import { quote } from "../words/index.js";

export interface YamlDocument {
  readonly value: unknown;
  /** line and column (from 1) of the value or the key at a path */
  readonly locate: Locate;
}

type Yaml = typeof import("yaml");

const aliasLimit = 100;
const depthLimit = 100;

/**
 * Parse one YAML 1.2 document, keeping the place of every key and value. The parser is loaded on first use.
 * Throws a Fault with its line for syntax errors, repeated keys, a second document, and documents that nest too deeply or expand too
 * many aliases.
 */
export async function parseYaml(text: string, file: string): Promise<YamlDocument> {
  const yaml = await import("yaml");
  const { Composer, LineCounter, isNode, isMap, isScalar } = yaml;
  const counter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };

  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, strict: true });
  const [document, second] = composer.compose(shallow(yaml, text, counter.addNewLine, placeAt), true, text.length);
  if (second) throw syntaxFault(placeAt(second.range[0]), "a second document begins here; one file holds one");
  const [error] = document.errors;
  if (error) throw syntaxFault(placeAt(error.pos[0]), error.message);

  checkKeysAndAliases(yaml, document, placeAt);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: aliasLimit });
  } catch {
    throw aliasFault({ file });
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

/**
 * One change of a document: the value at a path, taken out when undefined; `insert` makes room for it in a list.
 * With `to` what stands at the path is moved there with its remarks: into a list, counted after it was taken out of its own place.
 */
export interface YamlEdit {
  readonly path: YamlPath;
  readonly value?: unknown;
  readonly insert?: boolean;
  readonly to?: YamlPath;
}
export type YamlPath = readonly (string | number)[];

/** The document with some values changed; remarks, order and whatever is not touched stay as they were written. */
export async function editYaml(text: string, edits: readonly YamlEdit[]): Promise<string> {
  const { parseDocument, isCollection, isMap, isSeq } = await import("yaml");
  const document = parseDocument(text);
  const put = (node: unknown, path: YamlPath): void => {
    const list = document.getIn(path.slice(0, -1), true);
    if (isSeq(list)) list.items.splice(Number(path.at(-1)), 0, node);
    else document.setIn(path, node);
  };
  /** Lists and mappings near the top are written line by line, what stands in them in brackets. */
  const made = (value: unknown, depth: number): unknown => {
    const node = document.createNode(value, { flow: depth > 2 });
    if (depth === 2 && isMap(node)) for (const pair of node.items) if (isCollection(pair.value)) pair.value.flow = true;
    return node;
  };
  for (const { path, value, insert, to } of edits) {
    if (to) {
      const node = document.getIn(path, true);
      document.deleteIn(path);
      put(node, to);
    } else if (value === undefined) document.deleteIn(path);
    else if (insert) put(made(value, path.length), path);
    else document.setIn(path, typeof value === "object" ? made(value, path.length) : value);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** What the parser reads, given up at the first bracket or indent that is too deep: composing is recursive. */
function* shallow(
  { Lexer, Parser }: Yaml,
  text: string,
  onLine: (offset: number) => void,
  placeAt: (offset: number) => Place,
): ReturnType<Parser["parse"]> {
  const parser = new Parser(onLine);
  onLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > depthLimit) throw depthFault(placeAt(parser.offset - lexeme.length));
  }
  yield* parser.end();
}

/** Each key once in its mapping, each alias after its anchor; the parser's own check of keys compares each with every other. */
function checkKeysAndAliases(
  { isNode, isMap, isScalar, isAlias, visit }: Yaml,
  document: Document,
  placeAt: (offset: number) => Place,
): void {
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node, around) {
      const place = placeAt(node.range?.[0] ?? 0);
      if (isAlias(node)) {
        if (!anchors.has(node.source)) throw syntaxFault(place, `the alias *${node.source} has no anchor before it`);
        if (around.some((outer) => isNode(outer) && !isAlias(outer) && outer.anchor === node.source)) throw aliasFault(place);
      } else if (node.anchor) anchors.add(node.anchor);
      if (!isMap(node)) return;
      const seen = new Set<string>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) throw repeatedKey(placeAt(key.range?.[0] ?? 0), name);
        seen.add(name);
      }
    },
  });
}

const syntaxFault = (place: Place, message: string): Fault =>
  new Fault({
    code: "yaml-syntax",
    place,
    found: { en: message, zh: `YAML 语法错误：${message}` },
    expected: { en: "expected valid YAML", zh: "应为合法的 YAML" },
    next: { en: "mend this line; check the indentation and the colon", zh: "请更正此行；检查缩进与冒号" },
  });

const depthFault = (place: Place): Fault =>
  new Fault({
    code: "yaml-depth",
    place,
    found: { en: `more than ${depthLimit} levels of brackets or indentation`, zh: `括号或缩进嵌套超过 ${depthLimit} 层` },
    expected: { en: `expected at most ${depthLimit} levels`, zh: `嵌套应不超过 ${depthLimit} 层` },
    next: { en: "look for brackets that are never closed before this place", zh: "请检查此处之前是否有未闭合的括号" },
  });

const repeatedKey = (place: Place, key: string): Fault =>
  new Fault({
    code: "duplicate-key",
    place,
    found: { en: `the key ${quote(key)} is written twice`, zh: `键 ${quote(key)} 重复出现` },
    expected: { en: "expected each key once", zh: "每个键只应出现一次" },
    next: { en: "keep one of the two lines", zh: "请只保留其中一行" },
  });

const aliasFault = (place: Place): Fault =>
  new Fault({
    code: "yaml-aliases",
    place,
    found: { en: `aliases expand more than ${aliasLimit} times or contain themselves`, zh: `别名展开超过 ${aliasLimit} 次，或包含自身` },
    expected: { en: "expected a document that does not multiply itself", zh: "文档不应通过别名自我倍增" },
    next: { en: "write the repeated part out, or drop the aliases", zh: "请直接写出重复部分，或删去别名" },
  });
