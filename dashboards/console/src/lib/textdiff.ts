export type DiffLine = { type: 'same' | 'added' | 'removed'; text: string; before: number | null; after: number | null } | { type: 'skipped'; count: number };

/** Beyond this many cells the table of the comparison is not worth its memory. */
const MOST_CELLS = 4_000_000;
const CONTEXT = 3;

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Length of the longest common subsequence of what follows each pair of lines. */
function table(before: string[], after: string[]): Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      if (row !== undefined) {
        row[j] = before[i] === after[j] ? (rows[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(rows[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
      }
    }
  }
  return rows;
}

/** The lines of two texts side by side: what goes stands before what comes. */
export function diffLines(beforeText: string, afterText: string): DiffLine[] {
  const before = linesOf(beforeText);
  const after = linesOf(afterText);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    start += 1;
  }
  const same = (i: number): DiffLine => ({ type: 'same', text: before[i] ?? '', before: i + 1, after: i + 1 });
  const lines: DiffLine[] = Array.from({ length: start }, (_, i) => same(i));
  const oldRest = before.slice(start);
  const newRest = after.slice(start);
  const tooLarge = oldRest.length * newRest.length > MOST_CELLS;
  const common = tooLarge ? [] : table(oldRest, newRest);
  let i = 0;
  let j = 0;
  while (i < oldRest.length || j < newRest.length) {
    if (!tooLarge && i < oldRest.length && j < newRest.length && oldRest[i] === newRest[j]) {
      lines.push({ type: 'same', text: oldRest[i] ?? '', before: start + i + 1, after: start + j + 1 });
      i += 1;
      j += 1;
    } else if (i < oldRest.length && (tooLarge || j === newRest.length || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      lines.push({ type: 'removed', text: oldRest[i] ?? '', before: start + i + 1, after: null });
      i += 1;
    } else {
      lines.push({ type: 'added', text: newRest[j] ?? '', before: null, after: start + j + 1 });
      j += 1;
    }
  }
  return lines;
}

/** Leaves of equal lines only those near a change. */
export function folded(lines: readonly DiffLine[]): DiffLine[] {
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => line.type !== 'same'));
  const shown: DiffLine[] = [];
  lines.forEach((line, at) => {
    const last = shown.at(-1);
    if (near[at] === true) {
      shown.push(line);
    } else if (last?.type === 'skipped') {
      last.count += 1;
    } else {
      shown.push({ type: 'skipped', count: 1 });
    }
  });
  return shown;
}
