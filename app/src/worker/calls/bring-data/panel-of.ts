import type { Panel } from "@gongfu/engine/table";
import type { Session } from "../../session.js";
import type { Source } from "./types.js";

/** The panel a source holds; rows whose unit matches nothing are left out, as the page shows. */
export async function panelOf(session: Session, source: Source): Promise<Panel> {
  const { readPanel, readSet } = await import("@gongfu/engine/read");
  if (source.kind === "set") return (await readSet(source.id, session.host.readShipped)).panel;
  const { file, bytes, wishes } = source;
  return (await readPanel(bytes, { file, ...wishes, readShipped: session.host.readShipped, onUnmatched: "drop" })).panel;
}
