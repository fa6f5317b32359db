import type { Infer, Locate } from "../ground/schema/index.js";
import { type Chain, chainOf, type chainSchema } from "../table/index.js";
import { type FaultList, unknownReference } from "./framework-fault.js";
import { twice } from "./read-tree.js";

/** The chains of the file; every id in a stage is a node, an indicator or a definition. */
export function readChains(
  written: readonly Infer<typeof chainSchema>[],
  known: readonly string[],
  locate: Locate,
  faults: FaultList,
): Chain[] {
  const seen = new Set<string>();
  const once = (id: string, path: readonly (string | number)[]): void => {
    if (seen.has(id)) faults.found.push(twice(id, locate(path, "value")));
    seen.add(id);
  };
  return written.map((one, k) => {
    once(one.id, ["chains", k, "id"]);
    one.stages.forEach((stage, s) => {
      once(`${one.id}.${stage.id}`, ["chains", k, "stages", s, "id"]);
      stage.of?.forEach((id, i) => {
        if (known.includes(id)) return;
        const place = locate(["chains", k, "stages", s, "of", i], "value");
        faults.found.push(unknownReference({ en: "node, indicator or definition", zh: "节点、指标或定义" }, id, known, place));
      });
    });
    return chainOf(one);
  });
}
