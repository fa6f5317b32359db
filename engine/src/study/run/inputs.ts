import type { Framework } from "../../framework/index.js";
import { Fault, nearest, type Place } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import type { Border, Plan, Result, Slot } from "../../method/index.js";
import type { DataSet } from "../../read/index.js";
import { isIndex, type Panel, type Tree } from "../../table/index.js";
import type { PlanSource, Source, Step } from "../types.js";
import { columnCells, columnsPanel, partsPanel } from "./columns.js";
import { homeOf } from "./home.js";
import type { StepTask } from "./task.js";

interface Surroundings {
  readonly data: Panel;
  readonly framework: Pick<Framework, "tree" | "views">;
  readonly results: ReadonlyMap<string, Result>;
  /** pairs of neighbours, some only under a convention */
  readonly borders?: DataSet["borders"];
  readonly place: (path: readonly (string | number)[]) => Place;
  /** makes a plan that can be run again */
  readonly plan?: (source: PlanSource) => Plan;
}

/** The step with its inputs filled in, ready to run anywhere. */
export function taskOf(step: Step, around: Surroundings): StepTask {
  const inputs: Record<string, unknown> = {};
  const read = Object.values(step.sources).flatMap((source) =>
    source.kind === "plan" || source.kind === "table" ? [] : idsOf(source).flatMap((id) => around.results.get(id) ?? []),
  );
  const home: Surroundings = { ...around, data: homeOf(around.data, read) };
  let measured = false;
  for (const [name, slot] of Object.entries(step.card.inputs)) {
    const source = step.sources[name];
    inputs[name] = source ? fill(slot, source, home, (path) => around.place([...step.path, slot.key, ...path])) : undefined;
    if (slot.kind === "column") measured = true;
  }
  return { card: step.card.id, inputs, options: step.options, periods: measured ? around.data.periods : undefined };
}

/** Ids of the steps a step reads. */
export const dependencies = ({ sources }: Pick<Step, "sources">): string[] => Object.values(sources).flatMap(idsOf);

function idsOf(source: Source): readonly string[] {
  switch (source.kind) {
    case "step":
    case "table":
      return [source.id];
    case "steps":
    case "parts":
      return source.ids;
    case "plan":
      return Object.keys(source.reads);
    case "columns":
      return source.addresses.map((one) => one.id).filter((id) => id !== "data");
    default:
      return [];
  }
}

function fill(slot: Slot, source: Source, around: Surroundings, place: Surroundings["place"]): unknown {
  switch (source.kind) {
    case "data":
      return around.data;
    case "step":
      return around.results.get(source.id)?.value;
    case "table":
      return around.results.get(source.id)?.tables.find((one) => one.id === source.table);
    case "parts": {
      const indexes = source.ids.flatMap((id) => around.results.get(id)?.value ?? []).filter(isIndex);
      return indexes.length ? partsPanel(indexes, around.data) : undefined;
    }
    case "steps":
      return Object.fromEntries(source.ids.map((id) => [id, around.results.get(id)?.value]));
    case "plan":
      return around.plan?.(source);
    case "tree":
      return viewOf(around.framework, source.view, place([]));
    case "borders":
      return bordersOf(around.borders ?? [], source.convention, place([]));
    case "grouping":
      return groupingOf(around.data, source.id, place([]));
    case "groupings":
      return source.ids.map((id, k) => groupingOf(around.data, id, place([k])));
    case "columns": {
      const cells = source.addresses.map((address, k) =>
        columnCells(
          address,
          around.data,
          address.id === "data" ? undefined : around.results.get(address.id),
          place(slot.kind === "columns" ? [k] : []),
        ),
      );
      return slot.kind === "columns" ? columnsPanel(source.addresses, cells, around.data) : cells[0].values;
    }
  }
}

function viewOf(framework: Surroundings["framework"], view: string | null, place: Place): Tree {
  if (view === null) return framework.tree;
  const tree = framework.views[view];
  if (tree) return tree;
  const known = Object.keys(framework.views);
  throw unknown(place, { en: `no view is called ${quote(view)}`, zh: `没有名为 ${quote(view)} 的视角` }, known, view);
}

function bordersOf(borders: DataSet["borders"], convention: string | null, place: Place): readonly Border[] {
  const known = [...new Set(borders.flatMap((one) => one.convention ?? []))];
  if (borders.length > 0 && (convention === null || known.includes(convention)))
    return borders.filter((one) => one.convention === undefined || one.convention === convention).map(({ a, b }) => ({ a, b }));
  throw unknown(
    place,
    borders.length === 0
      ? { en: "the data have no borders", zh: "数据没有相邻关系" }
      : { en: `no convention of borders is called ${quote(convention ?? "")}`, zh: `没有名为 ${quote(convention ?? "")} 的相邻约定` },
    borders.length === 0 ? [] : ["land", ...known],
    convention ?? "",
  );
}

function groupingOf(data: Panel, id: string, place: Place): readonly string[] {
  const grouping = data.groupings.find((one) => one.id === id);
  if (grouping) return grouping.of;
  throw unknown(
    place,
    { en: `no grouping is called ${quote(id)}`, zh: `没有名为 ${quote(id)} 的分组` },
    data.groupings.map((one) => one.id),
    id,
  );
}

function unknown(place: Place, found: { en: string; zh: string }, known: readonly string[], written: string): Fault {
  const near = nearest(written, known);
  return new Fault({
    code: "unknown-name",
    place,
    found,
    expected: known.length
      ? { en: `expected one of: ${listed(known, 20).en}`, zh: `应为以下之一：${listed(known, 20).zh}` }
      : { en: "there are none in this study", zh: "本研究中没有可用项" },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "remove the line or name an existing one", zh: "请删去此行或改用已有名称" },
  });
}
