import type { Role } from "@gongfu/engine/tell";
import { Chart } from "../../part/chart.js";
import { StepTable } from "../../part/data-table.js";
import { inside, written } from "../../part/phrase.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import { useAnswer } from "../../study/use-study.js";
import type { Ran } from "../../worker/ran.js";
import { type Row, rowsOf } from "./rows.js";
import { words } from "./words.js";

/** Whether those ahead pull away: the verdict of a Matthew step, the spread and the top share over the years, and how far ranks persist. */
export function Closing({ ran, step }: { readonly ran: Ran; readonly step: string }) {
  const w = useWords(words);
  const language = useLanguage();
  const { value: verdictTable } = useAnswer("table", step, "verdicts");
  const { value: yearTable } = useAnswer("table", step, "years");
  const { value: readingTable } = useAnswer("table", step, "readings");
  const { value: comparable } = useAnswer("comparable");
  if (!verdictTable || !yearTable) return null;
  const all = [...(ran.scores?.systems ?? []), ...(ran.scores?.nodes ?? []), ...(comparable?.indicators ?? []), ...ran.variables];
  const nameOf = (id: unknown): string => all.find((one) => one.id === id)?.names[language] ?? String(id);
  const roleOf = (id: unknown): Role => ran.scores?.systems.find((one) => one.id === id)?.role ?? "quiet";
  const verdicts = rowsOf(verdictTable, language);
  const years = rowsOf(yearTable, language);
  const persistence = readingTable
    ? rowsOf(readingTable, language).filter(({ reading, statistic }) => reading === "persistence" && /kendall/i.test(String(statistic)))
    : [];
  const periods = [...new Set(years.map(({ period }) => Number(period)))];
  const lines = (key: string) =>
    verdicts.map(({ variable }) => ({
      name: nameOf(variable),
      role: roleOf(variable),
      values: periods.map((period) => numberAt(years, variable, period, key)),
    }));
  const [spread, top] = [lines("sigma"), lines("top_share")];
  const first = inside(spread[0]?.name ?? "", language);
  const ends = ({ values }: (typeof spread)[number]): readonly [number, number] => [values[0] ?? Number.NaN, values.at(-1) ?? Number.NaN];
  const said = (value: number): string => written(value, 3);
  const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
  return (
    <>
      <h2>{w.verdicts}</h2>
      <ul className="text">
        {verdicts.map((row) => (
          <li key={String(row.variable)}>
            <strong>{nameOf(row.variable)}</strong>
            {language === "en" ? ": " : "："}
            {row.said}
          </li>
        ))}
      </ul>
      {spread.length > 0 && periods.length > 1 && (
        <div className="halves first">
          <Chart
            id={`spread-${step}`}
            title={w.spreadTitle(first, ...(ends(spread[0]).map(said) as [string, string]), periods[0], periods[periods.length - 1])}
            subtitle={w.spreadSubtitle}
            description={w.spreadDescription(spread.length)}
            chart={{ kind: "lines", x: periods, series: spread }}
            table={<StepTable step={step} table="years" />}
          />
          <Chart
            id={`top-${step}`}
            title={w.topTitle(first, ...(ends(top[0]).map(percent) as [string, string]))}
            subtitle={w.topSubtitle}
            description={w.topDescription(top.length)}
            chart={{ kind: "lines", x: periods, series: top }}
            table={<StepTable step={step} table="years" />}
          />
        </div>
      )}
      {persistence.length > 0 && (
        <>
          <h2>{w.persistenceTitle}</h2>
          <ul className="text">
            {persistence.map((row) => (
              <li key={String(row.variable)}>
                {w.persistence(nameOf(row.variable), typeof row.value === "number" ? written(row.value, 2) : "–")}
              </li>
            ))}
          </ul>
        </>
      )}
      <StepTable step={step} table="readings" />
    </>
  );
}

function numberAt(rows: readonly Row[], variable: unknown, period: number, key: string): number | null {
  const value = rows.find((row) => row.variable === variable && row.period === period)?.[key];
  return typeof value === "number" ? value : null;
}
