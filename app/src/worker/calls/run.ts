import type { Session } from "../session.js";

/** Run a study; what comes out is told as it comes. False when another run took its place. */
export const run = (session: Session, text: string): Promise<boolean> => session.start(text);

export const cancel = (session: Session): void => session.cancel();

/** The files a study may read: those that are new or changed, and the names of all. */
export const keep = (session: Session, changed: Readonly<Record<string, Uint8Array>>, all?: readonly string[]): void =>
  session.keep(changed, all);
