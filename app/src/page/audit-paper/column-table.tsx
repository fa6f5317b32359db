import { useSay, useWords } from "../../shell/speak.js";
import type { FamilySummary } from "../../worker/calls/formula-audit.js";
import { placeOfFault, withRole } from "./column-roles.js";
import type { Found, Given } from "./use-audit.js";
import { words } from "./words.js";

interface Props {
  readonly family: FamilySummary;
  readonly found: Found;
  readonly onChange: (part: Partial<Given>) => void;
}

const sample = 3;

/** What was read: every column with its first cells, what it is, and its decimals; a fault stands at its column. */
export function ColumnTable({ family, found, onChange }: Props) {
  const w = useWords(words);
  const say = useSay();
  const { table, columns, parts, fault } = found;
  if (!table) return null;
  const wrong = fault ? placeOfFault(fault.place?.path, parts, family) : {};
  const roles = family.roles.filter((one) => one.takes.startsWith("column"));
  const uneven = table.decimals.some((one, k) => one && one[0] !== one[1] && columns[table.header[k]] !== undefined);
  const cells = (k: number): string => {
    const first = table.rows.slice(0, sample).map((row) => row[k]);
    return `${first.join(w.comma)}${table.rows.length > sample ? " …" : ""}`;
  };
  return (
    <figure className="table columns">
      <figcaption>{w.columns(table.rows.length)}</figcaption>
      <table>
        <tbody>
          {table.header.map((name, k) => {
            const faulty = wrong.heading === name && fault;
            const decimals = table.decimals[k];
            return (
              <tr key={name} aria-invalid={faulty ? true : undefined}>
                <th scope="row">
                  {name}
                  <span className="note">
                    {cells(k)}
                    {decimals && ` · ${w.decimals(...decimals)}`}
                  </span>
                </th>
                <td>
                  <select
                    aria-label={w.columnRole(name)}
                    value={columns[name] ?? ""}
                    onChange={({ target: { value } }) => onChange({ roles: withRole(columns, family, name, value) })}
                  >
                    <option value="">{w.unused}</option>
                    {roles.map((one) => (
                      <option key={one.id} value={one.id}>
                        {say(one.names)}
                      </option>
                    ))}
                  </select>
                  {faulty && (
                    <p className="note wrong">
                      {wrong.row === undefined ? "" : `${w.row(wrong.row + 1)}${w.colon}`}
                      {say(faulty.found)}
                    </p>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {uneven && <p className="note">{w.uneven}</p>}
    </figure>
  );
}
