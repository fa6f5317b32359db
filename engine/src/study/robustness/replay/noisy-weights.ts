import { Stream } from "../../../ground/random/index.js";
import { sum } from "../../../ground/sums/index.js";
import { depthOf, effectiveShares, everyNode, type Tree, type Weights } from "../../../table/index.js";

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
  const { nodes, siblings } = standingOf(tree);
  const factor = new Map<string, number>();
  for (const { id, level } of nodes) {
    const moved = 1 + share * (2 * stream.uniform() - 1);
    if (levels === null || levels.includes(level)) factor.set(id, moved);
  }
  const perturbed = (given: Shares): { share: Shares; effective: Shares } => {
    const own: Record<string, number> = {};
    for (const ids of siblings) {
      const raw = ids.map((id) => given[id] * (factor.get(id) ?? 1));
      const total = sum(raw);
      for (let k = 0; k < raw.length; k++) own[ids[k]] = total > 0 ? raw[k] / total : 0;
    }
    return { share: own, effective: effectiveShares(tree, own) };
  };
  const byPeriod = weights.byPeriod?.map(({ period, share: given }) => ({ period, ...perturbed(given) }));
  return { ...weights, ...perturbed(weights.share), ...(byPeriod ? { byPeriod } : {}) };
}

interface Standing {
  /** every node and indicator, with the level it stands on */
  readonly nodes: readonly { readonly id: string; readonly level: string }[];
  /** ids of the nodes that stand beside each other; the roots are systems of their own: their weights are not shares of one whole */
  readonly siblings: readonly (readonly string[])[];
}

const standings = new WeakMap<Tree, Standing>();

/** How the nodes of a tree stand, found once a tree. */
function standingOf(tree: Tree): Standing {
  const known = standings.get(tree);
  if (known) return known;
  const beside = new Map<string, string[]>();
  for (const { id, parent } of everyNode(tree)) {
    const group = parent ?? `root ${id}`;
    beside.set(group, [...(beside.get(group) ?? []), id]);
  }
  const nodes = everyNode(tree).map(({ id }) => ({ id, level: tree.levels[depthOf(tree, id)].id }));
  const found = { nodes, siblings: [...beside.values()] };
  standings.set(tree, found);
  return found;
}
