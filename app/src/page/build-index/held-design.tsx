import { useEffect, useState } from "react";
import type { Plan } from "../../part/form/use-plan.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import type { Files, StudyStore } from "../../study/study-store.js";
import { useStore, useStudy } from "../../study/use-study.js";
import type { Agreed } from "../../worker/calls/design.js";
import type { Ran } from "../../worker/ran.js";
import { differences } from "./differences.js";
import { type Ranked, rankedOf } from "./ranked.js";
import { type Place, rankingOf, ranksOf } from "./ranking.js";
import { Slopes } from "./slopes.js";
import { words } from "./words.js";

interface Held {
  readonly store: StudyStore;
  readonly text: string;
  readonly files: Files;
  readonly ran: Ran;
  readonly steps: Plan["steps"];
}

/** The design kept aside; it outlives the page's being left for another. */
let kept: Held | null = null;

interface Props {
  readonly plan: Plan | null;
  readonly ranked: Ranked;
  readonly places: readonly Place[];
}

/** Keep the present design, change it, see both. */
export function HeldDesign({ plan, ranked, places }: Props) {
  const w = useWords(words);
  const store = useStore();
  const { text, files, ran } = useStudy();
  const [held, setHeld] = useState(() => (kept?.store === store ? kept : null));
  const hold = (to: Held | null): void => {
    kept = to;
    setHeld(to);
  };
  if (!ran) return null;
  if (!held)
    return (
      <p className="hold">
        <button type="button" className="quiet" onClick={() => hold({ store, text, files, ran, steps: plan?.steps ?? [] })}>
          {w.hold}
        </button>{" "}
        <span className="note">{w.holdNote}</span>
      </p>
    );
  return (
    <section className="held">
      <h2>{w.held}</h2>
      <Difference held={held} plan={plan} ranked={ranked} places={places} />
      <p className="step-tools">
        <button
          type="button"
          className="quiet"
          onClick={() => {
            store.change({ text: held.text, files: { ...absent(files), ...held.files } });
          }}
          disabled={held.text === text && held.files === files}
        >
          {w.back}
        </button>
        <button type="button" className="quiet" onClick={() => hold(null)}>
          {w.release}
        </button>
      </p>
    </section>
  );
}

const absent = (files: Files): Record<string, null> => Object.fromEntries(Object.keys(files).map((name) => [name, null]));

function Difference({ held, plan, ranked, places }: Props & { readonly held: Held }) {
  const w = useWords(words);
  const say = useSay();
  const language = useLanguage();
  const { ran } = useStudy();
  const { t, unit } = useSelection();
  if (!ran) return null;
  const period = ran.periods[t];
  const then = held.ran.periods.indexOf(period);
  const other = rankedOf(held.ran, ranked.names).find((one) => one.id === ranked.id);
  if (!other || then < 0) return <p className="note">{w.gone}</p>;

  const now = ranksOf(places);
  const unitAt = new Map(held.ran.units.map(({ code }, i) => [code, i]));
  const before = ranksOf(rankingOf(held.ran, other.cells, then));
  const rows = ran.units.flatMap(({ code, names }, i) => {
    const was = before[unitAt.get(code) ?? -1] ?? null;
    return was === null || now[i] === null ? [] : [{ code, name: names[language], was, now: now[i], by: was - now[i] }];
  });
  const moved = rows.filter((one) => one.by !== 0).sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || a.now - b.now);
  const scores = (cells: Float64Array, at: number, of: Ran): Float64Array => {
    const place = new Map(of.units.map(({ code }, i) => [code, i]));
    return Float64Array.from(rows, ({ code }) => cells[at * of.units.length + (place.get(code) ?? 0)]);
  };
  const changes = plan ? differences(held.steps, plan.steps) : [];
  return (
    <>
      {changes.length > 0 && (
        <ul className="note changes" aria-label={w.changes}>
          {changes.map((one) => (
            <li key={one}>
              <code>{one}</code>
            </li>
          ))}
        </ul>
      )}
      <p className="moves-line">{moved.length === 0 ? w.same : w.differ(moved.length, moved[0].name, Math.abs(moved[0].by))}</p>
      <Agreement one={scores(other.cells, then, held.ran)} other={scores(ranked.cells, t, ran)} />
      {moved.length > 0 && (
        <>
          <Slopes
            rows={rows.length > 40 ? moved.slice(0, 30) : rows}
            chosen={unit}
            label={w.slopes(w.heldRank, w.nowRank)}
            from={w.heldRank}
            to={w.nowRank}
          />
          <section className="scroll held-table" aria-label={`${w.held}: ${say(ranked.names)}`} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{w.name}</th>
                  <th scope="col" className="number">
                    {w.heldRank}
                  </th>
                  <th scope="col" className="number">
                    {w.nowRank}
                  </th>
                  <th scope="col" className="number">
                    {w.heldChange}
                  </th>
                </tr>
              </thead>
              <tbody>
                {moved.slice(0, 100).map((one) => (
                  <tr key={one.code} aria-current={unit === one.code ? "true" : undefined}>
                    <th scope="row">{one.name}</th>
                    <td className="number">{one.was}</td>
                    <td className="number">{one.now}</td>
                    <td className="number">{one.by > 0 ? w.up_(one.by) : w.down_(-one.by)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </>
  );
}

function Agreement({ one, other }: { readonly one: Float64Array; readonly other: Float64Array }) {
  const w = useWords(words);
  const store = useStore();
  const [agreed, setAgreed] = useState<Agreed | null>(null);
  const asked = `${one.join()}|${other.join()}`;
  useEffect(() => {
    let wanted = true;
    const [first, second] = asked.split("|").map((cells) => Float64Array.from(cells.split(","), Number));
    store.engine.ask("agreement", first, second).then(
      (value) => wanted && setAgreed(value),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [store, asked]);
  if (!agreed || agreed.spearman === null || agreed.kendall === null || agreed.difference === null) return null;
  return <p className="note">{w.agree(agreed.spearman.toFixed(3), agreed.kendall.toFixed(3), agreed.difference.toFixed(2))}</p>;
}
