import { useWords } from "../../shell/speak.js";
import { words } from "../../shell/words.js";

export default function AuditPaper() {
  const w = useWords(words);
  return <h1>{w.pages["audit-paper"]}</h1>;
}
