import type { TreeNode } from "../../worker/calls/tree.js";

type Node = Pick<TreeNode, "id" | "parent" | "share">;

/** Weights for a step of the method manual: this share for the node, the others of its group in proportion; all else as it is in force. */
export function manualWeights(
  nodes: readonly Node[],
  id: string,
  share: number,
  written: Readonly<Record<string, number>> | null,
): Record<string, number> {
  const node = nodes.find((one) => one.id === id);
  const group = nodes.filter((one) => one.parent === node?.parent);
  const others = group.filter((one) => one.id !== id);
  const left = others.reduce((sum, one) => sum + (one.share ?? 0), 0);
  const own = others.length ? share : 1;
  const changed = group.map((one): [string, number] => {
    if (one.id === id) return [id, rounded(own)];
    const part = left > 0 ? (one.share ?? 0) / left : 1 / others.length;
    return [one.id, rounded((1 - own) * part)];
  });
  return { ...(written ?? inForce(nodes)), ...Object.fromEntries(changed) };
}

/** The weights in force that are not those of equal standing. */
function inForce(nodes: readonly Node[]): Record<string, number> {
  const first = new Map<string | null, number>();
  for (const { parent, share } of nodes) if (!first.has(parent)) first.set(parent, share ?? 0);
  const uneven = new Set(
    nodes
      .filter(({ parent, share }) => parent !== null && Math.abs((share ?? 0) - (first.get(parent) ?? 0)) > 1e-9)
      .map((one) => one.parent),
  );
  return Object.fromEntries(nodes.filter((one) => uneven.has(one.parent)).map((one) => [one.id, rounded(one.share ?? 0)]));
}

const rounded = (value: number): number => Number(Math.max(0, value).toFixed(4));
