import { useWords } from "../../shell/speak.js";
import { words } from "../../shell/words.js";

export default function Report() {
  const w = useWords(words);
  return <h1>{w.pages["report"]}</h1>;
}
