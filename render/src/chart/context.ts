import type { Language } from "@gongfu/engine/ground/words";
import type { Palette } from "../palette/palette.js";
import type { Words } from "../text/words.js";
import type { Brush } from "./brush.js";

/** What every drawing function is told besides its chart. */
export interface Context {
  readonly width: number;
  /** asked for by the caller; a drawing may need more and says so */
  readonly height?: number;
  readonly language: Language;
  readonly colours: Palette;
  readonly words: Words;
  /** prefix of every id inside the picture */
  readonly id: string;
  readonly brush?: Brush;
}

/** What a drawing function returns: markup, the height it took, definitions, and the sentence it would say. */
export interface Drawing {
  readonly body: string;
  readonly height: number;
  readonly defs?: string;
  readonly says: string;
}

/** Below this width a picture is drawn for a phone. */
export const isNarrow = (width: number): boolean => width < 480;
