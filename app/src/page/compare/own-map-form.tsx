import { useState } from "react";
import { Refused } from "../../engine/client.js";
import { FaultNote } from "../../part/fault-note.js";
import { useWords } from "../../shell/speak.js";
import { useStore } from "../../study/use-study.js";
import type { PlainFault } from "../../worker/protocol.js";
import { type KeptMap, keepMap } from "./own-map.js";
import { words } from "./words.js";

/** A GeoJSON map of the reader's own and its approval number. */
export function OwnMapForm({ own }: { readonly own: KeptMap | null }) {
  const w = useWords(words);
  const store = useStore();
  const [fault, setFault] = useState<PlainFault | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      const map = await store.engine.ask("ownMap", new Uint8Array(await file.arrayBuffer()), file.name);
      keepMap({ map, file: file.name, approval: own?.approval ?? "" });
      setFault(null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return (
    <details className="own-map" open={own !== null || undefined}>
      <summary>{w.ownMap}</summary>
      <p className="note">{w.ownMapAbout}</p>
      {fault && <FaultNote fault={fault} title={w.mapFault} />}
      <label
        className="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer.files[0]);
        }}
      >
        <span>{w.ownMapChoose}</span>
        <input
          type="file"
          accept=".geojson,.json,application/geo+json,application/json"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </label>
      {own && (
        <div className="choosers">
          <label className="chooser">
            <span>{w.approval}</span>
            <input
              value={own.approval}
              placeholder={w.approvalHint}
              onChange={(event) => keepMap({ ...own, approval: event.target.value })}
            />
          </label>
          <button type="button" className="quiet" onClick={() => keepMap(null)}>
            {w.dropMap}
          </button>
        </div>
      )}
    </details>
  );
}
