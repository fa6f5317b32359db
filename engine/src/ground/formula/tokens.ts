import { Fault } from "../fault/index.js";
import { quote, type Text } from "../words/index.js";

export interface Token {
  readonly kind: "number" | "name" | "symbol" | "end";
  readonly text: string;
  /** position in the formula, from 1 */
  readonly at: number;
}

const longest = 2000;
const number = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/;
const name = /^[A-Za-z_][A-Za-z0-9_]*/;
/** Signs as a Chinese keyboard or a word processor writes them. */
const alike: Readonly<Record<string, string>> = { "×": "*", "÷": "/", "−": "-", "（": "(", "）": ")", "，": ",", "；": ";" };

/** Cut a formula into numbers, names and symbols. `owner` (the indicator's id) is named in faults. */
export function tokens(formula: string, owner: string): Token[] {
  if (formula.length > longest)
    throw formulaFault(owner, longest, `a formula of ${formula.length} characters`, `公式长达 ${formula.length} 个字符`, tooLong);
  const found: Token[] = [];
  let k = 0;
  while (k < formula.length) {
    const at = k + 1;
    const rest = formula.slice(k);
    const sign = alike[rest[0]] ?? rest[0];
    if (/\s/.test(sign)) {
      k++;
    } else if ("+-*/(),;".includes(sign)) {
      found.push({ kind: "symbol", text: sign, at });
      k++;
    } else if (sign === "`") {
      const end = rest.indexOf("`", 1);
      if (end < 2) throw formulaFault(owner, at, "a backtick that is not closed", "反引号未闭合", closeBacktick);
      found.push({ kind: "name", text: rest.slice(1, end), at });
      k += end + 1;
    } else {
      const word = number.exec(rest) ?? name.exec(rest);
      if (!word)
        throw formulaFault(
          owner,
          at,
          `the character ${quote(String.fromCodePoint(rest.codePointAt(0) as number))}`,
          `字符 ${quote(String.fromCodePoint(rest.codePointAt(0) as number))}`,
          strange,
        );
      found.push({ kind: /[\d.]/.test(sign) ? "number" : "name", text: word[0], at });
      k += word[0].length;
    }
  }
  found.push({ kind: "end", text: "", at: formula.length + 1 });
  return found;
}

interface Mending {
  readonly expected: Text;
  readonly next: Text;
}
const tooLong: Mending = {
  expected: { en: `expected at most ${longest} characters`, zh: `应不超过 ${longest} 个字符` },
  next: { en: "compute the column before reading it", zh: "请在读入之前先算好该列" },
};
const closeBacktick: Mending = {
  expected: { en: "expected a column name between two backticks", zh: "两个反引号之间应为列名" },
  next: { en: "write the name as `name`", zh: "请写成 `列名`" },
};
const strange: Mending = {
  expected: { en: "expected numbers, column names, + - * / ( ) , ;", zh: "应为数字、列名、+ - * / ( ) , ;" },
  next: { en: "put a column name with other characters between backticks", zh: "含其他字符的列名请用反引号括起" },
};

/** A fault inside a formula, with the indicator and the position. */
export function formulaFault(owner: string, at: number, en: string, zh: string, { expected, next }: Mending): Fault {
  return new Fault({
    code: "bad-formula",
    place: { path: `${owner}, position ${at}` },
    found: { en: `formula of ${quote(owner)} has ${en} at position ${at}`, zh: `${quote(owner)} 的公式第 ${at} 位：${zh}` },
    expected,
    next,
  });
}
