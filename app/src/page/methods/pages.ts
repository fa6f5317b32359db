/** The pages of the methods as they stand in their folders, each brought when it is read. */
const loaders = import.meta.glob<string>("../../../../engine/src/*/**/*.md", { query: "?raw", import: "default" });

const byId = new Map(Object.entries(loaders).map(([path, load]) => [/([^/]+)\.md$/.exec(path)?.[1] ?? path, load]));

/** A method's page as Markdown; null when it has none. */
export const pageOf = async (id: string): Promise<string | null> => (await byId.get(id)?.()) ?? null;
