import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (): string | undefined =>
  names.flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name))).find(executable);

/** Install Debian's chromium; test files that ask at the same time wait for each other. */
function install(): string | undefined {
  const steps = "command -v chromium || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = spawnSync("flock", ["/tmp/gongfu-chromium.lock", "sh", "-c", steps], { env, stdio: "ignore", timeout: 240_000 });
  return status === 0 ? undefined : "apt-get could not install it";
}

/**
 * The path of a Chromium: CHROME_PATH, then the usual names on PATH, then Debian's package when we are root.
 * Without one, the tests that need it are skipped and the reason is printed; with CI=true it is an error.
 */
export function findChromium(): string | undefined {
  const given = process.env.CHROME_PATH;
  if (given && executable(given)) return given;
  let found = onPath();
  let why = given ? `CHROME_PATH is ${given}, which cannot be run` : "CHROME_PATH is not set and none is on PATH";
  if (!found && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const failure = install();
    if (failure) why += `; ${failure}`;
    found = onPath();
  }
  if (found) return found;
  const message = `no Chromium found (${why})`;
  if (process.env.CI === "true") throw new Error(`${message}: set CHROME_PATH or install chromium`);
  console.log(`${message}: tests in a browser skipped`);
  return undefined;
}

/** Start Chromium without a window, with a new empty profile and no traffic of its own. Close it after use. */
export function openChromium(path: string): Promise<Browser> {
  const args =
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
  return chromium.launch({ executablePath: path, args: args.split(" ") });
}
