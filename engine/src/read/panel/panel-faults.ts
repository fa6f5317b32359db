import { Fault, throwAll } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import { columnInFile, type RawTable } from "../raw-table.js";

const shown = 50;

export interface DuplicateKey {
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
  readonly firstLine: number;
  readonly unit: string;
  readonly period: number;
  /** named when the variable is part of the key */
  readonly variable?: string;
}

/** Throw when keys occur twice: each with both lines, the first with the count. */
export function throwDuplicates(duplicates: readonly DuplicateKey[], periodKnown: boolean): void {
  throwAll(
    duplicates.slice(0, shown).map(({ place, firstLine, unit, period, variable }, k) => {
      const en = `${variable ? `${quote(variable)}, ` : ""}unit ${quote(unit)}${periodKnown ? `, period ${period}` : ""}`;
      const zh = `${variable ? `${quote(variable)}、` : ""}单位 ${quote(unit)}${periodKnown ? `、时期 ${period}` : ""}`;
      const many = k === 0 && duplicates.length > 1;
      return new Fault({
        code: "duplicate-key",
        place,
        found: {
          en: `${en} stands on line ${firstLine} and on line ${place.line}${many ? `; ${duplicates.length} such rows` : ""}`,
          zh: `${zh} 同时出现在第 ${firstLine} 行和第 ${place.line} 行${many ? `；此类重复共 ${duplicates.length} 处` : ""}`,
        },
        expected: { en: "expected each unit and period once", zh: "每个单位每期只应出现一次" },
        next: periodKnown
          ? { en: "keep one of the two rows", zh: "请只保留其中一行" }
          : {
              en: "keep one of the two rows, or name the column of the period: period: <column>",
              zh: "请只保留其中一行，或指明时期所在列：period: <列名>",
            },
      });
    }),
  );
}

/** The fault of a period column with cells that are not years. */
export function badPeriods(table: RawTable, column: number, rows: readonly number[]): Fault {
  const [first, ...others] = rows;
  const cell = (row: number): string => table.rows[row][column];
  const also = listed(
    others.map((row) => `${quote(cell(row))} (${table.lines[row]})`),
    5,
  );
  const name = quote(table.header[column]);
  return new Fault({
    code: "bad-period",
    place: { file: table.file, line: table.lines[first], column: columnInFile(table, column) },
    found: {
      en: `${quote(cell(first))} in column ${name} is not a period${others.length ? `; also ${also.en}` : ""}`,
      zh: `列 ${name} 中的 ${quote(cell(first))} 不是时期${others.length ? `；另有 ${also.zh}` : ""}`,
    },
    expected: { en: "expected a year: 2013 or 2013年", zh: "应为年份：2013 或 2013年" },
    next: { en: "write the year; sum or average months and quarters to years first", zh: "请填写年份；月度、季度数据请先汇总为年度" },
  });
}

/** The fault of a row whose variable is not named. */
export const emptyVariable = (table: RawTable, column: number, row: number): Fault =>
  new Fault({
    code: "empty-variable",
    place: { file: table.file, line: table.lines[row], column: columnInFile(table, column) },
    found: { en: `column ${quote(table.header[column])} is empty`, zh: `列 ${quote(table.header[column])} 为空` },
    expected: { en: "expected the name of the variable in every row", zh: "每行都应有变量名" },
    next: { en: "name the variable, or delete the row", zh: "请填写变量名，或删去该行" },
  });

export const noNumbers = (table: RawTable): Fault =>
  new Fault({
    code: "no-numeric-column",
    place: { file: table.file, line: table.headerLine },
    found: { en: "no column beside unit and period holds numbers", zh: "除单位与时期外，没有数值列" },
    expected: { en: "expected at least one column of numbers", zh: "至少应有一列数值" },
    next: { en: "check the separator and the decimal sign, or choose another file", zh: "请检查分隔符与小数点，或选择其他文件" },
  });

export const tooLarge = ({ file, headerLine }: RawTable, variables: number, periods: number, units: number): Fault =>
  new Fault({
    code: "panel-too-large",
    place: { file, line: headerLine },
    found: {
      en: `${variables} variables × ${periods} periods × ${units} units`,
      zh: `${variables} 个变量 × ${periods} 个时期 × ${units} 个单位`,
    },
    expected: { en: "expected at most 100,000,000 cells", zh: "应不超过 1 亿个单元格" },
    next: { en: "check that unit and period are the right columns, or keep fewer columns", zh: "请检查单位列与时期列是否正确，或减少列数" },
  });
