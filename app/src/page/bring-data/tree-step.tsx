import { useState } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import { useBringing, useBrought } from "./bringing.js";
import { FreeColumns } from "./free-columns.js";
import { Mechanisms } from "./mechanisms.js";
import { put } from "./tree-draft.js";
import "./tree-step.css";
import { useCarrying } from "./use-carrying.js";
import { words } from "./words.js";

/** The columns left, the tree right: by pointer or by keyboard, then the study is made. */
export function TreeStep() {
  const w = useWords(words);
  const say = useSay();
  const bringing = useBringing();
  useBrought();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState("");
  const draft = bringing.draft;
  const columns = draft?.understood.panel?.columns ?? [];
  const tree = draft?.trees[draft.shape];
  const putInto = (ids: readonly string[], group: string): void => {
    const chosen = new Set(ids);
    const name = tree?.groups.find((one) => one.id === group)?.names;
    bringing.grow((one) =>
      put(
        one,
        columns.filter(({ id }) => chosen.has(id)),
        group,
      ),
    );
    setTicked(new Set());
    setTold(w.placedAnnounced(ids.length, name ? say(name) : group));
  };
  const { carried, handle } = useCarrying(putInto);
  if (!draft || !tree) return null;
  const placed = tree.placed.length;
  const filled = new Set(tree.placed.map((one) => one.group)).size;
  const placedIds = new Set(tree.placed.map((one) => one.id));
  const free = columns.filter(({ id }) => !placedIds.has(id));
  return (
    <>
      <h1>{placed ? w.treeTitle(placed, filled) : w.treeEmpty}</h1>
      <p className="lead">{w.treeLead}</p>
      <fieldset className="shapes">
        <legend>{w.shape}</legend>
        {(["index", "wheels"] as const).map((shape) => (
          <label key={shape}>
            <input type="radio" name="shape" checked={draft.shape === shape} onChange={() => bringing.shapeAs(shape)} /> {w.shapes[shape]}
          </label>
        ))}
      </fieldset>
      <p className="unseen" role="status">
        {told}
      </p>
      <div className="building">
        <FreeColumns columns={free} tree={tree} ticked={ticked} onTick={setTicked} onPut={putInto} handle={handle} />
        <Mechanisms tree={tree} columns={columns} over={carried?.over ?? null} handle={handle} />
      </div>
      <Use placed={placed} />
      {carried && (
        <div className="carried" style={{ left: carried.x + 12, top: carried.y + 8 }} aria-hidden="true">
          {carried.ids.length === 1 ? carried.ids[0] : w.ticked(carried.ids.length)}
        </div>
      )}
    </>
  );
}

function Use({ placed }: { readonly placed: number }) {
  const w = useWords(words);
  const bringing = useBringing();
  const { busy } = useBrought();
  const [title, setTitle] = useState<string | null>(null);
  const text = title ?? w.myStudy;
  return (
    <section className="closing">
      <label className="labelled">
        {w.studyTitle} <input value={text} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <button
        type="button"
        className="go"
        disabled={placed === 0 || busy !== null}
        onClick={() => bringing.use(title?.trim() ? { en: title, zh: title } : { en: words.en.myStudy, zh: words.zh.myStudy })}
      >
        {w.use}
      </button>
      <p className="note use-note">{placed === 0 ? w.nothingPlaced : w.useLead}</p>
    </section>
  );
}
