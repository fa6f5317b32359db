import type { FrameworkEdit } from "@gongfu/engine/framework";
import { useId, useState } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import type { TreeView } from "../../worker/calls/tree.js";
import { words } from "./words.js";

interface Props {
  readonly tree: TreeView;
  readonly onAdd: (edit: FrameworkEdit) => void;
}

/** A column of the data as an indicator of its own, in a group of choice. */
export function AddIndicator({ tree, onAdd }: Props) {
  const w = useWords(words);
  const say = useSay();
  const own = useId();
  const groups = tree.nodes.filter((one) => one.depth === tree.levels.length - 2);
  const [column, setColumn] = useState("");
  const [group, setGroup] = useState("");
  const below = groups.find((one) => one.id === group) ?? groups[0];
  if (tree.spare.length === 0 || !below) return null;
  const add = (): void => {
    const found = tree.spare.find((one) => one.id === column);
    if (!found) return;
    const unit = found.unit.en ? found.unit : { en: "unit?", zh: "单位？" };
    onAdd({ do: "add", below: below.id, node: { id: found.id, names: found.names, unit, direction: "+" } });
    setColumn("");
  };
  return (
    <details className="add-indicator">
      <summary>{w.addIndicator}</summary>
      <div className="form-field">
        <label htmlFor={`${own}-column`}>{w.column}</label>
        <select id={`${own}-column`} value={column} onChange={({ target }) => setColumn(target.value)}>
          <option value="">–</option>
          {tree.spare.map(({ id, names }) => (
            <option key={id} value={id}>
              {say(names)}
            </option>
          ))}
        </select>
      </div>
      <div className="form-field">
        <label htmlFor={`${own}-group`}>{w.moveTo}</label>
        <select id={`${own}-group`} value={below.id} onChange={({ target }) => setGroup(target.value)}>
          {groups.map(({ id, names }) => (
            <option key={id} value={id}>
              {say(names)}
            </option>
          ))}
        </select>
      </div>
      <button type="button" className="quiet" disabled={!column} onClick={add}>
        {w.add}
      </button>
    </details>
  );
}
