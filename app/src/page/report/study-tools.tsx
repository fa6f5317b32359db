import type { Language } from "@gongfu/engine";
import { useState } from "react";
import { CopyButton } from "../../part/copy-button.js";
import { download, types } from "../../part/download.js";
import { useWords } from "../../shell/speak.js";
import { linkOf } from "../../study/link.js";
import { openExample } from "../../study/open-first.js";
import { useStore, useStudy } from "../../study/use-study.js";
import { studyAmong } from "./opened-files.js";
import { command, program } from "./study-code.js";
import { words } from "./words.js";

/** Save the study, open another, hand it on. */
export function StudyTools({ languages }: { readonly languages: readonly Language[] }) {
  const w = useWords(words);
  const store = useStore();
  const { text, files, example } = useStudy();
  const [said, setSaid] = useState("");
  const open = async (chosen: FileList | null): Promise<void> => {
    if (!chosen?.length) return;
    const read = await Promise.all([...chosen].map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const));
    const found = studyAmong(new Map(read));
    setSaid(found ? "" : w.noStudy);
    if (found) await store.open(found.text, found.files);
  };
  const pack = async (): Promise<void> => download("study.zip", await store.engine.ask("packed", text, files), "application/zip");
  const share = async (): Promise<void> => {
    await navigator.clipboard.writeText(await linkOf(text));
    setSaid(w.linkCopied);
  };
  return (
    <section aria-labelledby="study-tools">
      <h2 id="study-tools">{w.study}</h2>
      <div className="buttons">
        <button type="button" className="quiet" onClick={() => download("study.yaml", text, types.yaml)}>
          {w.saveStudy}
        </button>
        {Object.keys(files).length > 0 && (
          <button type="button" className="quiet" onClick={pack}>
            {w.savePacked}
          </button>
        )}
        <span className="open-file">
          <label className="quiet" htmlFor="open-study">
            {w.openStudy}
          </label>
          <input
            id="open-study"
            type="file"
            multiple
            className="unseen"
            aria-describedby="open-study-help"
            onChange={({ target }) => {
              open(target.files);
              target.value = "";
            }}
          />
        </span>
        <button type="button" className="quiet" onClick={share}>
          {w.link}
        </button>
        <CopyButton text={command(languages)} label={w.command} done={w.copied} />
        <CopyButton text={program(languages)} label={w.program} done={w.copied} />
        {!example && (
          <button type="button" className="quiet" onClick={() => openExample(store)}>
            {w.example}
          </button>
        )}
      </div>
      <p className="note" id="open-study-help">
        {w.openHelp}
      </p>
      <p className="note">{w.linkHelp}</p>
      {!example && <p className="note">{w.exampleHelp}</p>}
      <p className="note" role="status">
        {said}
      </p>
    </section>
  );
}
