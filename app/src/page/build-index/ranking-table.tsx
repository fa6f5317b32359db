import { memo, useId, useLayoutEffect, useRef, useState } from "react";
import { changeDrawn } from "../../part/redraw.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import { useStudy } from "../../study/use-study.js";
import type { Interval, Unit } from "../../worker/ran.js";
import type { Ranked } from "./ranked.js";
import { type Place, ranksOf, shownOf } from "./ranking.js";
import { words } from "./words.js";

/** So many rows at most: of more units, both ends and the neighbours of the chosen one. */
const most = 45;

interface Props {
  readonly all: readonly Ranked[];
  readonly ranked: Ranked;
  readonly places: readonly Place[];
  readonly interval: Interval | null;
  readonly onRanked: (id: string) => void;
}

/** Every unit at its place, with the interval of its rank; it moves when the study does. */
export function RankingTable({ all, ranked, places, interval, onRanked }: Props) {
  const w = useWords(words);
  const say = useSay();
  const language = useLanguage();
  const { ran, settled } = useStudy();
  const { unit, t, choose } = useSelection();
  const select = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const before = useRanksBefore(ranked.id, places, t);
  useMoving(body, places);
  useLayoutEffect(() => {
    if (ran) changeDrawn();
  }, [ran]);
  if (!ran) return null;

  const last = t === ran.periods.length - 1;
  const chosen = unit === null ? null : ran.units.findIndex((one) => one.code === unit);
  const shown = shownOf(places, chosen, most);
  const rows = shown.flatMap((k, n) => {
    const gap = n > 0 ? k - shown[n - 1] - 1 : 0;
    const { unit: i, rank, score } = places[k];
    const known = last && interval ? { low: interval.lower[i], high: interval.upper[i] } : null;
    return [
      ...(gap > 0 ? [{ key: `gap-${k}`, gap }] : []),
      { key: ran.units[i].code, i, rank, score, low: known?.low ?? null, high: known?.high ?? null, was: before?.[i] ?? null },
    ];
  });
  return (
    <section className="ranking">
      <div className="ranking-top">
        <h2>{w.ranking(say(ranked.names), ran.periods[t])}</h2>
        {all.length > 1 && (
          <label htmlFor={select}>
            <span className="note">{w.of}</span>
            <select id={select} value={ranked.id} onChange={({ target }) => onRanked(target.value)}>
              {all.map(({ id, names }) => (
                <option key={id} value={id}>
                  {say(names)}
                </option>
              ))}
            </select>
          </label>
        )}
        {ran.units.length > most && <Find units={ran.units} onFind={choose} />}
      </div>
      <section className="scroll ranking-scroll" aria-label={w.ranking(say(ranked.names), ran.periods[t])} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                {w.rank}
              </th>
              <th scope="col">{w.name}</th>
              <th scope="col" className="number">
                {w.score}
              </th>
              {interval && last && (
                <th scope="col" className="interval-head">
                  {w.interval}
                </th>
              )}
              <th scope="col" className="number">
                {w.change}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row) =>
              "gap" in row ? (
                <tr key={row.key}>
                  <td colSpan={5} className="note">
                    {w.left(row.gap ?? 0)}
                  </td>
                </tr>
              ) : (
                <Row
                  key={row.key}
                  name={ran.units[row.i].names[language]}
                  code={row.key}
                  rank={row.rank}
                  score={row.score}
                  low={row.low}
                  high={row.high}
                  was={row.was}
                  units={ran.units.length}
                  intervals={interval !== null && last}
                  chosen={unit === row.key}
                  onChoose={choose}
                />
              ),
            )}
          </tbody>
        </table>
      </section>
      <p className="note" aria-live="polite">
        {interval && !last && w.otherPeriod(ran.periods[ran.periods.length - 1])}
        {interval && last && ran !== settled && w.stale}
      </p>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly code: string;
  readonly rank: number | null;
  readonly score: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly was: number | null;
  readonly units: number;
  readonly intervals: boolean;
  readonly chosen: boolean;
  readonly onChoose: (code: string | null) => void;
}

