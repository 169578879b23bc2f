/** How a raw line is shown: escaped by React, control characters visible, matches marked. */

export type MarkKind = 'match' | 'entity';

export interface Needle {
  text: string;
  kind: MarkKind;
}

export type Segment =
  | { type: 'text'; text: string; mark: MarkKind | null }
  /** A character that would not be seen, or would turn the line round. */
  | { type: 'control'; text: string };

/** More of a line than this is not drawn at once. */
export const LINE_LIMIT = 2_000;

const MARK_LIMIT = 200;

// C0, DEL, C1, soft hyphen, zero-width and bidirectional controls, line separators, BOM,
// interlinear and tag characters, lone surrogates.
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udfff]/u;

/** `\t` is ␉; what has no picture is its code point. */
export function visibleControl(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) {
    return String.fromCodePoint(0x2400 + code);
  }
  if (code === 0x7f) {
    return '\u2421';
  }
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function marksOf(line: string, needles: readonly Needle[]): (MarkKind | null)[] {
  const marks = new Array<MarkKind | null>(line.length).fill(null);
  const lower = line.toLowerCase();
  for (const kind of ['entity', 'match'] as const) {
    for (const needle of needles) {
      // A single character would be marked all over the line and say nothing.
      if (needle.kind !== kind || needle.text.length < 2) {
        continue;
      }
      const wanted = needle.text.toLowerCase();
      let found = 0;
      // Lower-casing may change the length of rare texts; positions then mean nothing.
      for (let at = lower.length === line.length ? lower.indexOf(wanted) : -1; at !== -1 && found < MARK_LIMIT; at = lower.indexOf(wanted, at + wanted.length)) {
        marks.fill(kind, at, at + wanted.length);
        found += 1;
      }
    }
  }
  return marks;
}

export function toSegments(line: string, needles: readonly Needle[]): Segment[] {
  const marks = marksOf(line, needles);
  const segments: Segment[] = [];
  let at = 0;
  for (const character of line) {
    const mark = marks[at] ?? null;
    at += character.length;
    const last = segments.at(-1);
    if (INVISIBLE.test(character)) {
      segments.push({ type: 'control', text: visibleControl(character) });
    } else if (last?.type === 'text' && last.mark === mark) {
      last.text += character;
    } else {
      segments.push({ type: 'text', text: character, mark });
    }
  }
  return segments;
}

/** Cut without splitting a character that is a pair of units. */
export function cut(line: string, limit: number): string {
  if (line.length <= limit) {
    return line;
  }
  const last = line.charCodeAt(limit - 1);
  return line.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
