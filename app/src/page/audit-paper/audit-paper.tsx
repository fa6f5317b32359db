import "./audit-paper.css";
import { useState } from "react";
import { useWords } from "../../shell/speak.js";
import { useStudy } from "../../study/use-study.js";
import { ClaimForm } from "./claim-form.js";
import { Findings } from "./findings.js";
import { nothingGiven, useAudit, useFamilies } from "./use-audit.js";
import { words } from "./words.js";

/** Which formula made published numbers: what is printed on the left, the verdict on the right. */
export default function AuditPaper() {
  const w = useWords(words);
  const { ran } = useStudy();
  const families = useFamilies();
  const [given, setGiven] = useState(nothingGiven);
  const found = useAudit(given, families);
  return (
    <>
      <h1>{w.question}</h1>
      <p className="lead">{w.intro}</p>
      <div className="audit">
        <ClaimForm families={families} given={given} found={found} onGiven={setGiven} />
        <Findings given={given} found={found} families={families} version={ran?.engine ?? ""} />
      </div>
    </>
  );
}
