export interface Citation {
  readonly type: "article" | "book" | "techreport" | "misc";
  readonly author: string;
  readonly year: number;
  readonly title: string;
  readonly in?: string;
  readonly doi?: string;
  readonly url?: string;
}
