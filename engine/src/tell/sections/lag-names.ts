import type { Coordination, Lag } from "../lookup/coordination.js";
import type { Tale } from "../tale.js";

/** What the lag types of two systems are called. */
export function lagNames({ names, pick }: Tale, { systems }: Coordination): Readonly<Record<Lag, string>> {
  const [x, y] = systems.map(names.system);
  return pick({
    en: { first: `${x} lags`, together: "together", second: `${y} lags` },
    zh: { first: `${x}滞后`, together: "同步", second: `${y}滞后` },
  });
}
