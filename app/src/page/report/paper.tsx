import { useEffect, useRef } from "react";
import { paperStyle } from "./paper-style.js";

interface Props {
  /** the file as it will be downloaded */
  readonly html: string;
  readonly label: string;
  /** a link to another file of the results: its path */
  readonly onFile: (path: string) => void;
}

/**
 * The downloaded file on the page, in a tree of its own with its own style sheet: a frame would be under the page's policy, which
 * forbids the styles a file carries inside.
 */
export function Paper({ html, label, onFile }: Props) {
  const place = useRef<HTMLElement>(null);
  const opened = useRef(onFile);
  opened.current = onFile;
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const tree = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const [before, css = "", after = ""] = html.split(/<style>|<\/style>/, 3);
    const file = new DOMParser().parseFromString(before + after, "text/html");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(paperStyle(css));
    tree.adoptedStyleSheets = [sheet];
    const body = document.createElement("div");
    body.className = "body";
    body.lang = file.documentElement.lang;
    body.replaceChildren(...file.body.childNodes);
    body.querySelector(".skip")?.remove();
    // the page has its main part already
    const main = body.querySelector("main");
    const part = document.createElement("div");
    part.replaceChildren(...(main?.childNodes ?? []));
    main?.replaceWith(part);
    tree.replaceChildren(body);
    const follow = (event: MouseEvent): void => {
      const href = (event.target as Element | null)?.closest("a")?.getAttribute("href");
      if (!href || /^[a-z]+:/i.test(href)) return;
      event.preventDefault();
      if (href.startsWith("#")) show(tree.getElementById(decodeURIComponent(href.slice(1))));
      else opened.current(href);
    };
    body.addEventListener("click", follow);
  }, [html]);
  return <section className="paper" aria-label={label} ref={place} />;
}

function show(found: HTMLElement | null): void {
  found?.scrollIntoView();
  found?.setAttribute("tabindex", "-1");
  found?.focus({ preventScroll: true });
}
