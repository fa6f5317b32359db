import { describe, expect, it } from "vitest";
import { readStudy } from "../plan/read-study.js";
import { loadStudy } from "./load.js";
import { StepMemory } from "./memory.js";
import { runSteps } from "./run-study.js";

const csv = `unit,period,a,b
x,2020,1,3
x,2021,2,5
y,2020,4,1
y,2021,3,2
z,2020,2,2
z,2021,6,4
`;
const host = { readFile: async () => new TextEncoder().encode(csv), readShipped: () => Promise.reject(new Error("no shipped file")) };
const study = (weights: string, scale = "min-max") => `gongfu: 1
title: memory
data: {panel: a.csv}
steps:
  - derive
  - normalise: {method: ${scale}}
  - weigh: {method: ${weights}}
  - aggregate: {id: index, method: arithmetic}
  - rank: {of: index}
  - uncertainty: {of: index, replications: 8, vary: [{path: normalise.method, among: [min-max, rank]}]}
`;

async function session() {
  const memory = new StepMemory();
  const loaded = await loadStudy(await readStudy(study("equal"), "study.yaml"), host);
  const run = async (text: string, remembers = true) => {
    memory.turn();
    const { steps } = await runSteps(await readStudy(text, "study.yaml"), loaded, remembers ? { memory } : {});
    return Object.fromEntries(steps.map(({ id, result }) => [id, result]));
  };
  return { run };
}

describe("results of earlier runs", () => {
  it("are used again where nothing has changed, and made anew where something has", async () => {
    const { run } = await session();
    const [first, second] = [await run(study("equal")), await run(study("entropy"))];
    for (const id of ["derive", "normalise"]) expect(second[id]).toBe(first[id]);
    for (const id of ["weigh", "index", "rank", "uncertainty"]) expect(second[id]).not.toBe(first[id]);
  });
  it("are those of a run that remembers nothing", async () => {
    const { run } = await session();
    await run(study("equal"));
    const [with_, without] = [await run(study("entropy", "rank")), await run(study("entropy", "rank"), false)];
    for (const id of Object.keys(without)) expect(with_[id].tables).toEqual(without[id].tables);
  });
  it("are found again when a change is undone, and forgotten two runs later", async () => {
    const { run } = await session();
    const first = await run(study("equal"));
    await run(study("entropy"));
    expect((await run(study("equal"))).uncertainty).toBe(first.uncertainty);
    for (let k = 0; k < 3; k++) await run(study("entropy"));
    expect((await run(study("equal"))).index).not.toBe(first.index);
  });
  it("do not hide what a plan reads: another method above it runs it again", async () => {
    const { run } = await session();
    const [first, second] = [await run(study("equal")), await run(study("equal", "z-score"))];
    expect(second.uncertainty).not.toBe(first.uncertainty);
  });
});
