import { useSyncExternalStore } from "react";

/** The pages, in the order of the menu: named after what a person does. */
export const pages = ["start", "bring-data", "build-index", "compare", "explain", "report", "methods", "audit-paper"] as const;
export type PageName = (typeof pages)[number];

export interface Route {
  readonly page: PageName;
  /** what stands after the page's name: `#/methods/theil` */
  readonly rest: string;
}

const subscribe = (heard: () => void): (() => void) => {
  addEventListener("hashchange", heard);
  return () => removeEventListener("hashchange", heard);
};

export function routeOf(hash: string): Route {
  const [, name = "", ...rest] = hash.split("/");
  const page = pages.find((one) => one === name) ?? "start";
  return { page, rest: decodeURIComponent(rest.join("/")) };
}

/** The page the address names; addresses are of the hash, so any folder of any server will do. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return routeOf(hash);
}

export const addressOf = (page: PageName, rest = ""): string => `#/${page}${rest && `/${encodeURIComponent(rest)}`}`;
