import { useLanguage, useWords } from "../../shell/speak.js";
import { useStudy } from "../../study/use-study.js";
import { Example } from "./example.js";
import { Plain } from "./plain.js";
import "./start.css";
import { Waiting } from "./waiting.js";
import { wheelsOf } from "./wheels-view.js";
import { words } from "./words.js";

/** The first page: the study that is open, as two wheels where it has both, and three doors. */
export function Start() {
  const { ran } = useStudy();
  const w = useWords(words);
  const language = useLanguage();
  if (!ran) return <Waiting />;
  const view = wheelsOf(ran);
  return view ? <Example view={view} words={w} language={language} /> : <Plain ran={ran} />;
}
