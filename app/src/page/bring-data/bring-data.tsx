import { useWords } from "../../shell/speak.js";
import { words } from "../../shell/words.js";

export default function BringData() {
  const w = useWords(words);
  return <h1>{w.pages["bring-data"]}</h1>;
}
