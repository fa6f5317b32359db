/// <reference types="vite/client" />
/** The files of the provinces, in one chunk of their own. */
export const files = import.meta.glob<string>("../../../../data/china-provinces/**/*.{csv,yaml}", {
  query: "?raw",
  import: "default",
  eager: true,
});
