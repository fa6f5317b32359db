import type { Language, Text } from "@gongfu/engine/ground/words";

/** What the command line is given: where it stands, where it prints. Tests give their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** standard error is a terminal: progress may be drawn there */
  readonly terminal: boolean;
  /** width of the terminal in columns */
  readonly columns: number;
  /** threads worth starting; 1 keeps everything in this one */
  readonly processors: number;
  /** ends `gongfu app` */
  readonly signal?: AbortSignal;
}

/** One call of the command: its surroundings and the language asked for. */
export interface Session extends Io {
  /** given by --lang; faults and help are printed in both languages without it */
  readonly language: Language | undefined;
  /** the one language of everything else */
  readonly tongue: Language;
  readonly say: (text: Text) => string;
  /** a line of help: one language when asked for, otherwise both */
  readonly help: (text: Text) => string;
}

export function session(io: Io, language?: Language): Session {
  const locale = io.env.LC_ALL || io.env.LC_MESSAGES || io.env.LANG || "";
  const tongue = language ?? (locale.startsWith("zh") ? "zh" : "en");
  return {
    ...io,
    language,
    tongue,
    say: (text) => text[tongue],
    help: (text) => (language ? text[language] : text.en === text.zh ? text.en : `${text.en} · ${text.zh}`),
  };
}
