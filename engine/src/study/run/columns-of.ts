import type { Text } from "../../ground/words/index.js";
import type { Result } from "../../method/index.js";
import { isIndex, isPanel } from "../../table/index.js";

/** A column that later steps can name as `<id>.<column>`. */
export interface Named {
  readonly id: string;
  readonly names: Text;
}

/** What can be read from a result by address: the variables of its panel, the nodes of its index, or the numbers of its tables by unit and period. */
export function columnsOf({ value, tables }: Result): readonly Named[] {
  const panel = isIndex(value) ? value.nodes : isPanel(value) ? value : undefined;
  if (panel) return panel.variables.map(({ id, names }) => ({ id, names }));
  const seen = new Set(["unit", "period"]);
  return tables
    .filter(({ columns }) => ["unit", "period"].every((key) => columns.some((one) => one.id === key)))
    .flatMap(({ columns }) => columns)
    .flatMap(({ id, names, values }) => {
      if (seen.has(id) || !values.some((one) => typeof one === "number")) return [];
      seen.add(id);
      return [{ id, names }];
    });
}
