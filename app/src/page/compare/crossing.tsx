import { useMemo, useState } from "react";
import { Chart } from "../../part/chart.js";
import { DataTable } from "../../part/data-table.js";
import { inside } from "../../part/phrase.js";
import { useWords } from "../../shell/speak.js";
import type { Comparable } from "../../worker/calls/compare.js";
import type { Ran } from "../../worker/ran.js";
import { column, ownTable } from "./own-columns.js";
import { medianOf, type Value, valuesAt } from "./standing.js";
import type { Subject } from "./subject.js";
import { useCells } from "./subject.js";
import { SubjectPicker } from "./subject-picker.js";
import type { View } from "./view.js";
import { type CompareWords, words } from "./words.js";

interface Pair {
  readonly x: string;
  readonly y: string;
}

/** Pairs worth seeing: the first two systems, those of the study's quadrant steps. */
function pairsOf(ran: Ran, comparable: Comparable | null, subjects: readonly Subject[]): readonly Pair[] {
  const systems = ran.scores?.systems ?? [];
  const known = new Set(subjects.map(({ id }) => id));
  const wanted = [
    ...(systems.length > 1 ? [{ x: `node.${systems[0].id}`, y: `node.${systems[1].id}` }] : []),
    ...(comparable?.crossings ?? []).map(({ x, y }) => ({ x: `node.${x}`, y: `node.${y}` })),
  ];
  return wanted.filter(({ x, y }, k) => known.has(x) && known.has(y) && wanted.findIndex((one) => one.x === x && one.y === y) === k);
}

/** Scores of the tree share a scale, columns of the data have their own. */
const onOneScale = ({ group }: Subject): boolean => group === "systems" || group === "nodes";

interface Props {
  readonly view: View;
  readonly subjects: readonly Subject[];
  readonly comparable: Comparable | null;
}

/** Two columns against each other: who is high in both. */
export function Crossing({ view, subjects, comparable }: Props) {
  const w = useWords(words);
  const pairs = useMemo(() => pairsOf(view.ran, comparable, subjects), [view.ran, comparable, subjects]);
  const [own, setOwn] = useState<Pair | null>(null);
  const [first, second] = subjects.filter(({ group }) => group === subjects[0].group || group === "systems" || group === "nodes");
  const pair = own ?? pairs[0] ?? { x: (first ?? subjects[0]).id, y: (second ?? subjects[1] ?? subjects[0]).id };
  const [x, y] = [pair.x, pair.y].map((id) => subjects.find((one) => one.id === id) ?? subjects[0]);
  const [xs, ys] = [useCells(x), useCells(y)];
  const { language } = view;
  return (
    <section className="part">
      <div className="choosers">
        {pairs.length > 1 && (
          <label className="chooser">
            <span>{w.pair}</span>
            <select
              value={pairs.findIndex((one) => one.x === pair.x && one.y === pair.y)}
              onChange={(event) => setOwn(pairs[Number(event.target.value)] ?? pair)}
            >
              {pairs.map((one, k) => (
                <option key={`${one.x} ${one.y}`} value={k}>
                  {[one.x, one.y].map((id) => subjects.find((subject) => subject.id === id)?.names[language]).join(" × ")}
                </option>
              ))}
              <option value={-1}>{w.ownPair}</option>
            </select>
          </label>
        )}
        <SubjectPicker label={w.across} subjects={subjects} value={x.id} onChoose={(id) => setOwn({ ...pair, x: id })} />
        <SubjectPicker label={w.up} subjects={subjects} value={y.id} onChoose={(id) => setOwn({ ...pair, y: id })} />
      </div>
      {xs && ys && <Crossed view={view} x={x} y={y} xs={xs} ys={ys} w={w} />}
    </section>
  );
}

interface CrossedProps {
  readonly view: View;
  readonly x: Subject;
  readonly y: Subject;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly w: CompareWords;
}

function Crossed({ view, x, y, xs, ys, w }: CrossedProps) {
  const { ran, t, year, chosen, nameOf, language, all } = view;
  const n = ran.units.length;
  const at = (period: number): readonly [Value[], Value[]] => [valuesAt(xs, period, n), valuesAt(ys, period, n)];
  const [now, before] = [at(t), at(0)];
  const cuts = [medianOf(now[0]), medianOf(now[1])];
  const both = [...ran.units.keys()].filter((i) => now[0][i] !== null && now[1][i] !== null);
  const high = (side: 0 | 1, i: number): boolean => (now[side][i] as number) >= (cuts[side] as number);
  const [xName, yName] = [inside(x.names[language], language), inside(y.names[language], language)];
  const tails = t > 0 && n <= 60;
  if (both.length === 0) return null;
  const title =
    chosen !== null && both.includes(chosen)
      ? w.crossingTitleUnit(nameOf(chosen), high(0, chosen), high(1, chosen), xName, yName)
      : w.crossingTitle(both.filter((i) => high(0, i) && high(1, i)).length, all(both.length), xName, yName);
  const position = (i: number): number => (high(0, i) ? (high(1, i) ? 0 : 3) : high(1, i) ? 1 : 2);
  return (
    <Chart
      id="crossing"
      title={title}
      subtitle={w.crossingSubtitle(year, tails ? ran.periods[0] : null)}
      description={w.crossingDescription(both.length, xName, yName)}
      chart={{
        kind: "quadrant",
        x: { name: x.names[language], role: x.role },
        y: { name: y.names[language], role: y.role },
        points: both.map((i) => {
          const [x0, y0] = [before[0][i], before[1][i]];
          return {
            name: nameOf(i),
            x: now[0][i] as number,
            y: now[1][i] as number,
            from: tails && x0 !== null && y0 !== null ? ([x0, y0] as const) : undefined,
          };
        }),
        balance: onOneScale(x) && onOneScale(y),
        cuts: [cuts[0] as number, cuts[1] as number],
      }}
      table={
        <DataTable
          id="crossing"
          table={ownTable(
            "crossing",
            { en: words.en.crossingTable(x.names.en, y.names.en, year), zh: words.zh.crossingTable(x.names.zh, y.names.zh, year) },
            [
              column(
                "unit",
                both.map((i) => ran.units[i].code),
                { en: ran.unitWord.en.one, zh: ran.unitWord.zh.one },
              ),
              {
                ...column(
                  "value",
                  both.map((i) => now[0][i]),
                  x.names,
                ),
                id: "x",
              },
              {
                ...column(
                  "value",
                  both.map((i) => now[1][i]),
                  y.names,
                ),
                id: "y",
              },
              ...(["en", "zh"] as const).map((one) => ({
                ...column(
                  "position",
                  both.map((i) => words[one].quadrants[position(i)]),
                ),
                id: `position_${one}`,
              })),
            ],
          )}
        />
      }
    />
  );
}
