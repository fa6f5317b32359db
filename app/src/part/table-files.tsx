import type { ResultTable } from "@gongfu/engine";
import { useStore } from "../study/use-study.js";
import { download, types } from "./download.js";

interface Props {
  /** name of the files */
  readonly id: string;
  readonly title: string;
  readonly table: () => Promise<ResultTable | null>;
}

/** A table to take away: as the command line writes it, byte for byte, and as a workbook with its codebook. */
export function TableFiles({ id, title, table }: Props) {
  const store = useStore();
  const save = async (kind: "csv" | "xlsx"): Promise<void> => {
    const found = await table();
    if (!found) return;
    if (kind === "csv") download(`${id}.csv`, await store.engine.ask("resultCsv", found), types.csv);
    else download(`${id}.xlsx`, await store.engine.ask("resultXlsx", found, id), types.xlsx);
  };
  return (
    <span className="table-files">
      {(["csv", "xlsx"] as const).map((kind) => (
        <button key={kind} type="button" className="quiet small" onClick={() => save(kind)} aria-label={`${kind.toUpperCase()}: ${title}`}>
          {kind.toUpperCase()}
        </button>
      ))}
    </span>
  );
}
