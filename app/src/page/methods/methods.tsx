import { useWords } from "../../shell/speak.js";
import { words } from "../../shell/words.js";

export default function Methods() {
  const w = useWords(words);
  return <h1>{w.pages["methods"]}</h1>;
}
