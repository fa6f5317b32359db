import "./data-table.css";
import type { ResultTable } from "@gongfu/engine";
import { useMemo, useState } from "react";
import { useLanguage, useWords } from "../shell/speak.js";
import { useAnswer } from "../study/use-study.js";
import { useBrush } from "./brush.js";
import { TableFiles } from "./table-files.js";
import { words } from "./words.js";

interface StepTableProps {
  readonly step: string;
  readonly table: string;
  readonly caption?: string;
  /** columns shown, in this order; left out, all but the words of the other language */
  readonly columns?: readonly string[];
}

/** A table of a step, brought from the worker when it is shown. */
export function StepTable({ step, table, ...rest }: StepTableProps) {
  const { value } = useAnswer("table", step, table);
  return value && <DataTable table={value} id={`${step}.${table}`} {...rest} />;
}

interface Props {
  readonly table: ResultTable;
  /** name of its files */
  readonly id: string;
  readonly caption?: string;
  readonly columns?: readonly string[];
}

const shown = 400;

/** How columns of words end that are written in the other language. */
const otherEnding = { en: "_zh", zh: "_en" } as const;

/** A three-line table that sorts by a click on a heading; text as it is, numbers to their magnitude. */
export function DataTable({ table, id, caption, columns }: Props) {
  const language = useLanguage();
  const w = useWords(words);
  const { codes, chosen, choose } = useBrush();
  const names = useMemo(() => new Map([...codes].map(([name, code]) => [code, name])), [codes]);
  const units = table.columns.find((one) => one.id === "unit")?.values;
  const [sort, setSort] = useState<{ column: string; down: boolean } | null>(null);
  const told = useMemo(() => {
    const own = columns
      ? columns.flatMap((name) => table.columns.find((one) => one.id === name) ?? [])
      : table.columns.filter(({ id: name }) => !name.endsWith(otherEnding[language]));
    return own.map((one) => ({ ...one, numeric: isNumeric(one.values) }));
  }, [table, columns, language]);
  const rows = told[0]?.values.length ?? 0;
  const order = useMemo(() => {
    const all = Array.from({ length: rows }, (_, row) => row);
    const by = table.columns.find((one) => one.id === sort?.column)?.values;
    if (!by || !sort) return all;
    const sign = sort.down ? -1 : 1;
    return all.sort((a, b) => {
      const [x, y] = [by[a], by[b]];
      if (x === null || y === null) return x === y ? a - b : x === null ? 1 : -1;
      return sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), language)) || a - b;
    });
  }, [table, rows, sort, language]);
  const title = caption ?? table.names[language];
  return (
    <figure className="table">
      <figcaption>
        <span>{title}</span>
        <TableFiles id={id} title={title} table={async () => table} />
      </figcaption>
      <section className="scroll" aria-label={title} tabIndex={0}>
        <table id={`table-${id}`}>
          <thead>
            <tr>
              {told.map((one) => {
                const { numeric } = one;
                const down = sort?.column === one.id && sort.down;
                return (
                  <th
                    key={one.id}
                    scope="col"
                    className={numeric ? "number" : undefined}
                    aria-sort={sort?.column === one.id ? (down ? "descending" : "ascending") : undefined}
                  >
                    <button
                      type="button"
                      className="sort"
                      onClick={() => setSort({ column: one.id, down: sort?.column === one.id ? !down : numeric })}
                    >
                      {headed(one.names[language])}
                      {one.unit && <span className="unit">{one.unit[language]}</span>}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {order.slice(0, shown).map((row) => (
              <tr key={row} aria-current={chosen !== null && units?.[row] === chosen ? "true" : undefined}>
                {told.map(({ id: name, values, numeric }) => {
                  const cell = values[row];
                  if (name === "unit" && typeof cell === "string" && names.has(cell)) {
                    return (
                      <th key={name} scope="row">
                        <button type="button" className="link" onClick={() => choose(cell === chosen ? null : cell)}>
                          {names.get(cell)}
                        </button>
                      </th>
                    );
                  }
                  return (
                    <td key={name} className={numeric ? "number" : isLong(cell) ? "long" : undefined}>
                      {cell === null ? w.noValue : typeof cell === "number" ? written(cell) : cell}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="note">{w.rows(Math.min(shown, rows), rows)}</p>
    </figure>
  );
}

/** The heading without the language of its words: those of the other language are not shown. */
const headed = (name: string): string =>
  name.replace(/ ?[(（](English|Chinese|英文|中文)[)）]$/, "").replace(/^[中英]文(?=名称$|单位$)/, "");

/** Text of this length breaks over lines. */
const isLong = (cell: unknown): boolean => typeof cell === "string" && cell.length > 24;

const isNumeric = (values: readonly unknown[]): boolean => values.some((one) => typeof one === "number");

/** Whole numbers as they are (years, ranks), others to four digits that count. */
export const written = (value: number): string => {
  if (Number.isInteger(value)) return String(value).replace("-", "−");
  const size = Math.abs(value);
  const digits = size >= 1000 ? value.toFixed(0) : size >= 0.001 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
  return digits.replaceAll("-", "−");
};