const Row = memo(function Row({ name, code, rank, score, low, high, was, units, intervals, chosen, onChoose }: RowProps) {
  const w = useWords(words);
  const moved = rank !== null && was !== null ? was - rank : 0;
  const at = (place: number): string => `${((place - 1) / Math.max(1, units - 1)) * 100}%`;
  return (
    <tr data-code={code} aria-current={chosen ? "true" : undefined}>
      <td className="number">{rank ?? "–"}</td>
      <th scope="row">
        <button type="button" className="link" onClick={() => onChoose(chosen ? null : code)}>
          {name}
        </button>
      </th>
      <td className="number">{score === score ? score.toFixed(3) : "–"}</td>
      {intervals && (
        <td className="interval">
          {low !== null && high !== null && low === low && (
            <>
              <span className="interval-words">
                {round(low)}–{round(high)}
              </span>
              <span className="interval-track" aria-hidden="true">
                <span className="interval-bar" style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
                {rank !== null && <span className="interval-dot" style={{ left: at(rank) }} />}
              </span>
            </>
          )}
        </td>
      )}
      <td className={`number change${moved === 0 ? " still" : ""}`}>{moved > 0 ? w.up_(moved) : moved < 0 ? w.down_(-moved) : "–"}</td>
    </tr>
  );
});

const round = (rank: number): string => String(Number(rank.toFixed(1)));

/** Ranks as they stood before the last change of the study; null until there is one. */
function useRanksBefore(id: string, places: readonly Place[], t: number): readonly (number | null)[] | null {
  const { text, files } = useStudy();
  const kept = useRef({ id, t, text, files, now: ranksOf(places), before: null as readonly (number | null)[] | null });
  if (kept.current.id !== id || kept.current.t !== t) kept.current = { id, t, text, files, now: ranksOf(places), before: null };
  if (kept.current.text !== text || kept.current.files !== files) kept.current = { ...kept.current, text, files, before: kept.current.now };
  kept.current.now = ranksOf(places);
  return kept.current.before;
}

/** Rows glide from the place they had; a reader who wants no motion sees none. */
function useMoving(body: React.RefObject<HTMLTableSectionElement | null>, places: readonly Place[]): void {
  const tops = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const rows = places.length > 0 ? [...(body.current?.rows ?? [])] : [];
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || tops.current.size === 0;
    const now = new Map<string, number>();
    for (const row of rows) {
      const { code } = row.dataset;
      if (!code) continue;
      const top = row.offsetTop;
      now.set(code, top);
      const was = tops.current.get(code);
      if (!still && was !== undefined && was !== top)
        row.animate([{ transform: `translateY(${was - top}px)` }, { transform: "none" }], 180);
    }
    tops.current = now;
  }, [body, places]);
}

/** Finds a unit among thousands by its name. */
function Find({ units, onFind }: { readonly units: readonly Unit[]; readonly onFind: (code: string) => void }) {
  const w = useWords(words);
  const [typed, setTyped] = useState("");
  const id = useId();
  const wanted = typed.trim().toLowerCase();
  const found = wanted
    ? units.filter(({ names, code }) => [names.en, names.zh, code].some((one) => one.toLowerCase().includes(wanted)))
    : [];
  return (
    <div className="ranking-find">
      <label htmlFor={id} className="note">
        {w.find}
      </label>
      <input id={id} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      {found.slice(0, 8).map((one) => (
        <FoundUnit key={one.code} unit={one} onFind={(code) => [setTyped(""), onFind(code)]} />
      ))}
    </div>
  );
}

function FoundUnit({ unit, onFind }: { readonly unit: Unit; readonly onFind: (code: string) => void }) {
  const say = useSay();
  return (
    <button type="button" className="quiet small" onClick={() => onFind(unit.code)}>
      {say(unit.names)}
    </button>
  );
}
