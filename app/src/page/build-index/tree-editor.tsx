import type { Role } from "@gongfu/engine/tell";
import { memo, useMemo, useRef, useState } from "react";
import { Refused } from "../../engine/client.js";
import { FaultNote } from "../../part/fault-note.js";
import type { Plan } from "../../part/form/use-plan.js";
import { useSay, useWords } from "../../shell/speak.js";
import { useAnswer, useStore } from "../../study/use-study.js";
import type { TreeNode, TreeView } from "../../worker/calls/tree.js";
import type { PlainFault } from "../../worker/protocol.js";
import { AddIndicator } from "./add-indicator.js";
import { changeTree, dragged, type TreeHands, weightEdits } from "./tree-edits.js";
import { TreeRow } from "./tree-row.js";
import { words } from "./words.js";

/** The indicator tree: weights, signs and availability in sight; a row opens to be renamed, moved or removed, or is dragged to another group. */
export function TreeEditor({ plan }: { readonly plan: Plan }) {
  const w = useWords(words);
  const say = useSay();
  const store = useStore();
  const { value: tree } = useAnswer("tree");
  const [fault, setFault] = useState<PlainFault | null>(null);
  const now = useRef({ tree, plan });
  now.current = { tree, plan };
  // rows keep their hands, so that a result that leaves them as they are does not draw them anew
  const hands = useMemo((): TreeHands => {
    const attempt = async (work: (tree: TreeView, plan: Plan) => Promise<void>): Promise<void> => {
      try {
        if (now.current.tree) await work(now.current.tree, now.current.plan);
        setFault(null);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        setFault(error.fault);
      }
    };
    return {
      change: (edit) => attempt((tree, plan) => changeTree(store, tree, plan, edit)),
      weigh: (id, share) => attempt((tree, plan) => store.edit(weightEdits(tree, plan, id, share))),
    };
  }, [store]);
  if (!tree) return null;

  const step = plan.steps.find((one) => one.id === tree.weigh);
  const method = step?.card ? plan.cards.get(step.card)?.names : undefined;
  return (
    <section className="tree" aria-label={w.tree}>
      <p className="note">
        {say(tree.names)} · {tree.file ? w.treeOwn(tree.file) : w.treeNote} {w.drag}
      </p>
      <p className="note">{step && method ? w.weightsBy(step.id, say(method)) : w.noWeights}</p>
      {fault && (
        <>
          <FaultNote fault={fault} title={w.refused} />
          <button type="button" className="quiet small" onClick={() => setFault(null)}>
            {w.dismiss}
          </button>
        </>
      )}
      <Branch tree={tree} parent={null} hands={hands} />
      <AddIndicator tree={tree} onAdd={hands.change} />
    </section>
  );
}

const roleOf = ({ id }: TreeNode): Role | undefined => (["empowerment", "equity", "outcome"] as const).find((one) => one === id);

interface BranchProps {
  readonly tree: TreeView;
  readonly parent: TreeNode | null;
  readonly hands: TreeHands;
  readonly role?: Role;
}

/** The rows below a node, and what is dropped among them. */
const Branch = memo(function Branch({ tree, parent, hands, role }: BranchProps) {
  const [over, setOver] = useState<number | null>(null);
  const children = tree.nodes.filter((one) => one.parent === (parent?.id ?? null));
  const last = parent !== null && parent.depth === tree.levels.length - 2;
  const drop = (event: React.DragEvent, at: number): void => {
    setOver(null);
    const id = event.dataTransfer.getData(dragged);
    if (!id || !parent) return;
    event.preventDefault();
    const from = children.findIndex((one) => one.id === id);
    const to = from >= 0 && from < at ? at - 1 : at;
    if (from !== to) hands.change({ do: "move", id, to: parent.id, at: to });
  };
  const target = (at: number) =>
    last
      ? {
          onDragOver: (event: React.DragEvent) => {
            if (!event.dataTransfer.types.includes(dragged)) return;
            event.preventDefault();
            setOver(at);
          },
          onDragLeave: () => setOver(null),
          onDrop: (event: React.DragEvent) => drop(event, at),
        }
      : {};
  return (
    <ul className={last ? "leaves" : "branch"}>
      {children.map((node, at) => (
        <li key={node.id} data-over={over === at ? "" : undefined} {...target(at)}>
          <TreeRow tree={tree} node={node} hands={hands} siblings={children.length} role={role ?? roleOf(node)} />
          {node.indicator === null && <Branch tree={tree} parent={node} hands={hands} role={role ?? roleOf(node)} />}
        </li>
      ))}
      {last && (
        <li className="drop-end" aria-hidden="true" data-over={over === children.length ? "" : undefined} {...target(children.length)} />
      )}
    </ul>
  );
});
