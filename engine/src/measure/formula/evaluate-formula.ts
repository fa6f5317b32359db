import { ln, log1p } from "../../ground/elementary/index.js";
import { Fault, nearest } from "../../ground/fault/index.js";
import { columnsOf, type Formula, formulaFault } from "../../ground/formula/index.js";
import { quote } from "../../ground/words/index.js";
import { flagsOf, hasVariable, type Panel, series } from "../../table/index.js";
import { chain, theil2 } from "./functions.js";

/** Values and flags of one column: periods × units. */
export interface Cells {
  readonly values: Float64Array;
  readonly flags: Uint8Array;
}

/** Cells that could not be computed although no input was missing, by reason. */
export interface Lost {
  zeroDenominator: number;
  logarithm: number;
  theil: number;
  overflow: number;
}

export interface Evaluation extends Cells {
  readonly lost: Lost;
}

interface Around {
  readonly panel: Panel;
  readonly owner: string;
  readonly negativeDenominator: "fault" | "allow";
  readonly lost: Lost;
}

/** Evaluate a formula in every cell, left to right in double arithmetic; a cell is missing when an input is. */
export function evaluateFormula(formula: Formula, panel: Panel, owner: string, negativeDenominator: "fault" | "allow"): Evaluation {
  const lost: Lost = { zeroDenominator: 0, logarithm: 0, theil: 0, overflow: 0 };
  const made = evaluate(formula, { panel, owner, negativeDenominator, lost });
  // What is a view of the panel is copied.
  const values = made.values.buffer === panel.values.buffer ? made.values.slice() : made.values;
  const flags = made.flags.buffer === panel.flags.buffer ? made.flags.slice() : made.flags;
  for (let c = 0; c < values.length; c++) {
    if (Math.abs(values[c]) !== Number.POSITIVE_INFINITY) continue;
    lost.overflow++;
    values[c] = Number.NaN;
  }
  return { values, flags, lost };
}

function evaluate(part: Formula, around: Around): Cells {
  switch (part.op) {
    case "number":
      return constantCells(part.value, around.panel);
    case "column":
      return columnCells(part.name, part.at, around);
    case "negate": {
      const { values, flags } = evaluate(part.of, around);
      return { values: values.map((value) => -value), flags };
    }
    case "call":
      return callCells(part, around);
    default: {
      const left = evaluate(part.left, around);
      const right = evaluate(part.right, around);
      if (part.op === "/") return quotient(left, right, columnsOf(part.right).length > 0, around);
      return combine([left, right], arithmetic[part.op]);
    }
  }
}

const arithmetic = {
  "+": (here: readonly number[]) => here[0] + here[1],
  "-": (here: readonly number[]) => here[0] - here[1],
  "*": (here: readonly number[]) => here[0] * here[1],
};

/** One value a cell from the same cell of every part; flags are joined. */
function combine(parts: readonly Cells[], make: (values: readonly number[]) => number): Cells {
  const size = parts[0].values.length;
  const values = new Float64Array(size);
  const flags = new Uint8Array(size);
  const here = new Array<number>(parts.length);
  for (let c = 0; c < size; c++) {
    for (let k = 0; k < parts.length; k++) {
      here[k] = parts[k].values[c];
      flags[c] |= parts[k].flags[c];
    }
    values[c] = make(here);
  }
  return { values, flags };
}

function quotient(left: Cells, right: Cells, fromData: boolean, around: Around): Cells {
  const refuse = fromData && around.negativeDenominator === "fault";
  const size = left.values.length;
  const values = new Float64Array(size);
  const flags = new Uint8Array(size);
  for (let c = 0; c < size; c++) {
    const above = left.values[c];
    const below = right.values[c];
    if (refuse && below < 0) throw negativeDenominator(around.panel, around.owner, c, below);
    if (below === 0 && above === above) around.lost.zeroDenominator++;
    values[c] = below === 0 ? Number.NaN : above / below;
    flags[c] = left.flags[c] | right.flags[c];
  }
  return { values, flags };
}

function callCells({ name, args, at }: Extract<Formula, { op: "call" }>, around: Around): Cells {
  const { panel, owner, lost } = around;
  if (name === "chain") {
    const [level, index, base] = args;
    return chain(evaluate(level, around), evaluate(index, around), (base as { value: number }).value, panel, lost, (en, zh, mending) =>
      formulaFault(owner, at, en, zh, mending),
    );
  }
  const parts = args.map((arg) => evaluate(arg, around));
  switch (name) {
    case "theil2":
      return combine(parts, (here) => theil2(here, lost));
    case "min":
      return combine(parts, (here) => Math.min(...here));
    case "max":
      return combine(parts, (here) => Math.max(...here));
    case "abs":
      return combine(parts, ([x]) => Math.abs(x));
    case "ln":
      return combine(parts, ([x]) => logarithm(x, 0, ln, lost));
    case "log1p":
      return combine(parts, ([x]) => logarithm(x, -1, log1p, lost));
  }
}

function logarithm(x: number, above: number, of: (x: number) => number, lost: Lost): number {
  if (x <= above) lost.logarithm++;
  return x > above ? of(x) : Number.NaN;
}

function constantCells(value: number, { periods, units }: Panel): Cells {
  const size = periods.length * units.length;
  return { values: new Float64Array(size).fill(value), flags: new Uint8Array(size) };
}

function columnCells(name: string, at: number, { panel, owner }: Around): Cells {
  if (hasVariable(panel, name)) return { values: series(panel, name), flags: flagsOf(panel, name) };
  const near = nearest(
    name,
    panel.variables.map((one) => one.id),
  );
  throw formulaFault(owner, at, `the column ${quote(name)}, which the data do not have`, `数据中没有的列 ${quote(name)}`, {
    expected: { en: `expected one of the ${panel.variables.length} columns of the data`, zh: `应为数据 ${panel.variables.length} 列之一` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "add the column to the data or change the formula", zh: "请在数据中补上该列，或修改公式" },
  });
}

/** @param cell of the denominator, counted from the start of its column */
export function negativeDenominator(panel: Panel, owner: string, cell: number, value: number): Fault {
  const unit = panel.units[cell % panel.units.length].code;
  const period = panel.periods[Math.floor(cell / panel.units.length)];
  return new Fault({
    code: "negative-denominator",
    place: { path: `${owner}, unit ${unit}, period ${period}` },
    found: { en: `a denominator of ${quote(owner)} is ${value}`, zh: `${quote(owner)} 的分母为 ${value}` },
    expected: { en: "expected a denominator of at least 0", zh: "分母应不小于 0" },
    next: {
      en: "mend the cell, or write negativeDenominator: allow if the sign is meant",
      zh: "请更正该单元格；若符号无误，可写 negativeDenominator: allow",
    },
  });
}
