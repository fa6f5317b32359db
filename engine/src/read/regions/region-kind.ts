/** The families of units that names and codes are matched to; `as-is` keeps the file's own. */
export const regionKinds = ["china-provinces", "china-prefectures", "china-counties", "countries", "as-is"] as const;

export type RegionKind = (typeof regionKinds)[number];
