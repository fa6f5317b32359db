/** The shipped data as text, in one chunk of its own. Keys are paths inside the data package. */
const files = import.meta.glob<string>(
  ["../../../data/china-provinces/**/*.{csv,yaml}", "../../../data/frameworks/*.yaml", "../../../data/*.yaml"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

const encoder = new TextEncoder();

export async function readShipped(path: string): Promise<Uint8Array> {
  const text = files[`../../../data/${path}`];
  if (text === undefined) throw new Error(`no shipped file ${path}`);
  return encoder.encode(text);
}
