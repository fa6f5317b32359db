import type { Language, Text } from "../words/text.js";

/** Where something is wrong: a file with line and column, a row and column of a table, an option, a step. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** a path inside the thing: `steps[3].weigh.method`, `unit 110000, period 2016`, `--value` */
  readonly path?: string;
}

export interface FaultParts {
  /** stable kebab-case id, e.g. `unknown-key` */
  readonly code: string;
  readonly place?: Place;
  readonly found: Text;
  readonly expected: Text;
  readonly next: Text;
  /** 1 fault in the input (default), 2 usage, 3 our own error */
  readonly exit?: 1 | 2 | 3;
  /** further faults found in the same pass */
  readonly others?: readonly Fault[];
}

/** Something in the input is wrong: where, what was found, what was expected, what to do next. */
export class Fault extends Error {
  readonly code: string;
  readonly place: Place;
  readonly found: Text;
  readonly expected: Text;
  readonly next: Text;
  readonly exit: 1 | 2 | 3;
  readonly others: readonly Fault[];

  constructor(parts: FaultParts) {
    super(parts.found.en);
    this.name = "Fault";
    this.code = parts.code;
    this.place = parts.place ?? {};
    this.found = parts.found;
    this.expected = parts.expected;
    this.next = parts.next;
    this.exit = parts.exit ?? 1;
    this.others = parts.others ?? [];
  }

  /** The same fault seen from further out: missing parts of its place are filled in; lines count only with their file. */
  at(place: Place): Fault {
    const around = this.place.file === undefined ? place : { path: place.path };
    return new Fault({ ...this.parts(), place: { ...around, ...this.place }, others: this.others.map((other) => other.at(place)) });
  }

  /** A structured-clone-safe form, for workers and logs. */
  parts(): FaultParts {
    const { code, place, found, expected, next, exit, others } = this;
    return { code, place, found, expected, next, exit, others };
  }
}

export const isFault = (error: unknown): error is Fault => error instanceof Fault;

/** Throw one fault that carries all of them; nothing when the list is empty. */
export function throwAll(faults: readonly Fault[]): void {
  const [first, ...others] = faults;
  if (first) throw others.length ? new Fault({ ...first.parts(), others: [...first.others, ...others] }) : first;
}

export function placeText({ file, line, column, path }: Place): string {
  const spot = file ? [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":") : "";
  return [spot, path].filter(Boolean).join("  ");
}

/** The three printed lines of a fault; without a language, both. */
export function faultText(fault: Fault, language?: Language): string {
  const say = (text: Text): string => (language ? text[language] : text.en === text.zh ? text.en : `${text.en} · ${text.zh}`);
  const where = placeText(fault.place);
  return [`${where ? `${where}  ` : ""}${say(fault.found)}`, `  ${say(fault.expected)}`, `  ${say(fault.next)}`].join("\n");
}
