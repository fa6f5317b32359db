import type { ResultTable, Verdict } from "@gongfu/engine";
import { Asides } from "../../part/blocks.js";
import { CopyButton } from "../../part/copy-button.js";
import { DataTable } from "../../part/data-table.js";
import { download, types } from "../../part/download.js";
import { FaultNote } from "../../part/fault-note.js";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import type { FamilySummary } from "../../worker/calls/formula-audit.js";
import { Candidates } from "./candidates.js";
import { claimCommand, claimCsv, claimFile } from "./claim-code.js";
import type { Found, Given } from "./use-audit.js";
import { words } from "./words.js";

interface Props {
  readonly given: Given;
  readonly found: Found;
  readonly families: readonly FamilySummary[];
  readonly version: string;
}

/** Candidates shown of the gravest column; those of the others are asked for. */
const nearest = 5;
/** What is gravest comes first. */
const gravity: readonly Verdict["outcome"][] = ["wrong", "unknown", "undecided", "right"];
const signs: Readonly<Record<Verdict["outcome"], string>> = { right: "✓", undecided: "≈", wrong: "✕", unknown: "?" };

/** The verdict in one sentence, then what stands behind it. */
export function Findings({ given, found, families, version }: Props) {
  const w = useWords(words);
  const { audit, fault } = found;
  return (
    <section className="findings" aria-live="polite" aria-label={w.verdict}>
      {fault && <FaultNote fault={fault} title={w.faultTitle} />}
      {audit && <Audited given={given} found={found} families={families} version={version} />}
      {!audit && !fault && <p className="lead waiting-note">{w.waiting}</p>}
    </section>
  );
}

function Audited({ given, found, families, version }: Props) {
  const w = useWords(words);
  const say = useSay();
  const { audit } = found;
  if (!audit) return null;
  const verdicts = [...audit.verdicts].sort((a, b) => gravity.indexOf(a.outcome) - gravity.indexOf(b.outcome));
  const [first] = verdicts;
  const roles = families.find((one) => one.id === given.family)?.roles;
  /** a printed number by its name, a column by its heading */
  const called = (column: string): string => {
    const role = roles?.find((one) => one.id === column);
    return role ? say(role.names) : column;
  };
  const candidates = audit.tables.find((one) => one.id === "candidates");
  const review = [...verdicts.map((one) => say(one.sentence)), ...audit.warnings.map((one) => say(one.text)), w.checked(version)].join(
    "\n",
  );
  return (
    <>
      {first && <h2 className="finding">{say(first.finding)}</h2>}
      {verdicts.map((one, k) => (
        <div key={one.column} className={`verdict ${one.outcome}`}>
          <p className="outcome">
            <span aria-hidden="true">{signs[one.outcome]}</span> <strong>{called(one.column)}</strong> {w.outcome[one.outcome]}
          </p>
          <p>{say(one.sentence)}</p>
          {candidates && <Candidates table={candidates} verdict={one} first={k === 0 ? nearest : 0} />}
        </div>
      ))}
      {audit.warnings.map((one) => (
        <p key={one.code} className="warning">
          {say(one.text)}
        </p>
      ))}
      <h3>{w.review}</h3>
      <blockquote className="review">{review}</blockquote>
      <CopyButton text={review} label={w.copy} done={w.copied} />
      {audit.tables
        .filter((one) => one.id !== "candidates")
        .map((one) => (
          <AuditTable key={one.id} table={one} />
        ))}
      <Elsewhere given={given} found={found} />
      <Asides asides={[{ title: w.conclude, text: [w.concludeText] }]} />
    </>
  );
}

/** Of a column that stands in both languages, the reader's. */
function AuditTable({ table }: { readonly table: ResultTable }) {
  const language = useLanguage();
  const ids = new Set(table.columns.map(({ id }) => id));
  const columns = table.columns.map(({ id }) => id).filter((id) => (language === "zh" ? !id.endsWith("_en") : !ids.has(`${id}_en`)));
  return <DataTable id={table.id} table={table} columns={columns} />;
}

/** The same audit on the command line, and the table it reads. */
function Elsewhere({ given, found: { table, parts } }: Pick<Props, "given" | "found">) {
  const w = useWords(words);
  const language = useLanguage();
  const command = claimCommand(given.family, parts, given.digits, language);
  return (
    <>
      <h3>{w.again}</h3>
      <p>
        <code>{command}</code>
      </p>
      <div className="figure-tools">
        <CopyButton text={command} label={w.copyCommand} done={w.copied} />
        {table && (
          <button type="button" className="quiet" onClick={() => download(claimFile, claimCsv(table), types.csv)}>
            {w.saveClaim}
          </button>
        )}
      </div>
      <p className="note">{w.saveClaimHelp}</p>
    </>
  );
}
