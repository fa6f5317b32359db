import { useWords } from "../../shell/speak.js";
import { words } from "../../shell/words.js";

export default function BuildIndex() {
  const w = useWords(words);
  return <h1>{w.pages["build-index"]}</h1>;
}
