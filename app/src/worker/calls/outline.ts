import type { Text } from "@gongfu/engine";
import { parse, type Schema, shapeOf } from "@gongfu/engine/ground/schema";
import { parseYaml } from "@gongfu/engine/ground/yaml";
import { cards, columnsOf, outlineStudy, type StepOutline, stepSchema } from "@gongfu/engine/study";
import { plain } from "../plain.js";
import type { PlainFault } from "../protocol.js";
import type { Session } from "../session.js";

export interface PlainStep extends Omit<StepOutline, "fault"> {
  readonly fault: PlainFault | null;
}

/** The steps of a text one by one, whether or not they can be run. */
export async function outline(
  _: Session,
  text: string,
): Promise<{ readonly framework: string | null; readonly steps: readonly PlainStep[] }> {
  const { framework, steps } = await outlineStudy(text, "study.yaml");
  return { framework, steps: steps.map((step) => ({ ...step, fault: step.fault && plain(step.fault) })) };
}

/** What a step, or the data, offers to the steps below it. */
export interface Offer {
  readonly id: string;
  readonly names: Text;
  readonly gives: string;
  readonly tables: readonly string[];
  /** columns named `<id>.<column>` */
  readonly columns: readonly { readonly id: string; readonly names: Text }[];
}

export interface Offers {
  readonly steps: readonly Offer[];
  /** other trees over the same indicators */
  readonly views: readonly string[];
  readonly levels: readonly { readonly id: string; readonly names: Text }[];
}

/** What the data and the steps of the last run offer, in their order; without their columns, which take some finding, unless they are wanted. */
export function offers({ run, loaded }: Session, columns: boolean): Offers {
  const { panel, names } = loaded.data;
  return {
    steps: [
      {
        id: "data",
        names,
        gives: "data",
        tables: [],
        columns: columns ? panel.variables.map((one) => ({ id: one.id, names: one.names })) : [],
      },
      ...run.steps.map(({ id, card, result }) => ({
        id,
        names: card.names,
        gives: card.outputs.value,
        tables: card.outputs.tables,
        columns: columns ? columnsOf(result) : [],
      })),
    ],
    views: Object.keys(loaded.framework.views),
    levels: loaded.framework.tree.levels,
  };
}

/** A value typed for an option or an input of a method, as YAML: read and checked. Nothing typed is nothing written. */
export async function field(_: Session, card: string, key: string, typed: string): Promise<unknown> {
  const found = cards.find((one) => one.id === card);
  const schema = found && shapeOf(stepSchema(found))[key];
  const { value } = await parseYaml(typed, key);
  if (value === null || value === undefined) return undefined;
  if (schema) parse(schema as Schema, value, () => ({ path: key }));
  return value;
}
