import type { ResultTable, Verdict } from "@gongfu/engine";
import { useState } from "react";
import { written } from "../../part/data-table.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import { words } from "./words.js";

interface Props {
  readonly table: ResultTable;
  readonly verdict: Verdict;
  /** how many are shown before all are asked for */
  readonly first: number;
}

/** The formulas tried on one column: how many numbers each meets, and how far the worst lies off. */
export function Candidates({ table, verdict, first }: Props) {
  const w = useWords(words);
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const cells = (id: string): ResultTable["columns"][number]["values"] => table.columns.find((one) => one.id === id)?.values ?? [];
  const [columns, ids, matched, of, worst, low, high] = [
    "column",
    "candidate",
    "matched",
    "rows",
    "worst",
    "constant_from",
    "constant_to",
  ].map(cells);
  const names = cells(language === "zh" ? "formula" : "formula_en");
  const rows = columns.flatMap((one, row) => (one === verdict.column ? [row] : []));
  const number = (value: string | number | null | undefined): string => (typeof value === "number" ? written(value) : "");
  return (
    <figure className="table candidates">
      {(all || first > 0) && (
        <table>
          <thead>
            <tr>
              <th scope="col">{w.formula}</th>
              <th scope="col" className="number">
                {w.met}
              </th>
              <th scope="col" className="number">
                {w.worst}
                <span className="unit">{w.worstUnit}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, first)).map((row) => {
              const [from, to] = [number(low[row]), number(high[row])];
              return (
                <tr key={String(ids[row])} className={verdict.candidates.includes(String(ids[row])) ? "meets" : undefined}>
                  <th scope="row">
                    {names[row]}
                    {from && <span className="note">{w.constant(from === to ? from : `${from}–${to}`)}</span>}
                  </th>
                  <td className="number">
                    {matched[row]} / {of[row]}
                  </td>
                  <td className="number">{number(worst[row])}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {rows.length > first && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w.fewer : w.all(rows.length, verdict.column)}
        </button>
      )}
    </figure>
  );
}
