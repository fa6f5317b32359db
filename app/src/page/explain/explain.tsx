import "../../part/choosers.css";
import "./explain.css";
import type { Block } from "@gongfu/engine/tell";
import { Inlines } from "../../part/blocks.js";
import type { PageProps } from "../../shell/app.js";
import { addressOf } from "../../shell/route.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import { useAnswer, useStudy } from "../../study/use-study.js";
import type { Ran } from "../../worker/ran.js";
import { Blocked } from "./blocked.js";
import { Closing } from "./closing.js";
import { Evidence } from "./evidence.js";
import { More } from "./more.js";
import { type Question, questions, sectionsOf, stepsFor } from "./questions.js";
import { SectionView } from "./section-view.js";
import { StepView } from "./step-view.js";
import { Suggest } from "./suggest.js";
import { Together } from "./together.js";
import { words } from "./words.js";

/** One question a tab; the answer from the steps the study has, or the step it lacks. */
export default function Explain({ rest }: PageProps) {
  const w = useWords(words);
  const { ran } = useStudy();
  if (!ran) return <h1>{w.waiting}</h1>;
  const answered = questions.filter((one) => one === "evidence" || stepsFor(one, ran.steps).length > 0);
  const question = questions.find((one) => one === rest) ?? answered[0];
  return (
    <>
      <nav className="tabs" aria-label={w.tabList}>
        <ul>
          {questions.map((one) => (
            <li key={one}>
              <a
                href={addressOf("explain", one)}
                aria-current={one === question ? "page" : undefined}
                className={answered.includes(one) ? undefined : "lacking"}
              >
                {titleOf(one, ran, w)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{titleOf(question, ran, w)}</h1>
      <Answer key={question} question={question} ran={ran} />
    </>
  );
}

/** Two wheels are spoken of only where the study has them. */
function titleOf(question: Question, { coupled, scores }: Ran, w: (typeof words)["en"]): string {
  const systems = coupled?.systems ?? (scores?.systems ?? []).map(({ id }) => id);
  const wheels = ["empowerment", "equity"].every((id) => systems.includes(id));
  return question === "together" && !wheels ? w.togetherOther : w.tabs[question];
}

function Answer({ question, ran }: { readonly question: Question; readonly ran: Ran }) {
  const w = useWords(words);
  const language = useLanguage();
  const { running } = useStudy();
  const { value: document } = useAnswer("report", language);
  const steps = stepsFor(question, ran.steps);
  const found = document?.language === language ? document.sections : [];
  const sections = sectionsOf[question].flatMap((id) => found.find((one) => one.id === id) ?? []);
  const [opening] = sections[0]?.blocks ?? [];
  const diagnosis = ran.steps.find(({ verb }) => verb === "diagnose");
  const matthew = ran.steps.filter(({ verb }) => verb === "matthew");
  return (
    <>
      {!ran.whole && running && <p className="note">{w.still}</p>}
      {steps.length === 0 && <Suggest question={question} ran={ran} />}
      {question === "together" && opening?.kind === "text" && (
        <p className="lead">
          <Inlines text={opening.text} />
        </p>
      )}
      {question === "together" && ran.coupled && <Together ran={ran} coupled={ran.coupled} />}
      {question === "blocked" && diagnosis && (
        <Blocked ran={ran} step={diagnosis.id} section={sections.find(({ id }) => id === "diagnosis")} />
      )}
      {question === "closing" && matthew.map(({ id }) => <Closing key={id} ran={ran} step={id} />)}
      {question === "evidence" && <Evidence ran={ran} />}
      {sections.map((section) => (
        <SectionView
          key={section.id}
          section={section}
          without={shownElsewhere(question, ran, opening)}
          untitled={question === "together"}
          title={section.id === "inequality" ? w.inequality : undefined}
        />
      ))}
      {question === "more" ? <More steps={steps} /> : <Behind steps={steps} title={w.everyStep(steps.length)} />}
    </>
  );
}

/** The section on coupling opens the page, and its class map is the page's own, with all years. */
const shownElsewhere =
  (question: Question, { coupled }: Ran, opening: Block | undefined) =>
  (block: Block): boolean =>
    question === "together" && (block === opening || (coupled?.level !== null && block.kind === "figure" && block.id === "classes"));

function Behind({ steps, title }: { readonly steps: Ran["steps"]; readonly title: string }) {
  if (steps.length === 0) return null;
  return (
    <details className="behind">
      <summary>{title}</summary>
      {steps.map((step) => (
        <StepView key={step.id} step={step} />
      ))}
    </details>
  );
}
