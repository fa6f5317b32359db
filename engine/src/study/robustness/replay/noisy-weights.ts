import { Stream } from "../../../ground/random/index.js";
import { sum } from "../../../ground/sums/index.js";
import { depthOf, pathOf, type Tree, type Weights } from "../../../table/index.js";

type Shares = Readonly<Record<string, number>>;

/**
 * Weights × (1 + share·v), v uniform in [−1, 1), rescaled beside their siblings; weights of 0 stay 0.
 * The number u names the draw: its first 32 bits are the replicate of the stream of noise.
 * @param levels whose weights move; all when null
 */
export function noisyWeights(
  weights: Weights,
  tree: Tree,
  share: number,
  levels: readonly string[] | null,
  seed: number,
  u: number,
): Weights {
  const stream = new Stream(seed, 1, Math.floor(u * 4294967296));
  const factor = new Map<string, number>();
  for (const { id } of [...tree.nodes, ...tree.leaves]) {
    const moved = 1 + share * (2 * stream.uniform() - 1);
    if (levels === null || levels.includes(tree.levels[depthOf(tree, id)].id)) factor.set(id, moved);
  }
  const siblings = groupsOf(tree);
  const perturbed = (given: Shares): { share: Shares; effective: Shares } => {
    const own: Record<string, number> = {};
    for (const ids of siblings) {
      const raw = ids.map((id) => given[id] * (factor.get(id) ?? 1));
      const total = sum(raw);
      ids.forEach((id, k) => {
        own[id] = total > 0 ? raw[k] / total : 0;
      });
    }
    const effective = tree.leaves.map((leaf) => [leaf.id, pathOf(tree, leaf.id).reduce((product, node) => product * own[node.id], 1)]);
    return { share: own, effective: Object.fromEntries(effective) };
  };
  const byPeriod = weights.byPeriod?.map(({ period, share: given }) => ({ period, ...perturbed(given) }));
  return { ...weights, ...perturbed(weights.share), ...(byPeriod ? { byPeriod } : {}) };
}

/** Ids of the nodes that stand beside each other. The roots are systems of their own: their weights are not shares of one whole. */
const groups = new WeakMap<Tree, readonly (readonly string[])[]>();
function groupsOf(tree: Tree): readonly (readonly string[])[] {
  const known = groups.get(tree);
  if (known) return known;
  const beside = new Map<string, string[]>();
  for (const { id, parent } of [...tree.nodes, ...tree.leaves]) {
    const group = parent ?? `root ${id}`;
    beside.set(group, [...(beside.get(group) ?? []), id]);
  }
  const found = [...beside.values()];
  groups.set(tree, found);
  return found;
}
