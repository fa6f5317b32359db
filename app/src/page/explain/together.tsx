import type { ResultTable } from "@gongfu/engine";
import { Chart } from "../../part/chart.js";
import { DataTable } from "../../part/data-table.js";
import { inside, written } from "../../part/phrase.js";
import { Years } from "../../part/years.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import type { Cells, Coupled, Ran } from "../../worker/ran.js";
import { type ExplainWords, words } from "./words.js";

interface Form {
  readonly id: string;
  readonly d: Cells;
  readonly level: Cells;
}

/** The classes of the coordination year by year, one formula beside the other. */
export function Together({ ran, coupled }: { readonly ran: Ran; readonly coupled: Coupled }) {
  const { t, goTo } = useSelection();
  const { other } = coupled;
  const forms = [
    ...(coupled.level ? [{ id: coupled.form, d: coupled.d, level: coupled.level }] : []),
    ...(other?.level ? [{ id: other.id, d: other.d, level: other.level }] : []),
  ];
  if (forms.length === 0) return null;
  const tiled = ran.units.every(({ tile }) => tile !== null);
  return (
    <>
      <Intervals ran={ran} />
      {ran.periods.length > 1 && tiled && <Years years={ran.periods} t={t} onChange={goTo} />}
      {tiled && (
        <div className={forms.length > 1 ? "halves first" : "first"}>
          {forms.map((form) => (
            <ClassMap key={form.id} ran={ran} coupled={coupled} form={form} />
          ))}
        </div>
      )}
      <div className={forms.length > 1 ? "halves first" : "first"}>
        {forms.map((form) => (
          <ClassCounts key={form.id} ran={ran} coupled={coupled} form={form} />
        ))}
      </div>
    </>
  );
}

const levelAt = ({ units }: Ran, { level }: Form, t: number, i: number): number | null => {
  const value = level[t * units.length + i];
  return Number.isNaN(value) ? null : value;
};

interface Props {
  readonly ran: Ran;
  readonly coupled: Coupled;
  readonly form: Form;
}

function ClassMap({ ran, coupled, form }: Props) {
  const w = useWords(words);
  const language = useLanguage();
  const { t, unit } = useSelection();
  const { units, periods } = ran;
  const n = units.length;
  const chosen = units.findIndex(({ code }) => code === unit);
  const d = (i: number): number | null => (Number.isNaN(form.d[t * n + i]) ? null : form.d[t * n + i]);
  const levels = units.map((_, i) => levelAt(ran, form, t, i));
  const name = (level: number | null): string => (level === null ? w.noClass : coupled.levels[level - 1][language]);
  const counts = coupled.levels.map((_, k) => levels.filter((level) => level === k + 1).length);
  const most = counts.indexOf(Math.max(...counts));
  const title =
    chosen >= 0
      ? w.classTitleUnit(
          units[chosen].names[language],
          inside(name(levels[chosen]), language),
          d(chosen) === null ? "–" : written(d(chosen) as number, 3),
        )
      : w.classTitle(counts[most], counted(ran, language, n), inside(name(most + 1), language));
  return (
    <Chart
      id={`classes-${form.id}`}
      title={title}
      subtitle={w.classSubtitle(w.forms[form.id] ?? form.id, periods[t])}
      description={w.classDescription(n)}
      note={ran.coverage[language]}
      chart={{
        kind: "tile-classes",
        levels: coupled.levels.map((one) => one[language]),
        tiles: units.map(({ names, short, tile }, i) => ({
          name: names[language],
          short: language === "en" ? short : undefined,
          column: tile?.column ?? 0,
          row: tile?.row ?? 0,
          level: levels[i] === null ? null : (levels[i] as number) - 1,
          label: d(i) === null ? "" : written(d(i) as number, 2),
        })),
      }}
      table={
        <DataTable
          id={`classes-${form.id}`}
          table={tableOf(`classes-${form.id}`, (one) => one.classTable(periods[t]), [
            { id: "unit", names: { en: ran.unitWord.en.one, zh: ran.unitWord.zh.one }, values: units.map(({ code }) => code) },
            { id: "d", names: heading("d"), values: units.map((_, i) => d(i)) },
            ...(["en", "zh"] as const).map((one) => ({
              id: `level_${one}`,
              names: heading("level"),
              values: levels.map((level) => (level === null ? null : coupled.levels[level - 1][one])),
            })),
          ])}
        />
      }
    />
  );
}

