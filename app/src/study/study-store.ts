import type { Text } from "@gongfu/engine";
import type { YamlEdit } from "@gongfu/engine/ground/yaml";
import { Engine, Refused } from "../engine/client.js";
import { changeBegan } from "../part/redraw.js";
import type { PlainFault } from "../worker/protocol.js";
import type { Ran } from "../worker/ran.js";

export type Files = Readonly<Record<string, Uint8Array>>;

/** The study that is open, and how its last run ended. */
export interface StudyState {
  /** study.yaml */
  readonly text: string;
  readonly files: Files;
  /** the shipped example, as it ships */
  readonly example: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** the last results there are; they stay while a newer run is under way or has failed */
  readonly ran: Ran | null;
  /** the last results of a whole run */
  readonly settled: Ran | null;
  /** counts the results: what hangs on them is asked for anew when it changes */
  readonly version: number;
  readonly running: { readonly done: number; readonly total: number; readonly names: Text | null } | null;
  readonly fault: PlainFault | null;
  /** how this study came to be open, where that needs a word: kept from the last visit, or in place of a link that cannot be read */
  readonly notice: Notice | null;
}

export type Notice = "kept" | "cut-link";

export interface Change {
  readonly text?: string;
  readonly files?: Readonly<Record<string, Uint8Array | null>>;
}

interface Moment {
  readonly text: string;
  readonly files: Files;
  readonly example: boolean;
}

const nothing: StudyState = {
  text: "",
  files: {},
  example: true,
  canUndo: false,
  canRedo: false,
  ran: null,
  settled: null,
  version: 0,
  running: null,
  fault: null,
  notice: null,
};

/** The one document of the page: every change goes through here, can be undone, and is run. */
export class StudyStore {
  #state = nothing;
  #past: Moment[] = [];
  #future: Moment[] = [];
  #heard = new Set<() => void>();
  #runs = 0;

  readonly engine = new Engine({
    progress: (done, total, names) => this.#state.running && this.#set({ running: { done, total, names } }),
    scores: ({ scores, coupled }) => this.#state.ran && this.#set({ ran: { ...this.#state.ran, scores, coupled, whole: false } }),
    ran: (ran) => this.#set({ ran, settled: ran.whole ? ran : this.#state.settled, version: this.#state.version + 1, fault: null }),
  });

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  };
  readonly state = (): StudyState => this.#state;

  /** Open another study with its files; the one before can be had back by undo. */
  async open(text: string, files: Files = {}, example = false, notice: Notice | null = null): Promise<void> {
    if (this.#state.text) this.#past.push(this.#moment());
    this.#future = [];
    await this.#take({ text, files, example }, notice);
  }

  /** Change values of the study by their paths. */
  async edit(edits: readonly YamlEdit[]): Promise<void> {
    changeBegan();
    await this.write(await this.engine.ask("edit", this.#state.text, edits));
  }

  /** Replace the study's text. */
  async write(text: string): Promise<void> {
    await this.change({ text });
  }

  /** Change the text, or some of the files (null takes one away), or both, as one step. */
  async change({ text = this.#state.text, files = {} }: Change): Promise<void> {
    const changed = Object.entries(files);
    if (text === this.#state.text && changed.length === 0) return;
    this.#past.push(this.#moment());
    this.#future = [];
    const all = { ...this.#state.files, ...files };
    const kept = Object.fromEntries(Object.entries(all).filter((one): one is [string, Uint8Array] => one[1] !== null));
    await this.#take({ text, files: changed.length ? kept : this.#state.files, example: false });
  }

  async undo(): Promise<void> {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#moment());
    await this.#take(before);
  }

  async redo(): Promise<void> {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.#moment());
    await this.#take(after);
  }

  async cancel(): Promise<void> {
    this.#runs++;
    await this.engine.cancel();
    this.#set({ running: null });
  }

  #moment(): Moment {
    const { text, files, example } = this.#state;
    return { text, files, example };
  }

  async #take({ text, files, example }: Moment, notice: Notice | null = null): Promise<void> {
    const other = files !== this.#state.files;
    this.#set({
      text,
      files,
      example,
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
      running: { done: 0, total: 1, names: null },
      notice,
    });
    const mine = ++this.#runs;
    try {
      if (other) await this.engine.keep(files);
      await this.engine.ask("run", text);
      if (mine === this.#runs) this.#set({ running: null });
    } catch (error) {
      if (mine !== this.#runs) return;
      if (!(error instanceof Refused)) throw error;
      this.#set({ running: null, fault: error.fault });
    }
  }

  #set(change: Partial<StudyState>): void {
    this.#state = { ...this.#state, ...change };
    for (const heard of this.#heard) heard();
  }
}
