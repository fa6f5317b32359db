import type { Text } from "@gongfu/engine";
import { editFramework, type FrameworkEdit } from "@gongfu/engine/framework";
import { editYaml } from "@gongfu/engine/ground/yaml";
import { draftFramework, type StudyRun } from "@gongfu/engine/study";
import { everyNode, Flag, isIndex, isPanel, isWeights, type Panel, series, type Tree } from "@gongfu/engine/table";
import { mainIndex, weightStepOf } from "@gongfu/engine/tell/lookup";
import type { Session } from "../session.js";

/** A node of the indicator tree, with what the last run says of it. */
export interface TreeNode {
  readonly id: string;
  readonly names: Text;
  readonly parent: string | null;
  /** 0 is a root, the last level holds the indicators */
  readonly depth: number;
  /** as the framework writes it; 0 is shown and not aggregated */
  readonly weight: number;
  /** weight in force beside its siblings, and in its root; null before there is any */
  readonly share: number | null;
  readonly effective: number | null;
  readonly indicator: {
    readonly unit: Text;
    readonly direction: -1 | 1;
    readonly formula: string | null;
    readonly note: Text | null;
    /** share of units with a value in each period, and of those filled in */
    readonly observed: readonly number[];
    readonly imputed: readonly number[];
  } | null;
}

export interface TreeView {
  readonly names: Text;
  /** null: shipped, or drawn from the columns of the data; else the file of the study it stands in */
  readonly file: string | null;
  readonly levels: readonly { readonly id: string; readonly names: Text }[];
  /** parents before their children, siblings in their order */
  readonly nodes: readonly TreeNode[];
  /** the step whose weights are in force */
  readonly weigh: string | null;
  /** columns of the data that no indicator is named after */
  readonly spare: readonly { readonly id: string; readonly names: Text; readonly unit: Text }[];
}

const isFile = (framework: string | undefined): boolean => framework !== undefined && /\.ya?ml$/i.test(framework);

/** The indicator tree of the study that is open. */
export function tree({ run, loaded: { data, framework }, reads }: Session): TreeView {
  const { tree: t } = framework;
  const weights = weightsOf(run);
  const cells = availability(run, t);
  const notes = new Map(framework.indicators.map((one) => [one.id, one.note ?? null]));
  const depth = new Map<string, number>();
  const known = new Set(t.leaves.map((leaf) => leaf.id));
  return {
    names: framework.names,
    file: isFile(reads) ? (reads ?? null) : null,
    levels: t.levels,
    nodes: everyNode(t).map((node): TreeNode => {
      const { id, names, parent, weight } = node;
      const own = parent === null ? 0 : (depth.get(parent) ?? 0) + 1;
      depth.set(id, own);
      return {
        id,
        names,
        parent,
        depth: own,
        weight,
        share: weights?.share[id] ?? null,
        effective: weights?.effective[id] ?? null,
        indicator:
          "direction" in node
            ? {
                unit: node.unit,
                direction: node.direction,
                formula: node.formula ?? null,
                note: notes.get(id) ?? null,
                ...cells(id),
              }
            : null,
      };
    }),
    weigh: weights?.step ?? null,
    spare: data.panel.variables.filter(({ id }) => !known.has(id)).map(({ id, names, unit }) => ({ id, names, unit })),
  };
}

interface InForce {
  readonly step: string;
  readonly share: Readonly<Record<string, number>>;
  readonly effective: Readonly<Record<string, number>>;
}

/** Weights of the main index; of the first step that gives any when there is no index. */
function weightsOf(run: StudyRun): InForce | null {
  const main = mainIndex(run);
  const step = (main && weightStepOf(run, main)) ?? run.steps.find(({ result }) => isWeights(result.value));
  const value = step?.result.value;
  return step && isWeights(value) ? { step: step.id, share: value.share, effective: value.effective } : null;
}

/** By indicator and period, how many units have a value before anything is filled in, and how many after it are filled in. */
function availability(run: StudyRun, t: Tree): (id: string) => { observed: number[]; imputed: number[] } {
  const panels = [...run.steps.map(({ result: { value } }) => value).filter(isPanel), run.data.panel];
  const filled = run.steps.map(({ result: { value } }) => value).find(isIndex)?.normalised;
  const shares = (panel: Panel | undefined, id: string, counts: (value: number, flags: number) => boolean): number[] => {
    const v = panel?.variables.findIndex((one) => one.id === id) ?? -1;
    if (!panel || v < 0) return [];
    const values = series(panel, v);
    const flags = panel.flags.subarray(v * values.length, (v + 1) * values.length);
    const width = panel.units.length;
    return panel.periods.map((_, p) => {
      let count = 0;
      for (let c = p * width; c < (p + 1) * width; c++) if (counts(values[c], flags[c])) count++;
      return width ? count / width : 0;
    });
  };
  const made = new Map(
    t.leaves.map(({ id }) => {
      const raw = panels.find((panel) => panel.variables.some((one) => one.id === id));
      return [
        id,
        {
          observed: shares(raw, id, (value, flags) => value === value && !(flags & Flag.imputed)),
          imputed: shares(filled, id, (value, flags) => value === value && (flags & Flag.imputed) !== 0),
        },
      ];
    }),
  );
  return (id) => made.get(id) ?? { observed: [], imputed: [] };
}

/** The text of the framework with one change; of a copy when it is not the study's own. The data's columns in one group when the study has none. */
export async function editTree(session: Session, edit: FrameworkEdit): Promise<string> {
  const { reads } = session;
  if (reads === undefined) return editFramework(await drafted(session), "framework.yaml", edit);
  const path = isFile(reads) ? reads : `frameworks/${reads}.yaml`;
  const bytes = isFile(reads) ? session.file(reads) : await session.host.readShipped(path);
  return editFramework(new TextDecoder().decode(bytes), path, edit);
}

async function drafted({ loaded: { data, framework } }: Session): Promise<string> {
  const text = draftFramework(data.panel, "own");
  const less = framework.tree.leaves.flatMap(({ direction }, k) =>
    direction < 0 ? [{ path: ["tree", 0, "children", k, "direction"], value: "-" }] : [],
  );
  return less.length ? editYaml(text, less) : text;
}
