import { posix } from "node:path";
import * as engine from "@gongfu/engine";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesBelow, importsOf, isSource, isTest, parsed, read } from "./source-files.js";

/** Which rooms of the engine a room may use; everything may use ground, and itself. */
const below: Readonly<Record<string, readonly string[]>> = {
  ground: [],
  table: [],
  method: ["table"],
  read: ["table"],
  framework: ["table", "method"],
  audit: ["table", "method"],
  measure: ["table", "method"],
  inequality: ["table", "method"],
  explain: ["table", "method", "measure", "inequality"],
  study: ["table", "method", "read", "framework", "audit", "measure", "inequality", "explain"],
  tell: ["table", "method", "read", "framework", "audit", "measure", "inequality", "explain", "study"],
};
/** Files at the top of the engine that tie the rooms together, and the rooms above `study` see. */
const top: Readonly<Record<string, readonly string[]>> = {
  "index.ts": Object.keys(below),
  "cards.ts": ["ground", "method", "audit", "measure", "inequality", "explain", "study"],
  "version.ts": [],
};
const mayUseTop = new Set(["study", "tell"]);

/** Packages of the workspace, and which of the others each may import. */
const packages: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  render: ["@gongfu/engine"],
  cli: ["@gongfu/engine", "@gongfu/render", "@gongfu/data"],
  app: ["@gongfu/engine", "@gongfu/render", "@gongfu/data"],
};

const sources = Object.keys(packages)
  .flatMap((name) => filesBelow(`${name}/src`))
  .filter(isSource);
const code = sources.filter((path) => !isTest(path));
const engineCode = code.filter((path) => path.startsWith("engine/"));
const roomOf = (path: string): string => path.split("/")[2];
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

const imports = sources.flatMap((path) => importsOf(parsed(path)).map((one) => ({ ...one, path })));
const relative = imports.filter((one) => one.from.startsWith("."));
const foreign = imports.filter((one) => !one.from.startsWith("."));
const at = ({ path, line, from }: { path: string; line: number; from: string }): string => `${path}:${line} imports ${from}`;

