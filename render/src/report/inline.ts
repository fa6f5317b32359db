import type { Inline } from "@gongfu/engine/tell";
import { escapeText } from "../svg/element.js";

/** Web addresses, mail, anchors and paths inside the results; anything else (scripts, data) is no link. */
const linkable = (href: string): boolean => /^(https?:|mailto:|#)/i.test(href) || !/^[\s\p{Cc}]*([a-z][a-z0-9+.-]*:|\/\/)/iu.test(href);

const roleClass = { empowerment: "e", equity: "q", outcome: "p", ink: "i", quiet: "k" } as const;

function span(part: Inline): string {
  if (typeof part === "string") return escapeText(part);
  let html = escapeText(part.text);
  if (part.role) html = `<span class="${roleClass[part.role]}">${html}</span>`;
  if (part.strong) html = `<strong>${html}</strong>`;
  if (part.href !== undefined && linkable(part.href)) html = `<a href="${escapeText(part.href)}">${html}</a>`;
  return html;
}

/** Running text with the wheels' colours, weight and links. */
export const inline = (parts: readonly Inline[]): string => parts.map(span).join("");
