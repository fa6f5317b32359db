import { Fault, nearest } from "@gongfu/engine/ground/fault";
import {
  type Loaded,
  loadStudy,
  perform,
  type RunOptions,
  readStudy,
  runSteps,
  type Source,
  type Step,
  StepMemory,
  type Study,
  type StudyRun,
} from "@gongfu/engine/study";
import type { Told } from "./protocol.js";
import { readShipped } from "./shipped/read-shipped.js";
import { summarise, summariseIndex } from "./summarise.js";

/** The one study a worker holds: its files, its last run, and what earlier runs have left. */
export class Session {
  #files = new Map<string, Uint8Array>();
  /** counts changes: a file that is given anew is read anew */
  #editions = new Map<string, number>();
  #kept = 0;
  #memory = new StepMemory();
  #loaded: { readonly data: string; readonly framework: string; readonly reads: string | undefined; readonly loaded: Loaded } | null = null;
  #current: AbortController | null = null;
  #settled: Promise<unknown> = Promise.resolve();
  #run: StudyRun | null = null;
  #breathed = 0;
  #told = 0;

  constructor(private readonly tell: (told: Told) => void) {}

  /** The last run that came to its end, or as far as the present one has come. */
  get run(): StudyRun {
    if (!this.#run) throw nothingRun();
    return this.#run;
  }

  /** What the last study that could be loaded starts from, whether or not its steps ran. */
  get loaded(): Loaded {
    if (!this.#loaded) throw nothingRun();
    return this.#loaded.loaded;
  }

  /** The framework the loaded study names: a shipped one, or one of its files. */
  get reads(): string | undefined {
    return this.#loaded?.reads;
  }

  /** Files the study may read: those that are new or changed, and the names of all; the others are forgotten. */
  keep(changed: Readonly<Record<string, Uint8Array>>, all: readonly string[] = Object.keys(changed)): void {
    const names = new Set(all);
    const gone = [...this.#files.keys()].filter((name) => !names.has(name));
    for (const name of gone) this.#files.delete(name);
    for (const [name, bytes] of Object.entries(changed)) this.#files.set(name, bytes);
    for (const name of [...gone, ...Object.keys(changed)]) this.#editions.set(name, ++this.#kept);
  }

  file(path: string): Uint8Array {
    const bytes = this.#files.get(path);
    if (!bytes) throw missing(path, [...this.#files.keys()]);
    return bytes;
  }

  cancel(): void {
    this.#current?.abort();
  }

  /** Run a study. A run under way is given up. Answers false when this one was given up in its turn. */
  async start(text: string): Promise<boolean> {
    this.cancel();
    const current = new AbortController();
    this.#current = current;
    const before = this.#settled;
    const work = before.then(() => !current.signal.aborted && this.#work(text, current.signal));
    this.#settled = work.catch(() => undefined);
    return work;
  }

  async #work(text: string, signal: AbortSignal): Promise<boolean> {
    try {
      const study = await readStudy(text, "study.yaml");
      const loaded = await this.#load(study);
      this.#memory.turn();
      const options: RunOptions = {
        signal,
        memory: this.#memory,
        execute: async (task) => {
          await this.#breathe();
          return perform(task);
        },
        onProgress: ({ done, total, names, part }) => {
          if (performance.now() - this.#told < 80) return;
          this.#told = performance.now();
          this.tell({ kind: "progress", done: done + (part ? part.done / part.total : 0), total, names });
        },
      };
      if (this.#run?.data === loaded.data) {
        const first = await runSteps({ ...study, steps: indexSteps(study) }, loaded, options);
        this.tell({ kind: "scores", ...summariseIndex(first) });
      }
      const quick = quickSteps(study);
      const whole = quick.length === study.steps.length;
      this.#ran(await runSteps({ ...study, steps: quick }, loaded, options), whole);
      if (!whole) this.#ran(await runSteps(study, loaded, options), true);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
  }

  /** Now and then, let messages in: a cancel, a newer run. */
  async #breathe(): Promise<void> {
    if (performance.now() - this.#breathed < 12) return;
    await turn();
    this.#breathed = performance.now();
  }

  #ran(run: StudyRun, whole: boolean): void {
    this.#run = run;
    this.tell({ kind: "ran", ran: summarise(run, whole) });
  }

  /** Data and framework, each read again only when it is another. */
  async #load(study: Study): Promise<Loaded> {
    const edition = (path: string | undefined): number => this.#editions.get(path ?? "") ?? 0;
    const data = JSON.stringify([study.data, edition("panel" in study.data ? study.data.panel : undefined)]);
    const framework = JSON.stringify([study.framework, edition(study.framework)]);
    const same = this.#loaded?.data === data;
    if (!this.#loaded || !same || this.#loaded.framework !== framework)
      this.#loaded = {
        data,
        framework,
        reads: study.framework,
        loaded: await loadStudy(study, this.host, same ? this.#loaded?.loaded.data : undefined),
      };
    return this.#loaded.loaded;
  }

  readonly host = {
    readShipped,
    readFile: async (path: string): Promise<Uint8Array> => this.file(path),
  };
}

/** The first index over the framework's own tree, the first coupling, and all they wait for: what a reader looks at first. */
function indexSteps({ steps }: Study): readonly Step[] {
  const index = steps.find(({ card, sources }) => card.outputs.value === "index" && Object.values(sources).every(ownTree));
  const coupling = steps.find(({ verb }) => verb === "couple");
  const wanted = new Set([index?.id, coupling?.id]);
  return steps
    .toReversed()
    .filter((step) => {
      if (!wanted.has(step.id)) return false;
      for (const source of Object.values(step.sources)) for (const id of idsOf(source)) wanted.add(id);
      return true;
    })
    .toReversed();
}

const ownTree = (source: Source): boolean => source.kind !== "tree" || source.view === null;

/** Steps a source reads. */
function idsOf(source: Source): readonly string[] {
  if (source.kind === "columns") return source.addresses.map(({ id }) => id);
  if (source.kind === "plan") return Object.keys(source.reads);
  return "ids" in source ? source.ids : source.kind === "step" || source.kind === "table" ? [source.id] : [];
}

/** Steps that neither run the plan again nor wait for one that does: the page is told of them first. */
function quickSteps({ steps }: Study): readonly Step[] {
  const slow = new Set<string>();
  return steps.filter((step) => {
    const waits = Object.values(step.sources).some((source) => source.kind === "plan" || idsOf(source).some((id) => slow.has(id)));
    if (waits) slow.add(step.id);
    return !waits;
  });
}

const nothingRun = (): Fault =>
  new Fault({
    code: "nothing-run",
    found: { en: "no study has run to its end yet", zh: "尚无研究运行完毕" },
    expected: { en: "expected a finished run", zh: "应有已完成的运行" },
    next: { en: "mend the fault the page shows, or undo the last change", zh: "请更正页面所示错误，或撤销上一步" },
  });

const missing = (path: string, known: readonly string[]): Fault => {
  const near = nearest(path, known);
  return new Fault({
    code: "no-such-file",
    place: { path },
    found: { en: `the study reads ${path}, which is not among its files here`, zh: `研究要读取 ${path}，但此处没有该文件` },
    expected: known.length
      ? { en: `expected one of: ${known.join(", ")}`, zh: `应为以下之一：${known.join("、")}` }
      : { en: "no file has been brought yet", zh: "尚未带入任何文件" },
    next: near
      ? { en: `did you mean ${near}?`, zh: `是否想写 ${near}？` }
      : { en: "bring the file under “Bring data”", zh: "请在“带数据来”中放入该文件" },
  });
};

const turn = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
