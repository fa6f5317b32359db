import type { OwnMap } from "../own-map/read-map.js";
import type { Session } from "../session.js";

/** A GeoJSON map of the reader's, matched to the units of the last run; it is kept by the page alone. */
export async function ownMap({ run }: Session, bytes: Uint8Array, file: string): Promise<OwnMap> {
  const { readMap } = await import("../own-map/read-map.js");
  return readMap(bytes, run.data.panel.units, file);
}
