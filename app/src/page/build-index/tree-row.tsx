import type { Role } from "@gongfu/engine/tell";
import { memo, useId, useState } from "react";
import { TypedLine } from "../../part/form/field.js";
import { freeId } from "../../part/form/step-edits.js";
import { useSay, useWords } from "../../shell/speak.js";
import { useStudy } from "../../study/use-study.js";
import type { TreeNode, TreeView } from "../../worker/calls/tree.js";
import { Availability } from "./availability.js";
import { dragged, type TreeHands } from "./tree-edits.js";
import { words } from "./words.js";

interface Props {
  readonly tree: TreeView;
  readonly node: TreeNode;
  readonly hands: TreeHands;
  readonly siblings: number;
  /** whose colour it has */
  readonly role: Role | undefined;
}

/** A node in one line: name, sign, weight, what data there are. */
export const TreeRow = memo(function TreeRow({ tree, node, hands, siblings, role }: Props) {
  const w = useWords(words);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const body = useId();
  const { id, names, indicator, depth, share, effective } = node;
  const name = say(names);
  const weighed = depth > 0 && siblings > 1 && share !== null;
  const drag = indicator
    ? {
        draggable: true,
        onDragStart: (event: React.DragEvent) => {
          event.dataTransfer.setData(dragged, id);
          event.dataTransfer.effectAllowed = "move";
        },
      }
    : {};
  return (
    <div className="tree-row" data-depth={depth} data-leaf={indicator ? "" : undefined}>
      <div className="tree-line" data-role={role} {...drag}>
        <button
          type="button"
          className="tree-name"
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={() => setOpen(!open)}
        >
          {name}
        </button>
        {indicator && (
          <Sign name={name} direction={indicator.direction} onTurn={(value) => hands.change({ do: "set", id, key: "direction", value })} />
        )}
        {depth > 0 && (
          <span className="tree-weight">
            {weighed ? (
              <Percent id={`${body}-w`} label={w.weightOf(name)} share={share} onChange={(to) => hands.weigh(id, to)} />
            ) : (
              <span className="number">{share === null ? "–" : "100"}</span>
            )}
            <span className="note">%</span>
          </span>
        )}
        {indicator && (
          <>
            <span className="tree-bar" aria-hidden="true">
              <span style={{ width: `${Math.min(100, (effective ?? 0) * 300)}%` }} />
            </span>
            <Availability observed={indicator.observed} imputed={indicator.imputed} />
          </>
        )}
      </div>
      {open && <Details id={body} tree={tree} node={node} hands={hands} />}
    </div>
  );
});

interface SignProps {
  readonly name: string;
  readonly direction: -1 | 1;
  readonly onTurn: (to: "+" | "-") => void;
}

function Sign({ name, direction, onTurn }: SignProps) {
  const w = useWords(words);
  const word = direction > 0 ? w.more : w.less;
  return (
    <button
      type="button"
      className="quiet small sign"
      aria-label={w.direction(name, word)}
      title={word}
      onClick={() => onTurn(direction > 0 ? "-" : "+")}
    >
      {direction > 0 ? "+" : "−"}
    </button>
  );
}

interface PercentProps {
  readonly id: string;
  readonly label: string;
  readonly share: number;
  readonly onChange: (share: number) => void;
}

function Percent({ id, label, share, onChange }: PercentProps) {
  const written = String(Number((share * 100).toFixed(2)));
  const take = (line: string): void => {
    const value = Number(line);
    if (line.trim() && value >= 0 && value <= 100) onChange(value / 100);
  };
  return <TypedLine id={id} label={label} value={written} number={{ min: 0, max: 100, integer: false }} faulty={false} onCommit={take} />;
}

interface DetailsProps extends Pick<Props, "tree" | "node" | "hands"> {
  readonly id: string;
}

/** What a row opens to: its names, where it stands, what it is made of; the way to move it without a pointer. */
function Details({ id: own, tree, node, hands }: DetailsProps) {
  const w = useWords(words);
  const say = useSay();
  const { ran } = useStudy();
  const { id, names, indicator, parent, weight } = node;
  const rename = (language: "en" | "zh") => (line: string) =>
    line.trim() && hands.change({ do: "set", id, key: "names", value: { ...names, [language]: line.trim() } });
  const groups = tree.nodes.filter((one) => one.depth === tree.levels.length - 2);
  const move = (to: string): void => {
    const group = freeId("group", new Set(tree.nodes.map((one) => one.id)));
    if (to !== own) hands.change({ do: "move", id, to });
    else hands.change({ do: "group", id, group: { id: group, names: { en: words.en.groupName, zh: words.zh.groupName } } });
  };
  return (
    <div className="tree-details" id={own}>
      <div className="form-field">
        <label htmlFor={`${own}-en`}>{w.nameEn}</label>
        <TypedLine id={`${own}-en`} value={names.en} faulty={false} onCommit={rename("en")} />
      </div>
      <div className="form-field">
        <label htmlFor={`${own}-zh`}>{w.nameZh}</label>
        <TypedLine id={`${own}-zh`} value={names.zh} faulty={false} onCommit={rename("zh")} />
      </div>
      {indicator && (
        <>
          <div className="form-field">
            <label htmlFor={`${own}-to`}>{w.moveTo}</label>
            <select id={`${own}-to`} value={parent ?? ""} onChange={({ target }) => move(target.value)}>
              {groups.map((one) => (
                <option key={one.id} value={one.id}>
                  {say(one.names)}
                </option>
              ))}
              {tree.levels.length > 2 && <option value={own}>{w.newGroup}</option>}
            </select>
          </div>
          <p className="note">
            {w.unit(say(indicator.unit))}
            {indicator.formula && (
              <>
                {" · "}
                {w.formula}
                <code>{indicator.formula}</code>
              </>
            )}
            {indicator.note && ` · ${say(indicator.note)}`}
            {weight === 0 && ` · ${w.shownOnly}`}
          </p>
          {ran && (
            <p className="note">
              {w.availability(ran.periods.map((period, k) => `${period} ${Math.round((indicator.observed[k] ?? 0) * 100)}%`).join(", "))}
            </p>
          )}
        </>
      )}
      <button
        type="button"
        className="quiet small"
        aria-label={w.removeNode(say(names))}
        onClick={() => hands.change({ do: "remove", id })}
      >
        {w.remove}
      </button>
    </div>
  );
}
