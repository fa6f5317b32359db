import { hash } from "@gongfu/engine/ground/hash";
import { recordRun, writeCsv } from "@gongfu/engine/study";
import type { Session } from "../session.js";

/** Every file the command line writes for the same study, byte for byte, by path. */
export const files = ({ run }: Session): ReadonlyMap<string, string> => recordRun(run);

/** SHA-256 of each of them. */
export const hashes = (session: Session): Readonly<Record<string, string>> =>
  Object.fromEntries([...files(session)].map(([path, text]) => [path, hash(text)]));

/** One table as the command line writes it; null when there is none. */
export function csv({ run }: Session, step: string, name: string): string | null {
  const found = run.steps.find((one) => one.id === step)?.result.tables.find((one) => one.id === name);
  return found ? writeCsv(found) : null;
}
