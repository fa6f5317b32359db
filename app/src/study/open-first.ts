import example from "../../../studies/two-wheels/study.yaml?raw";
import { isStudyLink, studyIn } from "./link.js";
import { forget, save, saved } from "./saved.js";
import type { Notice, StudyStore } from "./study-store.js";

/** How long a study must rest before it is kept for the next visit; a page that is left keeps it at once. */
const rest = 300;

/** What the page opens with: the study of the link, else that of the last visit, else the example. From then on changes are kept. */
export async function openFirst(store: StudyStore): Promise<void> {
  const link = isStudyLink(location.hash);
  const linked = link ? await studyIn(location.hash) : null;
  const kept = link ? null : await saved();
  if (link) history.replaceState(null, "", linked === null ? "#/start" : "#/compare");
  keepChanges(store);
  if (linked !== null) await store.open(linked);
  else if (kept) await store.open(kept.text, kept.files, false, "kept");
  else await openExample(store, link ? "cut-link" : null);
}

export const openExample = (store: StudyStore, notice: Notice | null = null): Promise<void> => store.open(example, {}, true, notice);

function keepChanges(store: StudyStore): void {
  let known = store.state();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const { text, files, example: shipped } = known;
    if (shipped) forget();
    else save({ text, files });
  };
  store.subscribe(() => {
    const { text, files } = store.state();
    if (text === known.text && files === known.files) return;
    known = store.state();
    clearTimeout(timer);
    timer = setTimeout(keep, rest);
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
}
