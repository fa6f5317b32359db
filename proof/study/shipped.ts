import { readFile } from "node:fs/promises";
import type { StudyHost } from "@gongfu/engine/study";

export const root = new URL("../../", import.meta.url);
export const studyFolder = new URL("studies/two-wheels/", root);

/** The shipped study's surroundings, straight from the checkout. */
export const host: StudyHost = {
  readFile: (path) => readFile(new URL(path, studyFolder)),
  readShipped: (path) => readFile(new URL(path, new URL("data/", root))),
};

export const studyText = (): Promise<string> => readFile(new URL("study.yaml", studyFolder), "utf8");
