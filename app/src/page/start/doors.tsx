import { addressOf, type PageName } from "../../shell/route.js";
import type { Words } from "./words.js";

/** Three ways on from here. */
export function Doors({ words }: { readonly words: Words }) {
  const doors: readonly (readonly [PageName, string, string])[] = [
    ["bring-data", words.doorData, words.doorDataText],
    ["build-index", words.doorIndex, words.doorIndexText],
    ["audit-paper", words.doorAudit, words.doorAuditText],
  ];
  return (
    <nav className="doors" aria-label={words.doors}>
      {doors.map(([page, name, text]) => (
        <a key={page} href={addressOf(page)}>
          <strong>{name}</strong>
          <span>{text}</span>
        </a>
      ))}
    </nav>
  );
}
