import type { Language } from "@gongfu/engine";
import { useState } from "react";
import type { View } from "../view/view.js";
import type { Words } from "../words.js";
import { Emblem } from "./emblem.js";
import { equityAhead, fixed, leading, levelName, reading } from "./numbers.js";
import { Quadrant } from "./quadrant.js";
import { Ranking } from "./ranking.js";
import { Tiles } from "./tiles.js";
import { Years } from "./years.js";

export interface PageProps {
  view: View;
  words: Words;
  language: Language;
}

/** The first page: the country or one province, its wheels, the map, the ranking and the coupling quadrant, all in one year. */
export function Start({ view, words, language }: PageProps) {
  const [t, setT] = useState(view.years.length - 1);
  const [unit, setUnit] = useState<number | null>(null);
  const year = view.years[t];
  const now = reading(view, t, unit);
  const first = reading(view, 0, unit);
  const name = unit === null ? words.country : view.units[unit].names[language];
  const ahead = equityAhead(view, t);
  const level = (d: number): string => levelName(view, d, language);

  return (
    <>
      <section className="opening">
        <div>
          <h1>
            {unit === null
              ? words.headline(ahead, view.units.length, year)
              : words.headlineUnit(name, year, level(now.d), leading(now, words))}
          </h1>
          <p className="lead">
            {words.lead(
              fixed(now.empowerment, 2),
              fixed(now.equity, 2),
              fixed(first.empowerment, 2),
              fixed(first.equity, 2),
              view.years[0],
              year,
            )}
            {words.between}
            {words.forms(fixed(now.d, 2), level(now.d), fixed(now.dWang, 2), level(now.dWang))}
          </p>
          <Emblem view={view} words={words} language={language} now={now} name={name} year={year} />
          <Years years={view.years} t={t} onChange={setT} words={words} />
          {unit !== null && (
            <button type="button" className="quiet" onClick={() => setUnit(null)}>
              ← {words.back}
            </button>
          )}
        </div>
        <div>
          <h2>{words.mapTitle(year)}</h2>
          <Tiles view={view} words={words} language={language} t={t} unit={unit} onUnit={setUnit} />
          <p className="note">
            {view.coverage[language]}
            {words.between}
            {words.mapNote}
          </p>
        </div>
      </section>
      <section className="halves">
        <div>
          <h2>{words.quadrantTitle(ahead, view.units.length)}</h2>
          <Quadrant view={view} words={words} language={language} t={t} unit={unit} />
          <p className="note">{words.quadrantNote(year)}</p>
        </div>
        <div>
          <h2>{words.rankingTitle(year)}</h2>
          <Ranking view={view} words={words} language={language} t={t} unit={unit} onUnit={setUnit} />
        </div>
      </section>
      <section className="halves closing">
        <div>
          <h2>{words.sureTitle}</h2>
          <p>{words.sure(view.imputed, view.suspect, view.blindSpots, view.definitions)}</p>
        </div>
        <div>
          <h2>{words.methodTitle}</h2>
          <p>{words.method}</p>
          <p>
            {words.full} <code>npx gongfu run studies/two-wheels/study.yaml --out out/two-wheels</code>
          </p>
          <p>
            {words.own} <code>npx gongfu new data.csv</code>
          </p>
          <p className="note">{words.privacy}</p>
        </div>
      </section>
    </>
  );
}
