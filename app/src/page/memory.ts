const key = "gongfu.language";

/** What an earlier visit chose; a browser that keeps nothing for the page is no fault. */
export function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
}
