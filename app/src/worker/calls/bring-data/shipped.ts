import type { Text } from "@gongfu/engine";
import type { Session } from "../../session.js";

export interface ShippedSet {
  readonly id: string;
  readonly names: Text;
  readonly coverage: Text;
  readonly columns: number;
  /** how its figures were obtained: meaning and number of cells */
  readonly statuses: readonly { readonly names: Text; readonly cells: number }[];
}

/** The data sets that ship, each with where its figures come from. */
export async function shippedSets({ host }: Session): Promise<readonly ShippedSet[]> {
  const { readSet } = await import("@gongfu/engine/read");
  const { id, names, coverage, panel, statuses } = await readSet("china-provinces", host.readShipped);
  return [{ id, names, coverage, columns: panel.variables.length, statuses: statuses.map(({ names, cells }) => ({ names, cells })) }];
}

export interface TemplateGroup {
  readonly id: string;
  readonly names: Text;
  readonly parent: string | null;
}

/** The two wheels and their mechanisms, as groups to be filled. */
export async function wheelGroups({ host }: Session): Promise<readonly TemplateGroup[]> {
  const { resolveFramework } = await import("@gongfu/engine/framework");
  const { tree } = await resolveFramework("two-wheels", host);
  return tree.nodes.map(({ id, names, parent }) => ({ id, names, parent }));
}
