import "./blocks.css";
import type { Aside, Block, Inline, TableBlock } from "@gongfu/engine/tell";
import { useEffect, useRef } from "react";
import { paint } from "../painter/paint.js";
import { useWords } from "../shell/speak.js";
import { useStore } from "../study/use-study.js";
import { useBrush } from "./brush.js";
import { Chart } from "./chart.js";
import { StepTable } from "./data-table.js";
import { TableFiles } from "./table-files.js";
import { words } from "./words.js";

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** level of the headings of figures and of headings among the blocks */
  readonly level?: 2 | 3;
}

/** What a report's section says and shows, on the page: text, lists, formulas, tables, figures with their numbers. */
export function Blocks({ blocks, level = 3 }: BlocksProps) {
  return blocks.map((block, k) => <OneBlock key={"id" in block ? block.id : k} block={block} level={level} />);
}

function OneBlock({ block, level }: { readonly block: Block; readonly level: 2 | 3 }) {
  switch (block.kind) {
    case "text":
      return (
        <p>
          <Inlines text={block.text} />
        </p>
      );
    case "list":
      return (
        <ul className="text">
          {block.items.map((text, k) => (
            <li key={k}>
              <Inlines text={text} />
            </li>
          ))}
        </ul>
      );
    case "heading": {
      const Heading = level === 2 ? "h2" : "h3";
      return <Heading>{block.text}</Heading>;
    }
    case "formula":
      return <Formula latex={block.latex} />;
    case "table":
      return <PlainTable block={block} />;
    case "figure": {
      const { id, title, subtitle, chart, note, description, file } = block;
      const place = file === undefined ? null : placeOf(file);
      return (
        <Chart
          id={id}
          title={title}
          subtitle={subtitle}
          note={note}
          description={description}
          chart={chart}
          level={level}
          table={place && <StepTable step={place.step} table={place.table} />}
        />
      );
    }
  }
}

/** Step and table a file of the results is named after: `tables/<step>.<table>.csv`. */
export function placeOf(file: string): { readonly step: string; readonly table: string } | null {
  const found = /^tables\/([^/.]+)\.([^/]+)\.csv$/.exec(file);
  return found && { step: found[1], table: found[2] };
}

const roleClass = { empowerment: "e", equity: "q", outcome: "p", ink: undefined, quiet: "k" } as const;

/** Running text with the wheels' colours and weight. */
export function Inlines({ text }: { readonly text: readonly Inline[] }) {
  return text.map((part, k) => {
    if (typeof part === "string") return part;
    const className = part.role && roleClass[part.role];
    const written = part.strong ? <strong className={className}>{part.text}</strong> : <span className={className}>{part.text}</span>;
    return <span key={k}>{part.href && /^https?:/.test(part.href) ? <a href={part.href}>{written}</a> : written}</span>;
  });
}

/** A displayed formula as MathML. */
export function Formula({ latex }: { readonly latex: string }) {
  const w = useWords(words);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let wanted = true;
    paint({ kind: "formula", latex }).then((markup) => {
      if (!wanted || !place.current) return;
      place.current.replaceChildren(...new DOMParser().parseFromString(markup, "text/html").body.childNodes);
    });
    return () => {
      wanted = false;
    };
  }, [latex]);
  return <section className="formula" aria-label={w.formula} tabIndex={0} ref={place} />;
}

/** A table of the report as it is printed there; the raw numbers are in its file. */
export function PlainTable({ block }: { readonly block: TableBlock }) {
  const { title, head, rows, note, folded, file } = block;
  const w = useWords(words);
  const store = useStore();
  const place = file === undefined ? null : placeOf(file);
  const groups = new Set(block.groups ?? []);
  const side = (column: number): string | undefined =>
    (head[column].align ?? (column === 0 ? "left" : "right")) === "right" ? "number" : undefined;
  const lines = (
    <section className="scroll" aria-label={title} tabIndex={0}>
      <table id={`table-${block.id}`}>
        <thead>
          <tr>
            {head.map(({ label, unit }, k) => (
              <th key={k} scope="col" className={side(k)}>
                {label}
                {unit && <span className="unit">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <Row key={row} cells={cells} opens={groups.has(row)} side={side} />
          ))}
        </tbody>
      </table>
    </section>
  );
  return (
    <figure className="table">
      <figcaption>
        <span>{title}</span>
        {place && (
          <TableFiles id={`${place.step}.${place.table}`} title={title} table={() => store.engine.ask("table", place.step, place.table)} />
        )}
      </figcaption>
      {folded ? (
        <details>
          <summary>{w.showRows(rows.length)}</summary>
          {lines}
        </details>
      ) : (
        lines
      )}
      {note && <p className="note">{note}</p>}
    </figure>
  );
}

interface RowProps {
  readonly cells: readonly (string | null)[];
  /** opens a new group of rows */
  readonly opens: boolean;
  readonly side: (column: number) => string | undefined;
}

/** A row that begins with the name of a unit can be chosen. */
function Row({ cells, opens, side }: RowProps) {
  const w = useWords(words);
  const { codes, chosen, choose } = useBrush();
  const [name, ...others] = cells;
  const unit = codes.get(name ?? "");
  return (
    <tr className={opens ? "group" : undefined} aria-current={unit !== undefined && unit === chosen ? "true" : undefined}>
      {name === "" ? (
        <td />
      ) : (
        <th scope="row" className={side(0)}>
          {unit === undefined ? (
            (name ?? w.noValue)
          ) : (
            <button type="button" className="link" onClick={() => choose(unit === chosen ? null : unit)}>
              {name}
            </button>
          )}
        </th>
      )}
      {others.map((cell, k) => (
        <td key={k} className={side(k + 1) ?? ((cell ?? "").length > 24 ? "long" : undefined)}>
          {cell ?? w.noValue}
        </td>
      ))}
    </tr>
  );
}

/** Notes beside the text: how sure, which convention, what not to conclude. */
export function Asides({ asides }: { readonly asides: readonly Aside[] }) {
  return asides.map(({ title, text }) => (
    <aside key={title} className="beside" aria-label={title}>
      <strong>{title}</strong>
      <p className="note">
        <Inlines text={text} />
      </p>
    </aside>
  ));
}
