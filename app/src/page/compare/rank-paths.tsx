import { useMemo, useState } from "react";
import { Chart } from "../../part/chart.js";
import { DataTable } from "../../part/data-table.js";
import { useWords } from "../../shell/speak.js";
import { column, ownTable } from "./own-columns.js";
import { followed, ranksOf, type Value, valuesAt } from "./standing.js";
import type { View } from "./view.js";
import { words } from "./words.js";

/** More lines than this are never drawn at once. */
const most = 40;

/** Ranks over the years: the two ends and the chosen unit, all when wanted. */
export function RankPaths({ view }: { readonly view: View }) {
  const w = useWords(words);
  const [whole, setWhole] = useState(false);
  const { ran, order, chosen, nameOf, subject, name } = view;
  const { periods, units } = ran;
  const byYear = useMemo(
    () => periods.map((_, t) => ranksOf(valuesAt(view.cells, t, units.length), subject.better)),
    [view.cells, periods, units, subject],
  );
  const few = useMemo(() => followed(order, chosen), [order, chosen]);
  const last = periods.length - 1;
  if (last === 0 || order.length < 2) return null;
  const drawn = whole ? [...order] : few;
  const path = (i: number): Value[] => byYear.map((ranks) => ranks[i]);
  return (
    <Chart
      id="rank-paths"
      title={titleOf(view, byYear, w)}
      subtitle={w.bumpSubtitle(name, drawn.length, order.length)}
      description={w.bumpDescription(drawn.length, periods[0], periods[last])}
      note={w[subject.better > 0 ? "higher" : "lower"]}
      chart={{ kind: "bump", x: periods, series: drawn.map((i) => ({ name: nameOf(i), role: subject.role, values: path(i) })) }}
      tools={
        order.length > few.length &&
        order.length <= most && (
          <button type="button" className="quiet small" aria-pressed={whole} onClick={() => setWhole(!whole)}>
            {whole ? w.bumpFew : w.bumpAll(order.length)}
          </button>
        )
      }
      table={
        <DataTable
          id="rank-paths"
          table={ownTable("rank-paths", { en: words.en.bumpTable, zh: words.zh.bumpTable }, [
            column(
              "unit",
              order.map((i) => units[i].code),
              { en: ran.unitWord.en.one, zh: ran.unitWord.zh.one },
            ),
            ...periods.map((year, t) => ({
              ...column(
                "rank",
                order.map((i) => byYear[t][i]),
                { en: String(year), zh: `${year} 年` },
              ),
              id: String(year),
            })),
          ])}
        />
      }
    />
  );
}

function titleOf(
  { ran: { periods }, order, chosen, nameOf }: View,
  byYear: readonly (readonly Value[])[],
  w: (typeof words)["en"],
): string {
  const last = periods.length - 1;
  const ends = (i: number): readonly [Value, Value] => [byYear[0][i], byYear[last][i]];
  const [from, to] = chosen === null ? [null, null] : ends(chosen);
  if (chosen !== null && from !== null && to !== null) return w.bumpTitleUnit(nameOf(chosen), from, to, periods[0], periods[last]);
  const moves = order.flatMap((i) => {
    const [a, b] = ends(i);
    return a === null || b === null ? [] : [{ i, by: a - b }];
  });
  const up = moves.reduce<(typeof moves)[number] | null>((best, one) => (best === null || one.by > best.by ? one : best), null);
  const down = moves.reduce<(typeof moves)[number] | null>((worst, one) => (worst === null || one.by < worst.by ? one : worst), null);
  if (!up || !down || up.by <= 0 || down.by >= 0) return w.bumpStill(periods[0]);
  return w.bumpTitle(nameOf(up.i), up.by, nameOf(down.i), -down.by, periods[0]);
}