function ClassCounts({ ran, coupled, form }: Props) {
  const w = useWords(words);
  const language = useLanguage();
  const { periods, units } = ran;
  const counts = coupled.levels.map((_, k) => periods.map((__, t) => units.filter((___, i) => levelAt(ran, form, t, i) === k + 1).length));
  const used = counts.flatMap((row, k) => (row.some((count) => count > 0) ? [k] : [])).reverse();
  if (used.length === 0 || periods.length < 2) return null;
  const last = periods.length - 1;
  const most = used.reduce((best, k) => (counts[k][last] > counts[best][last] ? k : best));
  return (
    <Chart
      id={`counts-${form.id}`}
      title={w.countsTitle(coupled.levels[most][language], counts[most][0], counts[most][last], periods[0], periods[last])}
      subtitle={w.countsSubtitle(w.forms[form.id] ?? form.id)}
      description={w.countsDescription(used.length, periods.length)}
      chart={{
        kind: "heatmap",
        rows: used.map((k) => coupled.levels[k][language]),
        columns: periods.map(String),
        values: used.map((k) => counts[k].map((count) => count)),
        role: "ink",
        digits: 0,
      }}
      table={
        <DataTable
          id={`counts-${form.id}`}
          table={tableOf(`counts-${form.id}`, (one) => one.countsTable, [
            ...(["en", "zh"] as const).map((one) => ({
              id: `level_${one}`,
              names: heading("level"),
              values: used.map((k) => coupled.levels[k][one]),
            })),
            ...periods.map((year, t) => ({
              id: String(year),
              names: { en: String(year), zh: `${year} 年` },
              values: used.map((k) => counts[k][t]),
            })),
          ])}
        />
      }
    />
  );
}

/** What the uncertainty step says of the chosen unit's ranks. */
function Intervals({ ran }: { readonly ran: Ran }) {
  const w = useWords(words);
  const language = useLanguage();
  const { unit } = useSelection();
  const i = ran.units.findIndex(({ code }) => code === unit);
  if (i < 0 || ran.intervals.length === 0) return null;
  const systems = (ran.scores?.systems ?? []).map((one) => [one.id, one.names[language]] as const);
  const names = new Map([...systems, [`${ran.coupled?.step}.d`, "D"]]);
  const plain = (value: number): string => String(Math.round(value * 10) / 10);
  return (
    <p>
      {ran.intervals
        .filter(({ rank }) => !Number.isNaN(rank[i]))
        .map(({ column, rank, lower, upper }) =>
          w.interval(
            ran.units[i].names[language],
            inside(names.get(column) ?? column, language),
            plain(rank[i]),
            plain(lower[i]),
            plain(upper[i]),
          ),
        )
        .join(language === "en" ? " " : "")}
    </p>
  );
}

export const counted = (ran: Ran, language: "en" | "zh", n: number): string => {
  const word = ran.unitWord[language];
  return language === "zh" ? `${n} ${word.counted}` : `${n} ${n === 1 ? word.one : word.many}`;
};

const heading = (id: keyof ExplainWords["columns"]) => ({ en: words.en.columns[id], zh: words.zh.columns[id] });

const tableOf = (id: string, title: (w: ExplainWords) => string, columns: ResultTable["columns"]): ResultTable => ({
  id,
  names: { en: title(words.en), zh: title(words.zh) },
  columns,
});
