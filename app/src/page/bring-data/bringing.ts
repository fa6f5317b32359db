import type { Text } from "@gongfu/engine";
import { createContext, useContext, useSyncExternalStore } from "react";
import { Refused } from "../../engine/client.js";
import { addressOf } from "../../shell/route.js";
import type { StudyStore } from "../../study/study-store.js";
import type { Action, Audited, Decision, Found, Source, Understood, Wishes } from "../../worker/calls/bring-data/types.js";
import type { PlainFault } from "../../worker/protocol.js";
import { draftTreeOf, emptyIndex, type Group, onColumns, type TreeDraft } from "./tree-draft.js";

export type Shape = "index" | "wheels";

/** What is known of one source and what a person has decided about it. */
export interface Draft {
  readonly source: Source;
  readonly understood: Understood;
  readonly audited: Audited | null;
  readonly decisions: readonly Decision[];
  readonly shape: Shape;
  readonly trees: Readonly<Record<Shape, TreeDraft>>;
  /** units of measure a person has written */
  readonly units: Readonly<Record<string, string>>;
}

export interface BringingState {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly current: string | null;
  /** how much work is under way */
  readonly busy: "reading" | "auditing" | "composing" | null;
  /** why the last thing asked for did not happen; nothing else has changed */
  readonly fault: PlainFault | null;
}

const nothing: BringingState = { files: {}, drafts: {}, current: null, busy: null, fault: null };
const frameworkFile = "framework.yaml";

export const keyOf = (source: Source): string => (source.kind === "set" ? source.id : source.file);
export const aboutKey = ({ variable, kind, unit, period }: Omit<Decision, "action" | "reason">): string =>
  JSON.stringify([variable, kind, unit, period]);

/** Data on their way into the study: files brought, what was understood and decided. The study changes only by `use`. */
export class Bringing {
  #state = nothing;
  #heard = new Set<() => void>();
  #wheels: readonly Group[] = [];
  #asked = 0;

