import type { Tale } from "../tale.js";

/** Where the units stand on the tile map; undefined when the data set has no place for one of them. */
export function seats({ run }: Tale): readonly { readonly column: number; readonly row: number }[] | undefined {
  const { tiles, panel } = run.data;
  const found = panel.units.map(({ code }) => tiles.find((one) => one.code === code));
  return found.every((one) => one !== undefined) ? found : undefined;
}
