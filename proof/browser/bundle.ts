import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";

/** One script of a TypeScript file beside this one; what the file exports is on `globalThis[name]`. */
export async function bundle(file: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["gongfu:source", "module", "browser", "development|production"] },
    build: {
      write: false,
      target: "es2022",
      lib: { entry: fileURLToPath(new URL(file, import.meta.url)), formats: ["iife"], name },
    },
  });
  const [{ output }] = [built].flat() as Rollup.RollupOutput[];
  return output[0].code;
}
