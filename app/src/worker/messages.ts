import type { FaultParts, Text } from "@gongfu/engine";
import type { View } from "../view/view.js";

/** What the worker tells the page. */
export type FromWorker =
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly names: Text }
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "fault"; readonly fault: FaultParts };
