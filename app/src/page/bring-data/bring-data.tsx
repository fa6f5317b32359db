import { useEffect } from "react";
import { FaultNote } from "../../part/fault-note.js";
import type { PageProps } from "../../shell/app.js";
import { addressOf } from "../../shell/route.js";
import { useWords } from "../../shell/speak.js";
import { useStore, useStudy } from "../../study/use-study.js";
import { AuditStep } from "./audit-step.js";
import "./bring-data.css";
import { BringingContext, bringingOf, useBringing, useBrought } from "./bringing.js";
import { DataStep } from "./data-step.js";
import { RegionsStep } from "./regions-step.js";
import { TreeStep } from "./tree-step.js";
import { useDropped } from "./use-dropped.js";
import { type StepName, words } from "./words.js";

const steps: readonly StepName[] = ["data", "regions", "audit", "tree"];
const shown = { data: DataStep, regions: RegionsStep, audit: AuditStep, tree: TreeStep };

/** From a file to a study: what was understood, regions, audit, tree; one step a screen. */
export default function BringData({ rest }: PageProps) {
  return (
    <BringingContext value={bringingOf(useStore())}>
      <Steps step={steps.find((one) => one === rest) ?? "data"} />
    </BringingContext>
  );
}

function Steps({ step }: { readonly step: StepName }) {
  const w = useWords(words);
  const bringing = useBringing();
  const { text } = useStudy();
  const { fault, busy } = useBrought();
  const ready = bringing.draft?.understood.panel !== undefined && bringing.draft?.understood.panel !== null;
  const dropping = useDropped((files) => {
    location.hash = addressOf("bring-data");
    bringing.bring(files);
  });
  useEffect(() => {
    if (text) bringing.begin();
  }, [bringing, text]);
  const Step = ready ? shown[step] : DataStep;
  return (
    <div className="bring" data-busy={busy ?? undefined}>
      {ready && (
        <nav aria-label={w.stepsLabel}>
          <ol className="way">
            {steps.map((one) => (
              <li key={one}>
                <a href={addressOf("bring-data", one)} aria-current={one === step ? "step" : undefined}>
                  {w.steps[one]}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {fault && <FaultNote fault={fault} title={w.faultTitle} after={w.faultKept} />}
      <p className="note busy" role="status">
        {busy && `${w[busy]} …`}
      </p>
      <Step />
      {dropping && (
        <div className="dropping" aria-hidden="true">
          {w.drop}
        </div>
      )}
    </div>
  );
}
