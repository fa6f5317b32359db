import { Inlines } from "../../part/blocks.js";
import { UnitPicker } from "../../part/unit-picker.js";
import { Years } from "../../part/years.js";
import { ReadAloud } from "../../shell/read-aloud.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import { useAnswer } from "../../study/use-study.js";
import type { Ran } from "../../worker/ran.js";
import { Computed } from "./computed.js";
import { Doors } from "./doors.js";
import { nearEnds } from "./near-ends.js";
import { fixed } from "./numbers.js";
import { words } from "./words.js";

/** The first page of any study: its finding in words, the ranking by its first system, and what must be known besides. */
export function Plain({ ran }: { readonly ran: Ran }) {
  const w = useWords(words);
  const say = useSay();
  const language = useLanguage();
  const { t, goTo, unit, choose } = useSelection();
  const { value: report } = useAnswer("report", language);
  const warnings = ran.steps.flatMap((step) => step.warnings);
  return (
    <>
      <section className="opening">
        <div>
          <p className="note">{say(ran.title)}</p>
          <h1>{report?.title ?? say(ran.title)}</h1>
          {report?.summary.map((sentence, k) => (
            <p key={k} className={k === 0 ? "lead" : "not-large"}>
              <Inlines text={sentence} />
            </p>
          ))}
          <p className="note">{say(ran.coverage)}</p>
          <div className="large-only chooser-row">
            <UnitPicker ran={ran} value={unit} onChoose={choose} label={w.unit} none="–" />
            <ReadAloud />
          </div>
        </div>
        <div>
          {ran.scores ? <FirstRanking ran={ran} /> : <p>{w.noScores}</p>}
          {ran.periods.length > 1 && <Years years={ran.periods} t={t} onChange={goTo} />}
        </div>
      </section>
      <Doors words={w} />
      <section className="halves closing not-large">
        <Computed ran={ran} words={w} />
        <div>{warnings.length > 0 && <Warnings warnings={warnings} />}</div>
      </section>
    </>
  );
}

function Warnings({ warnings }: { readonly warnings: Ran["steps"][number]["warnings"] }) {
  const w = useWords(words);
  const say = useSay();
  const texts = [...new Set(warnings.map(({ text }) => say(text)))];
  const list = (some: readonly string[]) => (
    <ul className="text">
      {some.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  return (
    <>
      <h2>{w.warnings}</h2>
      {list(texts.slice(0, 4))}
      {texts.length > 4 && (
        <details>
          <summary>{w.allWarnings(texts.length)}</summary>
          {list(texts.slice(4))}
        </details>
      )}
    </>
  );
}

/** Units of both ends and the chosen one, by the first system of the index. */
function FirstRanking({ ran }: { readonly ran: Ran }) {
  const w = useWords(words);
  const language = useLanguage();
  const { t, unit, choose } = useSelection();
  const system = ran.scores?.systems[0];
  if (!system) return null;
  const cells = system.cells.subarray(t * ran.units.length, (t + 1) * ran.units.length);
  const chosen = ran.units.findIndex((one) => one.code === unit);
  const title = w.plainRanking(system.names[language], ran.periods[t]);
  return (
    <figure className="table">
      <figcaption>{title}</figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {w.rank}
            </th>
            <th scope="col">{w.unit}</th>
            <th scope="col" className="number">
              {w.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {nearEnds(cells, chosen).map((row) =>
            row.kind === "gap" ? (
              <tr key={`gap-${row.after}`}>
                <td />
                <td colSpan={2} className="note">
                  {w.others(row.count)}
                </td>
              </tr>
            ) : (
              <tr key={row.unit} aria-current={row.unit === chosen ? "true" : undefined}>
                <td className="number">{row.rank}</td>
                <th scope="row" className="class">
                  <button type="button" className="link" onClick={() => choose(row.unit === chosen ? null : ran.units[row.unit].code)}>
                    {ran.units[row.unit].names[language]}
                  </button>
                </th>
                <td className="number strong">{fixed(cells[row.unit], 3)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </figure>
  );
}