describe("the dependency rule", () => {
  it("sees the whole project", () => {
    expect(engineCode.length).toBeGreaterThan(50);
    expect(relative.length).toBeGreaterThan(200);
  });

  it("has no way back between the rooms of the engine", () => {
    const wrong = relative
      .filter(({ path }) => path.startsWith("engine/"))
      .filter((one) => {
        const target = posix.join(posix.dirname(one.path), one.from);
        if (isTest(one.path) && /^(proof|bench)\//.test(target)) return false;
        const [from, to] = [roomOf(one.path), roomOf(target)];
        const toTop = /^engine\/src\/[^/]+\.js$/.test(target);
        if (top[from]) return !toTop && !top[from].includes(to);
        if (toTop) return !mayUseTop.has(from);
        return from !== to && to !== "ground" && !below[from]?.includes(to);
      })
      .map(at);
    expect(wrong).toEqual([]);
  });

  it("keeps relative imports inside their package", () => {
    const shipped = /^(\.\.\/)+(data|studies)\//;
    const wrong = relative
      .filter((one) => !posix.join(posix.dirname(one.path), one.from).startsWith(`${one.path.split("/")[0]}/src/`))
      .filter((one) => !(one.path.startsWith("app/") && shipped.test(one.from)))
      .filter((one) => !isTest(one.path));
    expect(wrong.map(at)).toEqual([]);
  });

  it("lets packages import only what lies below them", () => {
    const wrong = foreign.filter((one) => {
      const from = one.path.split("/")[0];
      const target = packageOf(one.from);
      return target.startsWith("@gongfu/") && !packages[from].includes(target) && !isTest(one.path);
    });
    expect(wrong.map(at)).toEqual([]);
  });

  it("ends every relative import of code in .js", () => {
    const wrong = relative.filter((one) => !/\.(js|json|css|svg|yaml)(\?\w+)?$/.test(one.from));
    expect(wrong.map(at)).toEqual([]);
  });
});

describe("the engine", () => {
  const own = foreign.filter((one) => one.path.startsWith("engine/") && !isTest(one.path));

  it("imports nothing of Node, React or ECharts", () => {
    expect(own.filter((one) => /^(node:|react|echarts|zrender)/.test(one.from)).map(at)).toEqual([]);
  });

  it("wraps every third-party package in one file", () => {
    const users = new Map<string, Set<string>>();
    for (const one of own) if (!one.typeOnly) users.set(packageOf(one.from), (users.get(packageOf(one.from)) ?? new Set()).add(one.path));
    expect([...users].filter(([, files]) => files.size > 1).map(([name, files]) => `${name}: ${[...files].join(", ")}`)).toEqual([]);
  });

  it("uses no function whose last bits differ between machines outside ground/elementary", () => {
    const forbidden = new Set(
      "exp log log2 log10 pow cbrt sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh expm1 log1p hypot random".split(" "),
    );
    const wrong: string[] = [];
    for (const path of engineCode.filter((one) => !one.startsWith("engine/src/ground/elementary/"))) {
      const source = parsed(path);
      const report = (node: ts.Node): void => {
        wrong.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}  ${node.getText().slice(0, 60)}`);
      };
      const visit = (node: ts.Node): void => {
        if (ts.isPropertyAccessExpression(node) && node.expression.getText() === "Math" && forbidden.has(node.name.text)) report(node);
        if (ts.isElementAccessExpression(node) && node.expression.getText() === "Math") report(node);
        if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer?.getText() === "Math") report(node);
        if (ts.isBinaryExpression(node) && /^\*\*=?$/.test(node.operatorToken.getText())) report(node);
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(wrong).toEqual([]);
  });

  it("depends on no locale and no clock", () => {
    const wrong = engineCode.filter((path) => {
      const text = read(path);
      const sorts = /\.localeCompare\(|\bDate\.now\(|new Date\(\)|performance\.now/.test(text);
      return sorts || (/\bIntl\.|\.toLocale\w*\(/.test(text) && !path.startsWith("engine/src/tell/"));
    });
    expect(wrong).toEqual([]);
  });
});

describe("files", () => {
  const lines = (path: string): number => read(path).trimEnd().split("\n").length;

  it("have at most 400 lines", () => {
    const own = [...sources, ...filesBelow("proof").filter(isSource), ...filesBelow("bench").filter(isSource)];
    expect(own.map((path) => [path, lines(path)] as const).filter(([, count]) => count > 400)).toEqual([]);
  });

  it("have a median of at most 120 lines", () => {
    const counts = code.map(lines).sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(120);
  });

  it("are named in kebab-case after what they hold", () => {
    const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/;
    const vague = /^(utils?|helpers?|common|manager|misc|shared)(\.|$)/;
    const name = (path: string): string => posix.basename(path);
    expect(sources.filter((path) => !named.test(name(path)) || path.split("/").some((part) => vague.test(part)))).toEqual([]);
  });

  it("hold none of the words that do not belong in them", () => {
    const texts = filesBelow("").filter(
      (path) => /\.(tsx?|js|mjs|json|ya?ml|md|cff|css|html|csv|svg)$|^\.ci\/|LICENSE$/.test(path) && path !== "package-lock.json",
    );
    const words = [
      ["/wo", "rk/"],
      ["sub", "agent"],
      ["farm", "-"],
      ["TO", "DO"],
      ["FIX", "ME"],
      ["XX", "X"],
    ].map((parts) => parts.join(""));
    const found = texts.flatMap((path) => {
      const text = read(path);
      return words
        .filter((word) => (/^[A-Z]/.test(word) ? new RegExp(`\\b${word}\\b`).test(text) : text.includes(word)))
        .map((word) => `${path}: ${word}`);
    });
    expect(texts.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  it("silence neither the compiler nor the linter, and skip no test", () => {
    const words = [
      ["@ts-", "ignore"],
      ["@ts-", "nocheck"],
      [": ", "any\\b"],
      ["as ", "any\\b"],
      ["biome-", "ignore"],
      ["\\b(it|describe|test)\\.", "(skip|only|todo)\\b"],
    ];
    const pattern = new RegExp(words.map((parts) => parts.join("")).join("|"));
    const own = [...sources, ...filesBelow("proof").filter(isSource)];
    const found = own.flatMap((path) =>
      read(path)
        .split("\n")
        .flatMap((line, k) => (pattern.test(line) ? [`${path}:${k + 1} ${line.trim().slice(0, 80)}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

describe("method folders", () => {
  const methods = engineCode.filter((path) => path.endsWith(".method.ts"));
  const { cards } = engine;
  const cardFiles = new Map(methods.map((path) => [posix.basename(path, ".method.ts"), path]));

  it("are as many as the cards on the shelves, by the same names", () => {
    expect(cards.map((card) => card.id)).toEqual([...cardFiles.keys()].sort());
    expect(new Set(cards.map((card) => card.id)).size).toBe(cards.length);
  });

  it.each([...cardFiles])("%s has its five files, one exported function, at most 200 lines", (id, path) => {
    const folder = posix.dirname(path);
    expect(posix.basename(folder)).toBe(id);
    expect(filesBelow(folder).map((file) => posix.basename(file))).toEqual(
      [`${id}.md`, `${id}.method.ts`, `${id}.reference.json`, `${id}.test.ts`, `${id}.ts`].sort(),
    );
    expect(read(`${folder}/${id}.ts`).trimEnd().split("\n").length).toBeLessThanOrEqual(200);
    const names = exportedFunctions(parsed(`${folder}/${id}.ts`));
    expect(names).toHaveLength(1);
    expect(typeof (engine as unknown as Record<string, unknown>)[names[0]]).toBe("function");
  });

  it.each(cards.map((card) => [card.id, card] as const))("%s says everything in both languages", (_, card) => {
    const texts = [card.names, card.summary, ...Object.values(card.inputs).map((slot) => slot.about)];
    for (const text of texts) for (const language of ["en", "zh"] as const) expect(text[language].trim()).not.toBe("");
    expect(/\p{Script=Han}/u.test(card.names.zh) && /\p{Script=Han}/u.test(card.summary.zh)).toBe(true);
    for (const language of ["en", "zh"] as const) expect(card.formula[language].trim()).not.toBe("");
    expect(card.formula.zh).not.toMatch(/\\text\{[^}]*[a-z]{2}/i);
    expect(card.citations.length).toBeGreaterThan(0);
    for (const key of card.citations) expect(engine.citations).toHaveProperty(key);
    expect(card.step.verb).toMatch(/^[a-z]+$/);
  });

  it("have pages in English, then a rule, then Chinese", () => {
    const wrong = [...cardFiles].filter(([id, path]) => {
      const parts = read(`${posix.dirname(path)}/${id}.md`).split(/^---$/m);
      return parts.length !== 2 || /\p{Script=Han}{12}/u.test(parts[0]) || !/\p{Script=Han}{12}/u.test(parts[1]);
    });
    expect(wrong).toEqual([]);
  });
});

/** Names of the functions a file exports. */
function exportedFunctions(source: ts.SourceFile): string[] {
  const exported = (node: ts.HasModifiers): boolean =>
    ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) === true;
  return source.statements.flatMap((node) => {
    if (ts.isFunctionDeclaration(node) && exported(node) && node.name) return [node.name.text];
    if (!ts.isVariableStatement(node) || !exported(node)) return [];
    return node.declarationList.declarations
      .filter(({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)))
      .map(({ name }) => name.getText());
  });
}
