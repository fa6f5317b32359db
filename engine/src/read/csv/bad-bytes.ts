/** Offset of the first byte that breaks UTF-8 (RFC 3629), or −1. */
export function firstBadUtf8(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i];
    if (lead < 0x80) {
      i++;
      continue;
    }
    const following = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (following === 0) return i;
    for (let k = 1; k <= following; k++) {
      const low = k === 1 && lead === 0xe0 ? 0xa0 : k === 1 && lead === 0xf0 ? 0x90 : 0x80;
      const high = k === 1 && lead === 0xed ? 0x9f : k === 1 && lead === 0xf4 ? 0x8f : 0xbf;
      if (!(bytes[i + k] >= low && bytes[i + k] <= high)) return i;
    }
    i += following + 1;
  }
  return -1;
}

export interface Gb18030Survey {
  /** offset of the first byte that breaks GB18030, or −1 */
  readonly bad: number;
  /** share of the characters beyond ASCII that are first-level GB 2312 characters or its punctuation: near 1 in Chinese text, low in mistaken Latin-1 or Big5 */
  readonly everyday: number;
}

export function surveyGb18030(bytes: Uint8Array): Gb18030Survey {
  let bad = -1;
  let wide = 0;
  let everyday = 0;
  let i = 0;
  const stop = (): void => {
    if (bad < 0) bad = i;
    wide++;
    i++;
  };
  while (i < bytes.length) {
    const lead = bytes[i];
    if (lead < 0x80) {
      i++;
      continue;
    }
    const trail = bytes[i + 1];
    if (lead === 0x80 || lead === 0xff || trail === undefined) stop();
    else if (trail >= 0x30 && trail <= 0x39) {
      const third = bytes[i + 2];
      const fourth = bytes[i + 3];
      if (third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39) {
        wide++;
        i += 4;
      } else stop();
    } else if (trail >= 0x40 && trail <= 0xfe && trail !== 0x7f) {
      wide++;
      if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) everyday++;
      i += 2;
    } else stop();
  }
  return { bad, everyday: wide ? everyday / wide : 0 };
}
