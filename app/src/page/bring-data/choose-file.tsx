import { useId, useRef } from "react";
import { download, types } from "../../part/download.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import { useBringing } from "./bringing.js";
import { words } from "./words.js";

const accepted = ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.parquet,text/csv,text/tab-separated-values";
const templates = {
  en: "region,year,GDP (100 million yuan),broadband subscribers (10 000 households)\nBeijing,2021,40269.6,\nBeijing,2022,41610.9,\nShanghai,2021,43214.9,\nShanghai,2022,44652.8,\n",
  zh: "地区,年份,地区生产总值（亿元）,互联网宽带接入用户（万户）\n北京,2021,40269.6,\n北京,2022,41610.9,\n上海,2021,43214.9,\n上海,2022,44652.8,\n",
};

/** Choose, drop or paste. */
export function ChooseFile() {
  const w = useWords(words);
  const language = useLanguage();
  const bringing = useBringing();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const paste = (text: string): void => {
    if (text.trim()) bringing.bring([new File([text], w.pasted)]);
  };
  return (
    <div className="choose">
      <div>
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept={accepted}
          className="unseen"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            bringing.bring([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <button type="button" className="go" onClick={() => input.current?.click()}>
          {w.choose}
        </button>
        <p className="note">{w.formats}</p>
        <p className="note">
          <button type="button" className="link" onClick={() => download(w.templateName, `\uFEFF${templates[language]}`, types.csv)}>
            {w.template}
          </button>{" "}
          {w.templateHint}
        </p>
      </div>
      <label className="paste">
        <span>{w.pasteLabel}</span>
        <textarea
          rows={3}
          value=""
          placeholder={w.pasteHint}
          onChange={() => undefined}
          onPaste={(event) => {
            event.preventDefault();
            paste(event.clipboardData.getData("text/plain"));
          }}
        />
      </label>
    </div>
  );
}
