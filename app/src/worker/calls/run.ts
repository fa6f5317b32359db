import type { Session } from "../session.js";

/** Run a study; what comes out is told as it comes. False when another run took its place. */
export const run = (session: Session, text: string): Promise<boolean> => session.start(text);

export const cancel = (session: Session): void => session.cancel();

/** The files a study may read by name. */
export const keep = (session: Session, files: Readonly<Record<string, Uint8Array>>): void => session.keep(files);
