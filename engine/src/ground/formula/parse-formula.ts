import { nearest } from "../fault/index.js";
import { quote, type Text } from "../words/index.js";
import { formulaFault, type Token, tokens } from "./tokens.js";

export type Formula =
  | { readonly op: "number"; readonly value: number }
  | { readonly op: "column"; readonly name: string; readonly at: number }
  | { readonly op: "negate"; readonly of: Formula }
  | { readonly op: "+" | "-" | "*" | "/"; readonly left: Formula; readonly right: Formula }
  | { readonly op: "call"; readonly name: FunctionName; readonly args: readonly Formula[]; readonly at: number };

/** How many arguments each function takes: from, to. */
const functions = { chain: [3, 3], theil2: [4, 4], min: [2, 100], max: [2, 100], abs: [1, 1], ln: [1, 1], log1p: [1, 1] } as const;
export type FunctionName = keyof typeof functions;

/** Read a formula: numbers, columns, + − * /, parentheses, functions. Throws a Fault with the indicator and the position. */
export function parseFormula(formula: string, owner: string): Formula {
  const all = tokens(formula, owner);
  let k = 0;
  const now = (): Token => all[k];
  const is = (...symbols: string[]): boolean => now().kind === "symbol" && symbols.includes(now().text);
  const fault = (expected: Text, next: Text) => {
    const { kind, text, at } = now();
    return kind === "end"
      ? formulaFault(owner, at, "its end", "公式在此结束", { expected, next })
      : formulaFault(owner, at, quote(text), `${quote(text)}`, { expected, next });
  };

  const sum = (): Formula => {
    let left = product();
    while (is("+", "-")) {
      const op = all[k++].text as "+" | "-";
      left = { op, left, right: product() };
    }
    return left;
  };
  const product = (): Formula => {
    let left = signed();
    while (is("*", "/")) {
      const op = all[k++].text as "*" | "/";
      left = { op, left, right: signed() };
    }
    return left;
  };
  const signed = (): Formula => {
    if (!is("-", "+")) return primary();
    const minus = all[k++].text === "-";
    const of = signed();
    return minus ? { op: "negate", of } : of;
  };
  const primary = (): Formula => {
    const token = now();
    if (token.kind === "number") {
      k++;
      return { op: "number", value: Number(token.text) };
    }
    if (token.kind === "name") {
      k++;
      return is("(") ? call(token) : { op: "column", name: token.text, at: token.at };
    }
    if (!is("(")) throw fault(wantsOperand, mendHere);
    k++;
    const inner = sum();
    if (!is(")"))
      throw fault({ en: 'expected ")" or an operator', zh: "应为“)”或运算符" }, { en: "close the parenthesis", zh: "请补上右括号" });
    k++;
    return inner;
  };
  const call = ({ text, at }: Token): Formula => {
    if (!Object.hasOwn(functions, text)) throw unknownFunction(owner, text, at);
    const name = text as FunctionName;
    const args: Formula[] = [];
    do {
      k++;
      args.push(sum());
    } while (is(",", ";"));
    if (!is(")")) throw fault({ en: 'expected "," or ")"', zh: "应为“,”或“)”" }, { en: "close the parenthesis", zh: "请补上右括号" });
    k++;
    const [least, most] = functions[name];
    if (args.length < least || args.length > most) throw wrongCount(owner, name, at, args.length, least, most);
    if (name === "chain" && !(args[2].op === "number" && Number.isInteger(args[2].value))) throw baseYear(owner, at);
    return { op: "call", name, args, at };
  };

  const whole = sum();
  if (now().kind !== "end") throw fault({ en: "expected an operator or the end", zh: "应为运算符或公式结尾" }, mendHere);
  return whole;
}

/** The columns a formula reads, each once, in the order of their first use. */
export function columnsOf(formula: Formula): string[] {
  const found = new Set<string>();
  const visit = (part: Formula): void => {
    if (part.op === "column") found.add(part.name);
    else if (part.op === "negate") visit(part.of);
    else if (part.op === "call") part.args.forEach(visit);
    else if (part.op !== "number") {
      visit(part.left);
      visit(part.right);
    }
  };
  visit(formula);
  return [...found];
}

const wantsOperand: Text = { en: "expected a number, a column or (", zh: "应为数字、列名或（" };
const mendHere: Text = { en: "mend the formula here", zh: "请在此处更正公式" };

function unknownFunction(owner: string, name: string, at: number) {
  const known = Object.keys(functions);
  const near = nearest(name, known);
  return formulaFault(owner, at, `the function ${quote(name)}`, `函数 ${quote(name)}`, {
    expected: { en: `expected one of: ${known.join(", ")}`, zh: `应为以下之一：${known.join("、")}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "to multiply, write * between the two", zh: "若要相乘，请在两者之间写 *" },
  });
}

const wrongCount = (owner: string, name: string, at: number, got: number, least: number, most: number) =>
  formulaFault(owner, at, `${name} with ${got} arguments`, `${name} 有 ${got} 个参数`, {
    expected:
      least === most
        ? { en: `expected ${least} arguments`, zh: `应有 ${least} 个参数` }
        : { en: `expected at least ${least} arguments`, zh: `应有至少 ${least} 个参数` },
    next: { en: "see the page of `derive` for what each stands for", zh: "各参数的含义见 `derive` 的说明页" },
  });

const baseYear = (owner: string, at: number) =>
  formulaFault(owner, at, "chain without a base year", "chain 缺少基年", {
    expected: { en: "expected a year as its third argument", zh: "第三个参数应为年份" },
    next: { en: "write chain(level, index, 2013)", zh: "请写 chain(水平值, 指数, 2013)" },
  });
