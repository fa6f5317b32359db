import "../../part/choosers.css";
import "./compare.css";
import { useMemo, useState } from "react";
import { capital } from "../../part/phrase.js";
import { UnitPicker } from "../../part/unit-picker.js";
import { Years } from "../../part/years.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import { useAnswer, useStudy } from "../../study/use-study.js";
import type { Comparable } from "../../worker/calls/compare.js";
import type { Cells, Ran } from "../../worker/ran.js";
import { Beside } from "./beside.js";
import { Crossing } from "./crossing.js";
import { hasTiles, MapFigure } from "./map-figure.js";
import { useOwnMap } from "./own-map.js";
import { RankPaths } from "./rank-paths.js";
import { Ranking, RankingTable } from "./ranking.js";
import { type Subject, subjectsOf, useCells } from "./subject.js";
import { SubjectPicker } from "./subject-picker.js";
import { useView } from "./view.js";
import { words } from "./words.js";

/** The units of the study beside one another, by any number the study has; what is chosen in one picture stands out in all. */
export default function Compare() {
  const w = useWords(words);
  const { ran } = useStudy();
  const { value: comparable } = useAnswer("comparable");
  const subjects = useMemo(() => (ran ? subjectsOf(ran, comparable) : []), [ran, comparable]);
  const [wanted, setWanted] = useState<string | null>(null);
  const subject = subjects.find(({ id }) => id === wanted) ?? subjects[0];
  const cells = useCells(subject);
  if (!ran || !subject) return <h1>{ran ? w.nothing : w.waiting}</h1>;
  return (
    <>
      {cells ? (
        <Compared ran={ran} subject={subject} cells={cells} subjects={subjects} comparable={comparable} onSubject={setWanted} />
      ) : (
        <h1>{w.waiting}</h1>
      )}
    </>
  );
}

interface Props {
  readonly ran: Ran;
  readonly subject: Subject;
  readonly cells: Cells;
  readonly subjects: readonly Subject[];
  readonly comparable: Comparable | null;
  readonly onSubject: (id: string) => void;
}

function Compared({ ran, subject, cells, subjects, comparable, onSubject }: Props) {
  const w = useWords(words);
  const language = useLanguage();
  const { t, goTo, unit, choose } = useSelection();
  const view = useView(ran, subject, cells);
  const own = useOwnMap();
  const { order, ranks, chosen, nameOf, name, year, all } = view;
  const rank = chosen === null ? null : ranks[chosen];
  const { one } = ran.unitWord[language];
  const inUnit = subject.unit ? w.inUnit(subject.unit[language]) : "";
  const title =
    chosen === null
      ? order.length > 1
        ? w.headline(nameOf(order[0]), nameOf(order[order.length - 1]), name, year)
        : subject.names[language]
      : rank === null
        ? w.headlineNone(nameOf(chosen), name, year)
        : w.headlineUnit(nameOf(chosen), rank, order.length, name, year);
  const mapped = own !== null || hasTiles(view);
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{w.lead(capital(subject.names[language]), inUnit, year, one)}</p>
      <div className="choosers compare-by">
        <SubjectPicker label={w.subject} subjects={subjects} value={subject.id} onChoose={onSubject} />
        <UnitPicker ran={ran} value={unit} onChoose={choose} label={w.unit(one)} none={w.noUnit(all(ran.units.length))} />
        {ran.periods.length > 1 && <Years years={ran.periods} t={t} onChange={goTo} />}
      </div>
      {order.length > 0 && (
        <>
          <div className={mapped ? "halves first" : "first"}>
            <MapFigure view={view} table={<RankingTable id="map" view={view} />} />
            <Ranking view={view} />
          </div>
          <RankPaths view={view} />
        </>
      )}
      {comparable && comparable.indicators.length > 0 && <Beside view={view} comparable={comparable} />}
      {subjects.length > 1 && <Crossing view={view} subjects={subjects} comparable={comparable} />}
    </>
  );
}
