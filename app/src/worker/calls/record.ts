import { recordRun } from "@gongfu/engine/study";
import type { Session } from "../session.js";

/** Every file the command line writes for the same study, byte for byte, by path. */
export const files = ({ run }: Session): ReadonlyMap<string, string> => recordRun(run);
