import { Fault } from "@gongfu/engine/ground/fault";
import { same, type Text } from "@gongfu/engine/ground/words";

const known: Readonly<Record<string, { found: Text; next: Text }>> = {
  ENOENT: {
    found: { en: "the file does not exist", zh: "文件不存在" },
    next: { en: "check the spelling and the folder", zh: "请检查文件名与所在文件夹" },
  },
  EISDIR: {
    found: { en: "this is a folder", zh: "这是一个文件夹" },
    next: { en: "name the file inside it", zh: "请指明其中的文件" },
  },
  ENOTDIR: {
    found: { en: "a part of the path is a file, not a folder", zh: "路径中的某一部分是文件而不是文件夹" },
    next: { en: "check the path", zh: "请检查路径" },
  },
  EACCES: {
    found: { en: "permission denied", zh: "没有访问权限" },
    next: { en: "give yourself access, or choose another place", zh: "请取得权限，或改用其他位置" },
  },
  EPERM: {
    found: { en: "the system does not permit this", zh: "系统不允许此操作" },
    next: { en: "choose another place", zh: "请改用其他位置" },
  },
  ELOOP: {
    found: { en: "the link leads back to itself", zh: "链接指回自身" },
    next: { en: "name the file itself", zh: "请直接指明文件" },
  },
  ENAMETOOLONG: {
    found: { en: "the name is too long", zh: "名称过长" },
    next: { en: "choose a shorter name", zh: "请改用较短的名称" },
  },
  ENOSPC: {
    found: { en: "the disk is full", zh: "磁盘已满" },
    next: { en: "free some space and run again", zh: "请腾出空间后重新运行" },
  },
  EROFS: {
    found: { en: "the disk is read-only", zh: "磁盘只读" },
    next: { en: "choose another place", zh: "请改用其他位置" },
  },
};

/** What the system said about a file, as a fault; anything else unchanged. */
export function fileFault(error: unknown, file: string, doing: "read" | "write"): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof code !== "string" || !(error as NodeJS.ErrnoException).syscall) return error;
  const { found, next } = known[code] ?? { found: same(code), next: { en: "choose another file", zh: "请改用其他文件" } };
  return new Fault({
    code: doing === "read" ? "unreadable-file" : "unwritable-file",
    place: { file },
    found,
    expected:
      doing === "read"
        ? { en: "expected a file that can be read", zh: "应为可读取的文件" }
        : { en: "expected a place that can be written to", zh: "应为可写入的位置" },
    next,
  });
}
