import { useWords } from "../../shell/speak.js";
import type { Rows } from "../../worker/calls/bring-data/types.js";
import { words } from "./words.js";

interface Props {
  readonly rows: Rows;
  readonly title: string;
}

/** The first rows as they were read, beside the file as it is written. */
export function RawRows({ rows: { header, headerLine, first, raw }, title }: Props) {
  const w = useWords(words);
  return (
    <div className={raw ? "halves raw" : "raw"}>
      {raw && (
        <section>
          <h2>{w.rawTitle}</h2>
          <section className="lines scroll" aria-label={`${w.rawTitle}: ${title}`} tabIndex={0}>
            <ol>
              {raw.map((line, k) => (
                // lines of a file are told apart by nothing but their number
                <li key={`${k + 1}`} className={k + 1 === headerLine ? "heading" : undefined}>
                  {line || " "}
                </li>
              ))}
            </ol>
          </section>
        </section>
      )}
      <section>
        <h2>{w.readTitle}</h2>
        <section className="scroll" aria-label={`${w.readTitle}: ${title}`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {header.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map(({ line, cells }) => (
                <tr key={line}>
                  {header.map((name, k) => (
                    <td key={name}>{cells[k]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
    </div>
  );
}
