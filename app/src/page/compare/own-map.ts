import { useSyncExternalStore } from "react";
import type { OwnMap } from "../../worker/own-map/read-map.js";

/** The reader's own map with what is said of it; it lasts as long as the page and is written nowhere. */
export interface KeptMap {
  readonly map: OwnMap;
  readonly file: string;
  /** its approval number (审图号), as the reader gives it */
  readonly approval: string;
}

let kept: KeptMap | null = null;
const heard = new Set<() => void>();

export function keepMap(next: KeptMap | null): void {
  kept = next;
  for (const one of heard) one();
}

const subscribe = (listener: () => void): (() => void) => {
  heard.add(listener);
  return () => heard.delete(listener);
};

export const useOwnMap = (): KeptMap | null => useSyncExternalStore(subscribe, () => kept);
