import type { Language } from "../ground/words/index.js";
import type { StudyRun } from "../study/index.js";
import { withUnits } from "../table/index.js";
import { emblem, headline, howSure, summary } from "./cover/index.js";
import type { FigureBlock, ReportDocument } from "./document.js";
import { mainIndex } from "./lookup/steps.js";
import {
  coupling,
  data,
  diagnosis,
  divide,
  framework,
  inequality,
  methods,
  obstacles,
  provenance,
  results,
  weights,
} from "./sections/index.js";
import { type Tale, tale } from "./tale.js";

const sections = [data, framework, weights, results, coupling, obstacles, diagnosis, inequality, divide, methods, provenance];

/** A finished study as a report in one language. A section is there when the steps it speaks of are; every number is read from the run. */
export function tell(run: StudyRun, language: Language): ReportDocument {
  const story = tale(ofUnitsScored(run), language);
  const { say, pick } = story;
  const cover = emblem(story);
  return {
    language,
    kicker: [say(run.study.title), pick({ en: "every number traces to results.json", zh: "数字均可追溯至 results.json" })].join(" · "),
    title: headline(story),
    emblem: cover && sourced(cover, story),
    summary: summary(story),
    asides: howSure(story),
    sections: sections
      .flatMap((write) => write(story) ?? [])
      .map((section) => ({ ...section, blocks: section.blocks.map((block) => (block.kind === "figure" ? sourced(block, story) : block)) })),
    footer: [
      pick({
        en: `Gongfu ${run.lock.engine} · study ${run.lock.study.slice(0, 12)} · data ${run.lock.data.slice(0, 12)} · framework ${run.lock.framework.slice(0, 12)} · seed ${run.lock.seed}`,
        zh: `Gongfu ${run.lock.engine} · 研究 ${run.lock.study.slice(0, 12)} · 数据 ${run.lock.data.slice(0, 12)} · 指标体系 ${run.lock.framework.slice(0, 12)} · 种子 ${run.lock.seed}`,
      }),
    ],
  };
}

/** The run with the units that have a score: a screening may have dropped some, and every grid is read by position. */
function ofUnitsScored(run: StudyRun): StudyRun {
  const { panel } = run.data;
  const scored = new Set((mainIndex(run)?.index.nodes ?? panel).units.map((one) => one.code));
  const kept = Array.from(panel.units.keys()).filter((i) => scored.has(panel.units[i].code));
  return kept.length === panel.units.length ? run : { ...run, data: { ...run.data, panel: withUnits(panel, kept) } };
}

/** Every figure says where its numbers come from. */
const sourced = (block: FigureBlock, { pick, source }: Tale): FigureBlock => ({
  ...block,
  note: pick({ en: `${source} ${block.note}`, zh: `${source}${block.note}` }),
});
