import { useMemo, useState } from "react";
import { usePlan } from "../../part/form/use-plan.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import { useStudy } from "../../study/use-study.js";
import type { Interval } from "../../worker/ran.js";
import { HeldDesign } from "./held-design.js";
import { Moves } from "./moves.js";
import { rankedOf } from "./ranked.js";
import { rankingOf } from "./ranking.js";
import { RankingTable } from "./ranking-table.js";
import { StepList } from "./step-list.js";
import { StudyText } from "./study-text.js";
import { TreeEditor } from "./tree-editor.js";
import { words } from "./words.js";
import "./build-index.css";

const views = ["tree", "steps", "text"] as const;

/** Left what the index is made of, right the ranking it gives, with its intervals; below what the places hang on. */
export default function BuildIndex() {
  const w = useWords(words);
  const say = useSay();
  const language = useLanguage();
  const { ran, settled } = useStudy();
  const { t } = useSelection();
  const [view, setView] = useState<(typeof views)[number]>("tree");
  const plan = usePlan(view === "steps");
  const [by, setBy] = useState<string | null>(null);

  const all = useMemo(() => (ran ? rankedOf(ran, { en: words.en.d, zh: words.zh.d }) : []), [ran]);
  const ranked = all.find((one) => one.id === by) ?? all[0];
  const places = useMemo(() => (ran && ranked ? rankingOf(ran, ranked.cells, t) : []), [ran, ranked, t]);
  const leader = places[0]?.rank === null ? undefined : places[0];
  const interval = settled?.intervals.find((one) => one.column === ranked?.id) ?? null;
  const title = ran && ranked && leader ? w.first(ran.units[leader.unit].names[language], say(ranked.names), ran.periods[t]) : w.untitled;
  return (
    <>
      <h1>{title}</h1>
      {ranked && <p className="lead">{interval ? w.sure(middleWidth(interval)) : w.unsure}</p>}
      <div className="build">
        <div className="build-left">
          <fieldset className="build-views" aria-label={w.views}>
            {views.map((one) => (
              <button key={one} type="button" className="quiet" aria-pressed={view === one} onClick={() => setView(one)}>
                {w[one]}
              </button>
            ))}
          </fieldset>
          {view === "tree" && plan && <TreeEditor plan={plan} />}
          {view === "steps" && plan && <StepList plan={plan} />}
          {view === "text" && <StudyText />}
        </div>
        <div className="build-right">
          {!ran && <p className="note">{w.waiting}</p>}
          {ran && !ranked && <p className="note">{w.noIndex}</p>}
          {ran && ranked && (
            <>
              <RankingTable all={all} ranked={ranked} places={places} interval={interval} onRanked={setBy} />
              {plan && <Moves plan={plan} column={ranked.id} interval={interval} />}
              <HeldDesign plan={plan} ranked={ranked} places={places} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** Half of the intervals are at most this wide. */
function middleWidth({ lower, upper }: Interval): string {
  const widths = Array.from(upper, (high, i) => high - lower[i])
    .filter((one) => one === one)
    .sort((a, b) => a - b);
  const middle = widths[Math.floor((widths.length - 1) / 2)] ?? 0;
  return String(Number(middle.toFixed(1)));
}
