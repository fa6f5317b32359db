import { Fault, type Place } from "../../ground/fault/index.js";
import { quote, same, type Text } from "../../ground/words/index.js";
import type { ReadWarning } from "../warning.js";
import { type CellNote, parseCell } from "./parse-cell.js";

/** What the cells of one column are. */
export interface ColumnScan {
  /** NaN where missing or not a number */
  readonly values: Float64Array;
  readonly numbers: number;
  readonly missing: number;
  /** positions of cells that are neither number nor missing, with the reason when one is known */
  readonly bad: readonly { readonly at: number; readonly note?: CellNote }[];
  readonly notes: ReadonlyMap<CellNote, number>;
  /** number cells without a percent sign, zero aside */
  readonly bare: number;
}

const loneComma = /^\s*[-+]?\d{1,3},\d{3}\s*$/;

/** Read every cell of a column. In a file separated by semicolons "1,234" may be a decimal, so it is not read as 1234. */
export function scanColumn(cells: readonly string[], delimiter = ","): ColumnScan {
  const values = new Float64Array(cells.length);
  const bad: { at: number; note?: CellNote }[] = [];
  const notes = new Map<CellNote, number>();
  let missing = 0;
  let bare = 0;
  for (let at = 0; at < cells.length; at++) {
    const { value, kind, note } = parseCell(cells[at]);
    const doubtful = note === "thousands" && delimiter === ";" && loneComma.test(cells[at]);
    values[at] = doubtful ? Number.NaN : value;
    if (kind === "missing") missing++;
    if (doubtful) bad.push({ at, note: "decimal-comma" });
    else if (kind === "text") bad.push({ at, note });
    else if (note) notes.set(note, (notes.get(note) ?? 0) + 1);
    if (kind === "number" && note !== "percent" && value !== 0) bare++;
  }
  return { values, numbers: cells.length - missing - bad.length, missing, bad, notes, bare };
}

/** Whether a column is meant to hold numbers: at least half of what stands in it is a number, or fails to be one only by its style. */
export function meansNumbers({ numbers, bad }: ColumnScan): boolean {
  const nearly = bad.filter(({ note }) => note !== undefined).length;
  return numbers + nearly > 0 && numbers + nearly >= bad.length - nearly;
}

const why: Partial<Record<CellNote, { expected: Text; next: Text }>> = {
  "decimal-comma": {
    expected: {
      en: "expected a decimal point; the comma may be a decimal comma or a thousands separator",
      zh: "应使用小数点；此处逗号可能是小数逗号，也可能是千位分隔符",
    },
    next: { en: "write 1234.5: a point for decimals, no thousands separators", zh: "请写成 1234.5：小数用点，不用千位分隔符" },
  },
  parentheses: {
    expected: { en: "expected a minus sign; parentheses are not read as negative", zh: "负数应写负号；括号不作负数读入" },
    next: { en: "write -1234 if it is negative", zh: "若为负数，请写成 -1234" },
  },
  "too-large": {
    expected: { en: "expected a finite number below 1.8e308", zh: "应为小于 1.8e308 的有限数" },
    next: { en: "mend the exponent", zh: "请更正指数部分" },
  },
};
const plainly = {
  expected: { en: "expected a number; a missing cell is empty, NA or —", zh: "应为数字；缺失请留空或写 NA、—" },
  next: { en: "mend the cell or empty it", zh: "请更正该单元格，或将其清空" },
};

/** The fault of a number column with cells that are not numbers: the first, up to five more, and how many. */
export function textFault(
  { bad }: ColumnScan,
  cells: readonly string[],
  name: string,
  place: (at: number) => Place & { readonly line: number },
): Fault {
  const [first, ...others] = bad;
  const more = others.slice(0, 5).map(({ at }) => ({ line: place(at).line, cell: quote(cells[at]) }));
  const rest = others.length - more.length;
  const also: Text = more.length
    ? {
        en: `; ${bad.length} such cells, also ${more.map(({ line, cell }) => `${cell} on line ${line}`).join(", ")}${rest ? ` and ${rest} more` : ""}`,
        zh: `；共 ${bad.length} 个，另有${more.map(({ line, cell }) => `第 ${line} 行 ${cell}`).join("、")}${rest ? ` 等` : ""}`,
      }
    : same("");
  const reason = (first.note && why[first.note]) ?? plainly;
  return new Fault({
    code: first.note === "decimal-comma" ? "ambiguous-decimal" : "text-number",
    place: place(first.at),
    found: {
      en: `${quote(cells[first.at])} in column ${quote(name)} is not a number${also.en}`,
      zh: `列 ${quote(name)} 中的 ${quote(cells[first.at])} 不是数字${also.zh}`,
    },
    ...reason,
  });
}

const spoken: Partial<Record<CellNote, Text>> = {
  thousands: { en: "thousands separators removed", zh: "去掉千位分隔符" },
  "full-width": { en: "full-width digits or spaces", zh: "全角数字或空格" },
  padded: { en: "spaces around the number", zh: "数字前后有空格" },
  mark: { en: "signs for “missing” (—, …, NA) read as missing", zh: "缺失符号（—、…、NA）作缺失读入" },
};

/** What a reader should know about how the cells of a column were read. */
export function columnWarnings({ notes, bare }: ColumnScan, name: string): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  const percent = notes.get("percent") ?? 0;
  if (percent && bare) {
    warnings.push({
      code: "mixed-percent",
      text: {
        en: `column ${quote(name)}: ${percent} cells carry a percent sign and ${bare} do not; all are read as they stand (12.5% → 12.5): check that the others are in percent too`,
        zh: `列 ${quote(name)}：${percent} 个单元格带百分号，${bare} 个不带；均按原数读入（12.5% → 12.5），请核对其余单元格是否同为百分数`,
      },
    });
  } else if (percent) {
    warnings.push({
      code: "percent-signs",
      text: {
        en: `column ${quote(name)}: percent signs dropped, numbers kept in percent (12.5% → 12.5)`,
        zh: `列 ${quote(name)}：已去掉百分号，数值仍以百分数计（12.5% → 12.5）`,
      },
    });
  }
  const rest = [...notes].flatMap(([note, count]) => {
    const words = spoken[note];
    return words ? [{ en: `${words.en} (${count})`, zh: `${words.zh}（${count}）` }] : [];
  });
  if (rest.length) {
    warnings.push({
      code: "text-number",
      text: {
        en: `column ${quote(name)}: ${rest.map(({ en }) => en).join("; ")}`,
        zh: `列 ${quote(name)}：${rest.map(({ zh }) => zh).join("；")}`,
      },
    });
  }
  return warnings;
}
