import type { Chart as ChartSpec } from "@gongfu/engine/tell";
import { useMemo, useState } from "react";
import { Chart } from "../../part/chart.js";
import { DataTable } from "../../part/data-table.js";
import { useWords } from "../../shell/speak.js";
import type { Interval } from "../../worker/ran.js";
import { column, ownTable } from "./own-columns.js";
import { shownOf } from "./standing.js";
import type { View } from "./view.js";
import { words } from "./words.js";

/** The ranking of one period: values as bars, or ranks with their intervals where the study has them. */
export function Ranking({ view }: { readonly view: View }) {
  const w = useWords(words);
  const [wanted, setWanted] = useState<"values" | "ranks">("values");
  const interval = intervalOf(view);
  const shown = useMemo(() => shownOf(view.order, view.chosen), [view]);
  const asRanks = interval !== null && wanted === "ranks";
  return (
    <Chart
      id="ranking"
      {...(asRanks ? rankParts(view, interval, shown, w) : valueParts(view, shown, w))}
      note={[
        w[view.subject.better > 0 ? "higher" : "lower"],
        shown.length < view.order.length ? w.rankingPart(shown.length, view.order.length) : "",
      ].join(view.language === "zh" ? "" : " ")}
      tools={
        interval && (
          <fieldset className="choice">
            <legend className="unseen">{w.rankingAs}</legend>
            {(["values", "ranks"] as const).map((one) => (
              <button key={one} type="button" className="quiet small" aria-pressed={wanted === one} onClick={() => setWanted(one)}>
                {w[one]}
              </button>
            ))}
          </fieldset>
        )
      }
      table={<RankingTable view={view} />}
    />
  );
}

/** The whole ranking, with intervals and classes where there are some. */
export function RankingTable({ view, id = "ranking" }: { readonly view: View; readonly id?: "ranking" | "map" }) {
  const table = tableOf(view, intervalOf(view));
  return (
    <DataTable
      id={id}
      table={table}
      caption={id === "map" ? words[view.language].mapTable(view.subject.names[view.language], view.year) : undefined}
    />
  );
}

/** Intervals are of the systems of the index and of their coordination, in the last period. */
function intervalOf({ ran, subject, t }: View): Interval | null {
  if (t !== ran.periods.length - 1) return null;
  const wanted = subject.group === "coordination" ? `${subject.step}.d` : subject.group === "systems" ? subject.column : null;
  return ran.intervals.find((one) => one.column === wanted) ?? null;
}

type Words = (typeof words)["en"];

function valueParts(view: View, shown: readonly number[], w: Words) {
  const { values, order, ranks, chosen, nameOf, said, subject, year, language } = view;
  const [best, worst] = [order[0], order[order.length - 1]];
  const rank = chosen === null ? null : ranks[chosen];
  const chart: ChartSpec = {
    kind: "bars",
    rows: shown.map(nameOf),
    series: [{ name: subject.names[language], role: subject.role, values: shown.map((i) => values[i]) }],
  };
  return {
    chart,
    title:
      chosen !== null && rank !== null
        ? w.rankingTitleUnit(nameOf(chosen), rank, order.length, said(values[chosen]))
        : w.rankingTitle(nameOf(best), said(values[best]), nameOf(worst), said(values[worst])),
    subtitle: w.rankingSubtitle(subject.names[language], year),
    description: w.rankingDescription(shown.length),
  };
}

function rankParts(view: View, { rank, lower, upper }: Interval, shown: readonly number[], w: Words) {
  const { order, chosen, nameOf, subject, name, year, language, all } = view;
  const value = (cells: Float64Array, i: number): number | null => (Number.isNaN(cells[i]) ? null : cells[i]);
  const plain = (x: number): string => String(Math.round(x * 10) / 10);
  const loose = order.filter((i) => upper[i] - lower[i] > 5).length;
  const chart: ChartSpec = {
    kind: "intervals",
    rows: shown.map(nameOf),
    series: [
      {
        name: subject.names[language],
        role: subject.role,
        values: shown.map((i) => value(rank, i)),
        low: shown.map((i) => value(lower, i)),
        high: shown.map((i) => value(upper, i)),
      },
    ],
    scale: { ranks: order.length },
  };
  return {
    chart,
    title:
      chosen !== null && value(rank, chosen) !== null
        ? w.rankingTitleInterval(nameOf(chosen), plain(rank[chosen]), plain(lower[chosen]), plain(upper[chosen]))
        : w.intervalsTitle(loose, all(order.length)),
    subtitle: w.intervalsSubtitle(name, year),
    description: w.intervalsDescription(shown.length),
  };
}

function tableOf({ ran, order, ranks, values, subject, year, t }: View, interval: Interval | null) {
  const level = subject.group === "coordination" ? ran.coupled?.level : null;
  const levelOf = (i: number, language: "en" | "zh"): string | null => {
    const at = level?.[t * ran.units.length + i];
    return at === undefined || Number.isNaN(at) ? null : (ran.coupled?.levels[at - 1]?.[language] ?? null);
  };
  const title = (language: "en" | "zh"): string => words[language].rankingTable(subject.names[language], year);
  return ownTable("ranking", { en: title("en"), zh: title("zh") }, [
    column(
      "rank",
      order.map((i) => ranks[i]),
    ),
    column(
      "unit",
      order.map((i) => ran.units[i].code),
      { en: ran.unitWord.en.one, zh: ran.unitWord.zh.one },
    ),
    column(
      "value",
      order.map((i) => values[i]),
      subject.names,
    ),
    ...(level
      ? (["en", "zh"] as const).map((language) => ({
          ...column(
            "level",
            order.map((i) => levelOf(i, language)),
          ),
          id: `level_${language}`,
        }))
      : []),
    ...(interval
      ? [
          column(
            "lower",
            order.map((i) => interval.lower[i]),
          ),
          column(
            "upper",
            order.map((i) => interval.upper[i]),
          ),
        ]
      : []),
  ]);
}
