import type { ComparedPart, SharedPassage, Span } from '../api/filingtypes';

/** Neighbouring passages differ; the seventh looks like the first again. */
export const TINTS = 6;
/** As much as the service compares; what is longer is cut with a statement. */
export const MOST_SHOWN = 20_000;

export interface TextSegment {
  text: string;
  /** Which shared passage it is, or null. */
  passage: number | null;
}

export interface SideText {
  segments: TextSegment[];
  /** Characters that are not shown. */
  rest: number;
}

/** In the order of the first text; empty and backward ones are left out. */
export function orderedPassages(shared: readonly SharedPassage[]): SharedPassage[] {
  const good = ([start, end]: Span) => start >= 0 && end > start;
  return shared.filter(({ a, b }) => good(a) && good(b)).toSorted((x, y) => x.a[0] - y.a[0] || x.b[0] - y.b[0]);
}

/** Cuts a text at its passages. Of two that overlap the earlier one is marked whole. */
export function toSide(text: string, spans: readonly Span[], rest: number): SideText {
  const shown = text.slice(0, MOST_SHOWN);
  const segments: TextSegment[] = [];
  let at = 0;
  const inOrder = spans.map((span, passage) => ({ span, passage })).sort((x, y) => x.span[0] - y.span[0]);
  for (const { span, passage } of inOrder) {
    const start = Math.max(span[0], at);
    const end = Math.min(span[1], shown.length);
    if (start >= end) {
      continue;
    }
    if (start > at) {
      segments.push({ text: shown.slice(at, start), passage: null });
    }
    segments.push({ text: shown.slice(start, end), passage });
    at = end;
  }
  if (at < shown.length) {
    segments.push({ text: shown.slice(at), passage: null });
  }
  return { segments, rest: rest + text.length - shown.length };
}

export interface PartView {
  passages: SharedPassage[];
  a: SideText;
  b: SideText;
  /** Characters of the first text that the second has, too. */
  characters: number;
}

export function toPartView(part: ComparedPart): PartView {
  const passages = orderedPassages(part.shared);
  return {
    passages,
    a: toSide(part.a, passages.map(({ a }) => a), part.aRest),
    b: toSide(part.b, passages.map(({ b }) => b), part.bRest),
    characters: passages.reduce((sum, { a }) => sum + a[1] - a[0], 0),
  };
}

/** Where a passage stands in both columns, in pixels from their tops. */
export interface Anchor {
  from: number;
  to: number;
}

/** Anchors that go forward on both sides; a passage that was moved elsewhere cannot hold the columns together. */
export function forwardAnchors(anchors: readonly Anchor[], fromEnd: number, toEnd: number): Anchor[] {
  const kept: Anchor[] = [{ from: 0, to: 0 }];
  for (const anchor of anchors.toSorted((x, y) => x.from - y.from)) {
    const last = kept.at(-1);
    if (last !== undefined && anchor.from > last.from && anchor.to >= last.to && anchor.from < fromEnd && anchor.to <= toEnd) {
      kept.push(anchor);
    }
  }
  return [...kept, { from: fromEnd, to: toEnd }];
}

/** Where the other column must stand, so that what is beside each other belongs together. */
export function mapScroll(anchors: readonly Anchor[], position: number): number {
  const next = anchors.findIndex(({ from }) => from > position);
  const after = anchors[next];
  const before = anchors[next - 1];
  if (after === undefined || before === undefined) {
    return next === 0 ? (anchors[0]?.to ?? 0) : (anchors.at(-1)?.to ?? 0);
  }
  return before.to + ((position - before.from) / (after.from - before.from)) * (after.to - before.to);
}

/** The passage `step` away, round at the ends; from none, the first or the last. */
export function stepPassage(active: number | null, count: number, step: 1 | -1): number | null {
  if (count === 0) {
    return null;
  }
  return active === null ? (step === 1 ? 0 : count - 1) : (active + step + count) % count;
}
