import type { Infer, Locate } from "../ground/schema/index.js";
import { listed, type Text } from "../ground/words/index.js";
import type { TreeNode } from "../table/index.js";
import { type FaultList, frameworkFault, unknownReference } from "./framework-fault.js";
import type { definitionSchema } from "./framework-schema.js";
import { textOf, twice } from "./read-tree.js";
import type { BlindSpot, Definition, Indicator } from "./types.js";

type Written = readonly Infer<typeof definitionSchema>[];

/** The definitions of the file; every one belongs to a node of the tree. */
export function readDefinitions(written: Written, nodes: readonly TreeNode[], locate: Locate, faults: FaultList): Definition[] {
  const known = nodes.map((node) => node.id);
  const seen = new Set<string>();
  return written.map(({ id, mechanism, direction, availability, ...texts }, k) => {
    const place = (key: string) => locate(["definitions", k, key], "value");
    if (seen.has(id)) faults.found.push(twice(id, place("id")));
    seen.add(id);
    if (!known.includes(mechanism)) faults.found.push(unknownReference({ en: "node", zh: "节点" }, mechanism, known, place("mechanism")));
    const text = (key: "names" | "unit" | "formula" | "source"): Text => textOf(texts[key]);
    return Object.freeze({
      id,
      mechanism,
      names: text("names"),
      unit: text("unit"),
      direction: direction === "+" ? 1 : -1,
      formula: text("formula"),
      source: text("source"),
      availability,
    });
  });
}

/** A definition is filled by an indicator that is the same, or it is a blind spot with a reason: never both, never neither. */
export function findBlindSpots(
  definitions: readonly Definition[],
  written: Written,
  indicators: readonly Indicator[],
  locate: Locate,
  faults: FaultList,
): BlindSpot[] {
  return definitions.flatMap((definition, k) => {
    const { id } = definition;
    const standing = indicators.filter((one) => one.standsFor.includes(id));
    const filledBy = standing.filter((one) => one.match === "same").map((one) => one.id);
    const reason = written[k].blindSpot;
    if (reason === undefined) {
      if (filledBy.length === 0) faults.found.push(noReason(id, locate(["definitions", k], "value")));
      return [];
    }
    if (filledBy.length > 0) faults.found.push(notBlind(id, filledBy, locate(["definitions", k, "blindSpot"], "key")));
    return [Object.freeze({ definition, reason: textOf(reason), standIns: standing.map((one) => one.id) })];
  });
}

const noReason = (id: string, place: ReturnType<Locate>) =>
  frameworkFault(
    "no-reason",
    place,
    `no indicator fills "${id}" as defined, and no reason is given`,
    `没有指标按定义填补“${id}”，也未说明原因`,
    {
      expected: {
        en: "expected an indicator of match same, or the reason of the blind spot",
        zh: "应有 match 为 same 的指标，或说明盲点的原因",
      },
      next: { en: "add `blindSpot: {en: …, zh: …}`", zh: "请添加 `blindSpot: {en: …, zh: …}`" },
    },
  );

const notBlind = (id: string, filledBy: readonly string[], place: ReturnType<Locate>) =>
  frameworkFault(
    "not-blind",
    place,
    `"${id}" is filled by ${listed(filledBy).en} and called a blind spot`,
    `“${id}”已由 ${listed(filledBy).zh} 填补，却又标为盲点`,
    {
      expected: { en: "expected one of the two", zh: "二者只应居其一" },
      next: {
        en: "remove `blindSpot`, or write match: partial or proxy for the indicator",
        zh: "请删去 `blindSpot`，或将该指标的 match 改为 partial 或 proxy",
      },
    },
  );
