import type { Text } from "../ground/words/index.js";

/** Something a reader of the data should know, though reading went on; same shape as the warnings of a result. */
export interface ReadWarning {
  readonly code: string;
  readonly text: Text;
}