  constructor(private readonly store: StudyStore) {}

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  };
  readonly state = (): BringingState => this.#state;

  get draft(): Draft | null {
    const { drafts, current } = this.#state;
    return current === null ? null : drafts[current];
  }

  /** Show the data of the study that is open, unless something is shown already. */
  async begin(): Promise<void> {
    const { text, files, example } = this.store.state();
    if (this.#state.current !== null || example || !text) return;
    const known = await this.store.engine.ask("studyData", text).catch(() => null);
    if (!known) return;
    const bytes = known.file === null ? undefined : files[known.file];
    if (known.set !== null) await this.#read({ kind: "set", id: known.set });
    else if (known.file !== null && bytes) await this.#read({ kind: "file", file: known.file, bytes, wishes: known.wishes });
    if (!this.draft) return;
    this.#change({ decisions: known.decisions });
    if (!known.tree) return;
    const { groups, leaves } = known.tree;
    const shape: Shape = groups.some(({ id }) => id === "empowerment") ? "wheels" : "index";
    const placed = leaves.map(({ id, parent, direction }) => ({ id, group: parent, direction }));
    const columns = this.draft.understood.panel?.columns ?? [];
    const written = (id: string, unit: Text): boolean => unit.en === unit.zh && columns.find((one) => one.id === id)?.unit.en !== unit.en;
    const units = Object.fromEntries(leaves.flatMap(({ id, unit }) => (written(id, unit) ? [[id, unit.zh]] : [])));
    this.#change({ shape, trees: { ...this.draft.trees, [shape]: { groups, placed } }, units });
  }

  /** Files a person chose, dropped or pasted; what is no table is told and left out. */
  async bring(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const before = this.#state.drafts[file.name]?.source;
      await this.#read({ kind: "file", file: file.name, bytes, wishes: before?.kind === "file" ? before.wishes : {} });
    }
  }

  async takeShipped(id: string): Promise<void> {
    await this.#read({ kind: "set", id });
  }

  show(key: string): void {
    this.#set({ current: key, fault: null });
  }

  /** Read the present file in another way. A new name for a unit that makes the table unreadable is refused. */
  async wish(change: Partial<Record<keyof Wishes, unknown>>): Promise<void> {
    const source = this.draft?.source;
    if (source?.kind !== "file") return;
    const all = Object.entries({ ...source.wishes, ...change }).filter(([, value]) => value !== undefined && value !== "");
    await this.#read({ ...source, wishes: Object.fromEntries(all) as Wishes }, change.rename !== undefined);
  }

  /** Look for what is wrong with the present data, once for each way of reading them. */
  async audit(): Promise<void> {
    const draft = this.draft;
    if (!draft?.understood.panel || draft.audited || this.#state.busy) return;
    await this.#work("auditing", async () => {
      const audited = await this.store.engine.ask("auditData", draft.source, []);
      if (this.draft?.source === draft.source) this.#change({ audited });
    });
  }

  /** What is done about a finding; null opens it again. */
  decide(found: readonly Found[], action: (one: Found) => Action | null, reason: (one: Found) => string): void {
    if (!this.draft) return;
    const meant = new Map(found.map((one) => [aboutKey(one.about), one]));
    const kept = this.draft.decisions.filter((one) => !meant.has(aboutKey(one)));
    const made = [...meant.values()].flatMap((one) => {
      const chosen = action(one);
      return chosen === null ? [] : [{ ...one.about, action: chosen, reason: reason(one) }];
    });
    this.#change({ decisions: [...kept, ...made] });
  }

  grow(change: (tree: TreeDraft) => TreeDraft): void {
    const draft = this.draft;
    if (!draft) return;
    this.#change({ trees: { ...draft.trees, [draft.shape]: change(draft.trees[draft.shape]) } });
  }

  async shapeAs(shape: Shape): Promise<void> {
    const wheels = await this.#wheelGroups();
    const draft = this.draft;
    if (!draft) return;
    const trees = draft.trees.wheels.groups.length ? draft.trees : { ...draft.trees, wheels: { groups: wheels, placed: [] } };
    this.#change({ shape, trees });
  }

  measure(column: string, unit: string): void {
    if (this.draft) this.#change({ units: { ...this.draft.units, [column]: unit } });
  }

  /** Make the present data and tree the study, as one step that can be undone. */
  async use(title: Text): Promise<void> {
    const draft = this.draft;
    if (!draft?.understood.panel) return;
    await this.#work("composing", async () => {
      const { source, understood, decisions, shape, units } = draft;
      const panel = understood.panel;
      if (!panel) return;
      const tree = draftTreeOf(draft.trees[shape], panel.columns, units, shape === "wheels" ? "wheel" : "index");
      const data =
        source.kind === "set"
          ? { set: source.id }
          : {
              panel: source.file,
              ...(panel.unit === null ? {} : { unit: panel.unit }),
              ...(panel.period === null ? {} : { period: panel.period }),
              ...source.wishes,
              ...renameOf(source.wishes, understood),
            };
      const before = await this.#goesOn(
        source,
        tree.roots.map(({ id }) => id),
      );
      const names = { en: "My framework", zh: "我的指标体系" };
      const composed = await this.store.engine.ask("composeStudy", before, {
        title,
        data,
        framework: { file: frameworkFile, names, tree },
        decisions,
      });
      const files = { ...this.#state.files, [frameworkFile]: new TextEncoder().encode(composed.framework) };
      location.hash = addressOf("build-index");
      if (before === null) await this.store.open(composed.text, files);
      else await this.store.change({ text: composed.text, files });
    });
  }

  /** The open study when it is about the same data and roots: its steps are kept. */
  async #goesOn(source: Source, roots: readonly string[]): Promise<string | null> {
    const { text, example } = this.store.state();
    if (example || !text) return null;
    const known = await this.store.engine.ask("studyData", text).catch(() => null);
    if (!known?.tree || (known.set ?? known.file) !== keyOf(source)) return null;
    const before = known.tree.groups.filter(({ parent }) => parent === null).map(({ id }) => id);
    return before.length === roots.length && before.every((id) => roots.includes(id)) ? text : null;
  }

  async #read(source: Source, refusing = false): Promise<void> {
    const mine = ++this.#asked;
    await this.#work("reading", async () => {
      const understood = await this.store.engine.ask("readData", source);
      if (mine !== this.#asked) return;
      if (refusing && understood.fault && this.draft?.understood.panel) throw new Refused(understood.fault);
      const key = keyOf(source);
      const before = this.#state.drafts[key];
      const ids = understood.panel?.columns.map((one) => one.id) ?? [];
      const trees = before?.trees ?? { index: emptyIndex, wheels: { groups: [], placed: [] } };
      const kept = understood.panel ? { index: onColumns(trees.index, ids), wheels: onColumns(trees.wheels, ids) } : trees;
      const draft: Draft = {
        source,
        understood,
        audited: null,
        decisions: before?.decisions ?? [],
        shape: before?.shape ?? "index",
        trees: kept,
        units: before?.units ?? {},
      };
      const files = source.kind === "file" ? { ...this.#state.files, [key]: source.bytes } : this.#state.files;
      this.#set({ files, drafts: { ...this.#state.drafts, [key]: draft }, current: key });
    });
  }

  async #wheelGroups(): Promise<readonly Group[]> {
    if (!this.#wheels.length) this.#wheels = await this.store.engine.ask("wheelGroups");
    return this.#wheels;
  }

  async #work(busy: BringingState["busy"], work: () => Promise<void>): Promise<void> {
    this.#set({ busy, fault: null });
    try {
      await work();
      this.#set({ busy: null });
    } catch (error) {
      this.#set({ busy: null });
      if (!(error instanceof Refused)) throw error;
      this.#set({ fault: error.fault });
    }
  }

  #change(change: Partial<Draft>): void {
    const { drafts, current } = this.#state;
    if (current !== null) this.#set({ drafts: { ...drafts, [current]: { ...drafts[current], ...change } } });
  }

  #set(change: Partial<BringingState>): void {
    this.#state = { ...this.#state, ...change };
    for (const heard of this.#heard) heard();
  }
}

/** Names left undecided are left out in so many words: a study that is run again elsewhere would stop at them. */
function renameOf({ rename }: Wishes, { regions }: Understood): Pick<Wishes, "rename"> {
  const left = (regions?.unknown ?? []).map((text): [string, null] => [text.trim(), null]);
  return left.length ? { rename: { ...rename, ...Object.fromEntries(left) } } : {};
}

const bringings = new WeakMap<StudyStore, Bringing>();

/** What is being brought outlives the page it is shown on. */
export function bringingOf(store: StudyStore): Bringing {
  const known = bringings.get(store) ?? new Bringing(store);
  bringings.set(store, known);
  return known;
}

export const BringingContext = createContext<Bringing | null>(null);

export function useBringing(): Bringing {
  const bringing = useContext(BringingContext);
  if (!bringing) throw new Error("nothing is brought above this component");
  return bringing;
}

export function useBrought(): BringingState {
  const bringing = useBringing();
  return useSyncExternalStore(bringing.subscribe, bringing.state);
}
