import { editYaml } from "@gongfu/engine/ground/yaml";
import { runStudy } from "@gongfu/engine/study";
import { describe, expect, it } from "vitest";
import { addStep } from "../../part/form/step-edits.js";
import { cards } from "../../worker/calls/cards.js";
import { outline } from "../../worker/calls/outline.js";
import { openChoices } from "./open-choices.js";

const session = null as never;
const study = `gongfu: 1
title: T
data: {panel: data.csv}
steps:
  - normalise: {method: min-max}
  - weigh: {method: equal}
  - aggregate: {id: index, method: arithmetic}
`;
const rows = Array.from({ length: 8 }, (_, i) => `u${i},2020,${(i * 7) % 11},${(i * 3) % 8},${(i * i) % 9}`);
const readFile = async (): Promise<Uint8Array> => new TextEncoder().encode(["region,year,a,b,c", ...rows, ""].join("\n"));

describe("the choices a study leaves open", () => {
  it("can be varied as they are: no draw fails", async () => {
    const { steps } = await outline(session, study);
    const fields = openChoices(steps, { levels: [{ id: "indicator", names: { en: "indicator", zh: "指标" } }] }, "index");
    expect(fields?.vary).toEqual([
      { path: "normalise.method", among: ["min-max", "percentile-rank", "rank"] },
      { path: "weigh.method", among: ["equal", "entropy", "critic"] },
      { leaveOut: "indicator" },
    ]);
    const all = new Map(cards(session).map((one) => [one.id, one]));
    const added = addStep(all.get("uncertainty") as never, steps, all, fields ?? {});
    const run = await runStudy(await editYaml(study, added.edits), "study.yaml", { readFile, readShipped: readFile });
    expect(run.steps.at(-1)?.result.value).toMatchObject({ draws: 256, failed: 0 });
  });
  it("are none without an index", () => expect(openChoices([], { levels: [] }, "index")).toBeNull());
});
