/** An id that is unique in the document as long as the document's own ids are. */
export const anchor = (kind: "table" | "figure" | "section", id: string): string => `${kind}-${id.replace(/[^\p{L}\p{N}_-]+/gu, "-")}`;
