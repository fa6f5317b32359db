import type { Language } from "@gongfu/engine";
import { marked, type Token, type TokensList } from "marked";

/** Between the English and the Chinese part. */
const border = /\n---\n/;

/**
 * The part of a method's page in a language, as tokens, without its title. The worked example stands in the English part only: the
 * Chinese one gets its code, under a heading.
 */
export function partOf(markdown: string, language: Language, example: string): readonly Token[] {
  const [en = "", zh = ""] = markdown.split(border);
  const english = withoutTitle(marked.lexer(en));
  if (language === "en") return english;
  const chinese = withoutTitle(marked.lexer(zh));
  return chinese.some(isCode) ? chinese : [...chinese, ...marked.lexer(`## ${example}`), ...english.filter(isCode)];
}

const isCode = ({ type }: Token): boolean => type === "code";
const withoutTitle = (tokens: TokensList): Token[] => tokens.filter((one) => !(one.type === "heading" && one.depth === 1));
