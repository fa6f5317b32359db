import type { Theme } from "@gongfu/render/wheels";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../shell/speak.js";
import { words } from "./words.js";

interface Props {
  className: string;
  /** markup of one SVG element for a width in pixels and a theme */
  draw: (width: number, theme: Theme) => string | Promise<string>;
  /** told the unit whose mark was pressed; by keyboard units are chosen from a list on the page */
  onUnit?: (code: string) => void;
}

/** A picture of our own renderer, drawn anew for the width it is given and for light or dark. */
export function Picture({ className, draw, onUnit }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const w = useWords(words);
  const theme = useTheme();
  const width = useWidth(place);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (width === 0) return;
    let wanted = true;
    const show = (markup: string): void => {
      if (!wanted || !place.current) return;
      place.current.replaceChildren(new DOMParser().parseFromString(markup, "image/svg+xml").documentElement);
      setBusy(false);
    };
    const drawn = draw(width, theme);
    if (typeof drawn === "string") show(drawn);
    else {
      setBusy(true);
      drawn.then(show, ({ message }: Error) => {
        if (!wanted || !place.current) return;
        place.current.textContent = w.notDrawn(message);
        setBusy(false);
      });
    }
    return () => {
      wanted = false;
    };
  }, [draw, width, theme, w]);
  const press = ({ target }: React.MouseEvent): void => {
    const code = (target as Element).closest("[data-unit]")?.getAttribute("data-unit");
    if (code) onUnit?.(code);
  };
  return <div className={className} ref={place} aria-busy={busy} onClick={onUnit && press} />;
}

function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry.contentRect.width)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}

export function useTheme(): Theme {
  const [theme, setTheme] = useState<Theme>(() => (darkQuery().matches ? "dark" : "light"));
  useEffect(() => {
    const query = darkQuery();
    const listen = ({ matches }: MediaQueryListEvent): void => setTheme(matches ? "dark" : "light");
    query.addEventListener("change", listen);
    return () => query.removeEventListener("change", listen);
  }, []);
  return theme;
}

const darkQuery = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");
