import type { Language } from "@gongfu/engine";
import { UnitPicker } from "../../part/unit-picker.js";
import { Years } from "../../part/years.js";
import { ReadAloud } from "../../shell/read-aloud.js";
import { useSelection } from "../../shell/selection.js";
import { Computed } from "./computed.js";
import { Doors } from "./doors.js";
import { Emblem } from "./emblem.js";
import { fixed, leading } from "./numbers.js";
import { Quadrant } from "./quadrant.js";
import { Ranking } from "./ranking.js";
import { Tiles } from "./tiles.js";
import { equityAhead, levelAt, reading, type WheelsView } from "./wheels-view.js";
import type { Words } from "./words.js";

export interface ExampleProps {
  view: WheelsView;
  words: Words;
  language: Language;
}

/** The first page: the country or one province, its wheels, the map, the ranking and the coupling quadrant, all in one year. */
export function Example({ view, words, language }: ExampleProps) {
  const { ran, scores, coupled } = view;
  const { t, goTo, unit: code, choose } = useSelection();
  const found = ran.units.findIndex((one) => one.code === code);
  const unit = found < 0 ? null : found;
  const year = ran.periods[t];
  const now = reading(view, t, unit);
  const first = reading(view, 0, unit);
  const name = unit === null ? words.country : ran.units[unit].names[language];
  const ahead = equityAhead(view, t);
  const level = (d: number): string => levelAt(coupled.levels, d)[language];

  return (
    <>
      <section className="opening">
        <div>
          <h1>
            {unit === null
              ? words.headline(ahead, ran.units.length, year)
              : words.headlineUnit(name, year, level(now.d), leading(now, words))}
          </h1>
          <p className="lead">
            {words.lead(
              fixed(now.empowerment, 2),
              fixed(now.equity, 2),
              fixed(first.empowerment, 2),
              fixed(first.equity, 2),
              ran.periods[0],
              year,
            )}
            {words.between}
            {now.dWang !== null && words.forms(fixed(now.d, 2), level(now.d), fixed(now.dWang, 2), level(now.dWang))}
          </p>
          <Emblem view={view} words={words} language={language} now={now} name={name} year={year} />
          <div className="large-only chooser-row">
            <UnitPicker ran={ran} value={code} onChoose={choose} label={words.province} none={words.country} />
            <ReadAloud />
          </div>
          <Years years={ran.periods} t={t} onChange={goTo} />
          {unit !== null && (
            <button type="button" className="quiet" onClick={() => choose(null)}>
              ← {words.back}
            </button>
          )}
        </div>
        <div className="not-large">
          <h2>{words.mapTitle(year)}</h2>
          <Tiles
            view={view}
            words={words}
            language={language}
            t={t}
            unit={unit}
            onUnit={(i) => choose(i === null ? null : ran.units[i].code)}
          />
          <p className="note">
            {ran.coverage[language]}
            {words.between}
            {words.mapNote}
          </p>
        </div>
      </section>
      <section className="halves not-large">
        <div>
          <h2>{words.quadrantTitle(ahead, ran.units.length)}</h2>
          <Quadrant view={view} words={words} language={language} t={t} unit={unit} />
          <p className="note">{words.quadrantNote(year)}</p>
        </div>
        <div>
          <h2>{words.rankingTitle(year)}</h2>
          <Ranking
            view={view}
            words={words}
            language={language}
            t={t}
            unit={unit}
            onUnit={(i) => choose(i === null ? null : ran.units[i].code)}
          />
        </div>
      </section>
      <Doors words={words} />
      <section className="halves closing not-large">
        <div>
          <h2>{words.sureTitle}</h2>
          <p>{words.sure(scores.imputed, ran.suspect, ran.blindSpots, ran.definitions)}</p>
        </div>
        <Computed ran={ran} words={words} />
      </section>
    </>
  );
}
