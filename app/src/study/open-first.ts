import example from "../../../studies/two-wheels/study.yaml?raw";
import { studyIn } from "./link.js";
import { forget, save, saved } from "./saved.js";
import type { StudyStore } from "./study-store.js";

/** How long a study must rest before it is kept for the next visit. */
const rest = 800;

/** What the page opens with: the study of the link, else that of the last visit, else the example. From then on changes are kept. */
export async function openFirst(store: StudyStore): Promise<void> {
  const linked = await studyIn(location.hash);
  const kept = linked === null ? await saved() : null;
  if (linked !== null) history.replaceState(null, "", "#/compare");
  keepChanges(store);
  if (linked !== null) await store.open(linked);
  else if (kept) await store.open(kept.text, kept.files);
  else await openExample(store);
}

export const openExample = (store: StudyStore): Promise<void> => store.open(example, {}, true);

function keepChanges(store: StudyStore): void {
  let known = store.state();
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe(() => {
    const { text, files, example: shipped } = store.state();
    if (text === known.text && files === known.files) return;
    known = store.state();
    clearTimeout(timer);
    timer = setTimeout(() => (shipped ? forget() : save({ text, files })), rest);
  });
}
