import type { FigureBlock, Section } from "@gongfu/engine/tell";
import { useMemo } from "react";
import { Chart } from "../../part/chart.js";
import { capital } from "../../part/phrase.js";
import { UnitPicker } from "../../part/unit-picker.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import { useAnswer } from "../../study/use-study.js";
import type { Ran } from "../../worker/ran.js";
import { onlyRow, type Row, rowsOf } from "./rows.js";
import { counted } from "./together.js";
import { words } from "./words.js";

interface Props {
  readonly ran: Ran;
  /** id of the diagnosis */
  readonly step: string;
  readonly section: Section | undefined;
}

/** The diagnosis of one chosen unit: prose, and its row of every matrix. */
export function Blocked({ ran, step, section }: Props) {
  const w = useWords(words);
  const language = useLanguage();
  const { unit, choose } = useSelection();
  const { value: findings } = useAnswer("table", step, "findings");
  const { value: symbols } = useAnswer("table", step, "symbols");
  const rows = useMemo(() => (findings ? rowsOf(findings, language) : []), [findings, language]);
  const own = useMemo(() => rows.filter((row) => row.unit === unit), [rows, unit]);
  const name = ran.units.find(({ code }) => code === unit)?.names[language];
  const points = symbols ? rowsOf(symbols, language) : [];
  const year = Number(rows[0]?.period ?? ran.periods[ran.periods.length - 1]);
  return (
    <>
      <div className="choosers">
        <UnitPicker
          ran={ran}
          value={unit}
          onChoose={choose}
          label={w.chooseUnit(ran.unitWord[language].one)}
          none={w.allUnits(counted(ran, language, ran.units.length))}
        />
      </div>
      {name !== undefined && (
        <section className="patient" aria-live="polite">
          <h2>{own.length > 0 ? w.diagnosisOf(name, year, own.length) : w.diagnosisNone(name, year)}</h2>
          <div className="halves first">
            <div>
              {points.map((point) => (
                <Point key={String(point.point)} point={point} findings={own.filter((row) => row.point === point.point)} />
              ))}
            </div>
            <div>
              {(section?.blocks ?? []).map((block) => block.kind === "figure" && <OneRow key={block.id} block={block} name={name} />)}
            </div>
          </div>
        </section>
      )}
    </>
  );
}

/** Findings of one point told before the others are folded. */
const told = 3;

function Point({ point, findings }: { readonly point: Row; readonly findings: readonly Row[] }) {
  const w = useWords(words);
  if (findings.length === 0) return null;
  return (
    <>
      <h3>
        <span aria-hidden="true">{point.symbol}</span> {w.pointOf(capital(String(point.name)), String(point.verb), findings.length)}
      </h3>
      <Findings findings={findings.slice(0, told)} />
      {findings.length > told && (
        <details>
          <summary>{w.rest(findings.length - told)}</summary>
          <Findings findings={findings.slice(told)} />
        </details>
      )}
    </>
  );
}

function Findings({ findings }: { readonly findings: readonly Row[] }) {
  const w = useWords(words);
  const language = useLanguage();
  const gap = language === "en" ? " " : "";
  return findings.map((row, k) => (
    <p key={`${row.subject} ${k}`}>
      {row.sentence}
      {row[`clear_${language}`] && gap + w.clear(String(row[`clear_${language}`]))}
    </p>
  ));
}

function OneRow({ block, name }: { readonly block: FigureBlock; readonly name: string }) {
  const w = useWords(words);
  const chart = useMemo(() => onlyRow(block.chart, name), [block, name]);
  if (!chart) return null;
  const [system] = block.title.split(/[:：]/);
  return (
    <Chart
      id={`${block.id}-row`}
      level={3}
      title={w.matrixRow(name, system)}
      subtitle={w.matrixRowSubtitle}
      description={block.description}
      chart={chart}
    />
  );
}
