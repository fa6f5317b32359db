/** Choices of the reader that last from visit to visit. A browser that keeps nothing for the page is no fault. */
const prefix = "gongfu.";

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
}
