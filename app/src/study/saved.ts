import type { Files } from "./study-store.js";

/** What a visit leaves for the next: the study and its files, in the browser's private file system. */
export interface Saved {
  readonly text: string;
  readonly files: Files;
}

const folderName = "study";
const studyName = "study.yaml";
const decoder = new TextDecoder();

async function root(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await navigator.storage.getDirectory();
  } catch {
    return null;
  }
}

/** Keep a study; answers false where the browser keeps nothing for the page. */
export async function save({ text, files }: Saved): Promise<boolean> {
  const place = await root();
  if (!place) return false;
  try {
    const folder = await place.getDirectoryHandle(folderName, { create: true });
    const kept = new Map<string, Uint8Array | string>([[studyName, text], ...Object.entries(files)]);
    for await (const [name, handle] of folder.entries())
      if (!kept.has(decodeURIComponent(name)) && handle.kind === "file") await folder.removeEntry(name);
    for (const [name, content] of kept) {
      const file = await folder.getFileHandle(encodeURIComponent(name), { create: true });
      const writable = await file.createWritable();
      await writable.write(content as FileSystemWriteChunkType);
      await writable.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** What an earlier visit kept; null when there is nothing. */
export async function saved(): Promise<Saved | null> {
  const place = await root();
  try {
    const folder = await place?.getDirectoryHandle(folderName);
    if (!folder) return null;
    const files: Record<string, Uint8Array> = {};
    let text: string | null = null;
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind !== "file") continue;
      const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer());
      const path = decodeURIComponent(name);
      if (path === studyName) text = decoder.decode(bytes);
      else files[path] = bytes;
    }
    return text === null ? null : { text, files };
  } catch {
    return null;
  }
}

/** Forget what was kept. */
export async function forget(): Promise<void> {
  const place = await root();
  await place?.removeEntry(folderName, { recursive: true }).catch(() => undefined);
}
