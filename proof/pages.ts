import ts from "typescript";

/** A block of code on a page, with the line it starts on. */
export interface CodeBlock {
  readonly line: number;
  readonly code: string;
}

/** Blocks behind a fence whose words match, with what was caught in them. */
function fenced(markdown: string, fence: RegExp): { readonly block: CodeBlock; readonly word: string }[] {
  const blocks: { block: CodeBlock; word: string }[] = [];
  const lines = markdown.split("\n");
  for (let k = 0; k < lines.length; k++) {
    if (!lines[k].startsWith("```")) continue;
    const match = fence.exec(lines[k]);
    const end = lines.indexOf("```", k + 1);
    if (match) blocks.push({ block: { line: k + 2, code: lines.slice(k + 1, end < 0 ? undefined : end).join("\n") }, word: match[1] });
    k = end < 0 ? lines.length : end;
  }
  return blocks;
}

export const codeBlocks = (markdown: string): CodeBlock[] =>
  fenced(markdown, /^```(js|javascript|ts|typescript)\s*$/).map(({ block }) => block);

/** Files a page shows whole: ```csv NAME. */
export const shownFiles = (markdown: string): { readonly name: string; readonly text: string }[] =>
  fenced(markdown, /^```csv ([\w-]+\.csv)\s*$/).map(({ block, word }) => ({ name: word, text: `${block.code}\n` }));

export interface ShownCommand {
  readonly line: number;
  readonly argv: readonly string[];
  readonly prints: string;
  /** the page leaves the rest of the output out, by a last line `…` */
  readonly open: boolean;
}

/** Commands of the program with what they print: ```console, `$ npx gongfu …`, the printed lines. */
export const shownCommands = (markdown: string): ShownCommand[] =>
  fenced(markdown, /^```(console)\s*$/).map(({ block: { line, code } }) => {
    const [command, ...printed] = code.split("\n");
    const words = /^\$ npx gongfu (.+)$/.exec(command)?.[1].split(" ");
    if (!words) throw new Error(`line ${line}: write \`$ npx gongfu …\``);
    const open = printed.at(-1) === "…";
    return { line, argv: words, prints: printed.slice(0, open ? -1 : undefined).join("\n"), open };
  });

export type Kind = "exact" | "near" | "prints";

export interface Check {
  readonly line: number;
  readonly kind: Kind;
  readonly wanted: string;
  readonly found: unknown;
}

const marks: readonly (readonly [RegExp, Kind])[] = [
  [/^\/\/ => (.*)$/, "exact"],
  [/^\/\/ ~> (.*)$/, "near"],
  [/^\/\/ prints: (.*)$/, "prints"],
];

/**
 * Run a block: imports from "gongfu" get the engine, every statement with a mark behind it is checked against it.
 * Throws when a mark stands where nothing can be checked.
 */
export async function runBlock({ code, line }: CodeBlock, gongfu: object): Promise<Check[]> {
  const source = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  const lineAt = (position: number): number => line + source.getLineAndCharacterOfPosition(position).line;
  let marked = 0;
  const parts = source.statements.map((statement) => {
    const text = statement.getText();
    if (ts.isImportDeclaration(statement)) return importText(statement);
    const mark = markAfter(code, statement.getEnd());
    if (!mark) return text;
    marked++;
    if (!ts.isExpressionStatement(statement)) throw new Error(`line ${lineAt(statement.getStart())}: only an expression can be checked`);
    const { kind, wanted } = mark;
    const expression = statement.expression.getText();
    const call = kind === "prints" ? `await printed(async () => { ${text} })` : `(${expression})`;
    return `check(${lineAt(statement.getStart())}, ${JSON.stringify(kind)}, ${JSON.stringify(wanted)}, ${call});`;
  });
  const marks = code.match(/\/\/ (=>|~>|prints:)/g)?.length ?? 0;
  if (marks !== marked) throw new Error(`block at line ${line}: ${marks} marks, ${marked} statements that carry one`);

  const checks: Check[] = [];
  const check = (at: number, kind: Kind, wanted: string, found: unknown): void => void checks.push({ line: at, kind, wanted, found });
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>;
  const javascript = ts.transpileModule(parts.join("\n"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
  let said: string[] = [];
  const printed = async (act: () => Promise<void>): Promise<string> => {
    said = [];
    await act();
    return said.join("\n");
  };
  const quiet = { log: (...words: unknown[]) => void said.push(words.map(String).join(" ")) };
  await new AsyncFunction("gongfu", "check", "printed", "console", javascript)(gongfu, check, printed, quiet);
  return checks;
}

function markAfter(code: string, end: number): { kind: Kind; wanted: string } | undefined {
  const rest = code.slice(end).split("\n", 1)[0].trim();
  for (const [pattern, kind] of marks) {
    const match = pattern.exec(rest);
    if (match) return { kind, wanted: match[1].trim() };
  }
  return undefined;
}

/** `import { a, b as c } from "gongfu"` as a destructuring of the engine; Node's own modules are imported as they are. */
function importText(statement: ts.ImportDeclaration): string {
  const from = (statement.moduleSpecifier as ts.StringLiteral).text;
  const bindings = statement.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) throw new Error(`write import { … } from "${from}"`);
  if (from !== "gongfu" && !from.startsWith("node:")) throw new Error(`a page imports from "gongfu", not from "${from}"`);
  const names = bindings.elements.map(({ name, propertyName }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text));
  return `const { ${names.join(", ")} } = ${from === "gongfu" ? "gongfu" : `await import(${JSON.stringify(from)})`};`;
}

/** What JSON would say, with typed arrays as lists and a missing number as null. */
export const asJson = (value: unknown): unknown => {
  const text = JSON.stringify(value, (_, one: unknown) => (ArrayBuffer.isView(one) ? Array.from(one as Float64Array) : one));
  return text === undefined ? undefined : JSON.parse(text);
};
