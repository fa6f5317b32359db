/// <reference lib="webworker" />
import { isFault } from "@gongfu/engine/ground/fault";
import { runStudy } from "@gongfu/engine/study";
import studyText from "../../../studies/two-wheels/study.yaml?raw";
import { makeView } from "../view/make-view.js";
import type { FromWorker } from "./messages.js";

const tell = (message: FromWorker): void => self.postMessage(message);

/** Run the example as soon as the worker starts. */
async function run(): Promise<void> {
  const { readShipped } = await import("./shipped.js");
  const result = await runStudy(
    studyText,
    "study.yaml",
    { readShipped, readFile: (path) => Promise.reject(new Error(`the example reads no file of its own: ${path}`)) },
    { onProgress: ({ done, total, names }) => tell({ kind: "progress", done, total, names }) },
  );
  tell({ kind: "view", view: makeView(result) });
}

run().catch((error: unknown) => {
  if (isFault(error)) tell({ kind: "fault", fault: error.parts() });
  else throw error;
});
