import { useMemo } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import type { ColumnSummary } from "../../worker/calls/bring-data/types.js";
import { useBringing } from "./bringing.js";
import { Grip } from "./grip.js";
import {
  addGroup,
  below,
  type Group,
  guessDirection,
  inGroup,
  nameGroup,
  type Placed,
  put,
  removeGroup,
  rootsOf,
  type TreeDraft,
  takeOut,
  turn,
} from "./tree-draft.js";
import type { useCarrying } from "./use-carrying.js";
import { words } from "./words.js";

interface Props {
  readonly tree: TreeDraft;
  readonly columns: readonly ColumnSummary[];
  /** the mechanism something hangs over */
  readonly over: string | null;
  readonly handle: ReturnType<typeof useCarrying>["handle"];
}

/** The tree: roots, mechanisms to be named, columns with their directions. */
export function Mechanisms({ tree, columns, over, handle }: Props) {
  const w = useWords(words);
  const say = useSay();
  const bringing = useBringing();
  const known = useMemo(() => new Map(columns.map((one) => [one.id, one])), [columns]);
  return (
    <div className="mechanisms">
      {rootsOf(tree).map((root) => (
        <section key={root.id} className={`root root-${root.id}`}>
          <h2>{say(root.names)}</h2>
          {below(tree, root.id).map((group) => (
            <Mechanism key={group.id} group={group} tree={tree} known={known} over={over === group.id} handle={handle} />
          ))}
          <button
            type="button"
            className="quiet"
            aria-label={w.addGroupTo(say(root.names))}
            onClick={() => bringing.grow((one) => addGroup(one, root.id, [...known.keys()]))}
          >
            ＋ {w.addGroup}
          </button>
        </section>
      ))}
    </div>
  );
}

interface MechanismProps {
  readonly group: Group;
  readonly tree: TreeDraft;
  readonly known: ReadonlyMap<string, ColumnSummary>;
  readonly over: boolean;
  readonly handle: Props["handle"];
}

function Mechanism({ group, tree, known, over, handle }: MechanismProps) {
  const w = useWords(words);
  const say = useSay();
  const bringing = useBringing();
  const leaves = inGroup(tree, group.id);
  return (
    <div className={over ? "mechanism hovered" : "mechanism"} data-group={group.id}>
      <div className="mechanism-head">
        <input
          aria-label={w.groupName}
          value={say(group.names)}
          onChange={(event) => bringing.grow((one) => nameGroup(one, group.id, event.target.value))}
        />
        <button
          type="button"
          className="quiet"
          aria-label={w.removeGroup(say(group.names))}
          title={w.removeGroup(say(group.names))}
          onClick={() => bringing.grow((one) => removeGroup(one, group.id))}
        >
          ×
        </button>
      </div>
      {leaves.length === 0 && <p className="note">{w.emptyGroup}</p>}
      <ul>
        {leaves.map((one) => {
          const column = known.get(one.id);
          return column && <Leaf key={one.id} leaf={one} column={column} tree={tree} handle={handle} />;
        })}
      </ul>
    </div>
  );
}

interface LeafProps {
  readonly leaf: Placed;
  readonly column: ColumnSummary;
  readonly tree: TreeDraft;
  readonly handle: Props["handle"];
}

function Leaf({ leaf: { id, direction, group }, column, tree, handle }: LeafProps) {
  const w = useWords(words);
  const say = useSay();
  const bringing = useBringing();
  const name = say(column.names);
  const meaning = direction > 0 ? w.up : w.down;
  const guessed = guessDirection(column) < 0 && direction < 0;
  return (
    <li>
      <Grip label={w.dragHandle(name)} {...handle([id])} />
      <span className="leaf-name">
        {name}
        {guessed && <span className="note"> {w.guess}</span>}
      </span>
      <button
        type="button"
        className="quiet direction"
        aria-label={w.turnLabel(name, meaning)}
        title={meaning}
        onClick={() => bringing.grow((one) => turn(one, id))}
      >
        {direction > 0 ? "+" : "−"}
      </button>
      <select
        aria-label={`${w.moveTo}: ${name}`}
        value={group}
        onChange={(event) => bringing.grow((one) => put(one, [column], event.target.value))}
      >
        {tree.groups
          .filter((one) => one.parent !== null)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {say(one.names) || one.id}
            </option>
          ))}
      </select>
      <button
        type="button"
        className="quiet"
        aria-label={w.removeLeaf(name)}
        title={w.removeLeaf(name)}
        onClick={() => bringing.grow((one) => takeOut(one, id))}
      >
        ×
      </button>
    </li>
  );
}
