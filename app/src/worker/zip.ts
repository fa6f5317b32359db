/** Files in one archive, deflated by the browser; one fixed date, so that the same files give the same bytes. */
export async function zipped(files: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = encoder.encode(path);
    const raw = typeof content === "string" ? encoder.encode(content) : content;
    const packed = await deflated(raw);
    // version, names in UTF-8, deflate, 2000-01-01 12:00, checksum, sizes, length of the name, no extra field
    const about = [half(20), half(0x0800), half(8), half(0x6000), half(0x2821), word(checksum(raw)), word(packed.length), word(raw.length)];
    const local = joined([word(0x04034b50), ...about, half(name.length), half(0), name]);
    parts.push(local, packed);
    directory.push(
      joined([word(0x02014b50), half(20), ...about, half(name.length), half(0), half(0), half(0), half(0), word(0), word(offset), name]),
    );
    offset += local.length + packed.length;
  }
  const index = joined(directory);
  const count = half(directory.length);
  const end = joined([word(0x06054b50), half(0), half(0), count, count, word(index.length), word(offset), half(0)]);
  return joined([...parts, index, end]);
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const half = (value: number): Uint8Array => Uint8Array.of(value & 255, value >>> 8);
const word = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ remainders[(sum ^ byte) & 255];
  return (sum ^ 0xffffffff) >>> 0;
}
