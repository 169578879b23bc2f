import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ComparedPart, Comparison } from '../../api/filingtypes';
import { formatCount, formatShare } from '../../lib/numbers';
import { forwardAnchors, mapScroll, stepPassage, toPartView, type Anchor } from '../../lib/passages';
import { useKey } from '../../state/keyboard';
import { usePreferences } from '../../state/preferences';
import { TextColumn } from './TextColumn';

/** A passage that one goes to stands this far down, with some text before it. */
const DOWN = 0.3;

type Side = 'a' | 'b';

function tops(column: HTMLElement): Map<number, number> {
  const found = new Map<number, number>();
  column.querySelectorAll<HTMLElement>('[data-passage]').forEach((mark) => {
    const passage = Number(mark.dataset.passage);
    if (!found.has(passage)) {
      found.set(passage, mark.offsetTop);
    }
  });
  return found;
}

function anchorsBetween(from: HTMLElement, to: HTMLElement): Anchor[] {
  const there = tops(to);
  const anchors = [...tops(from)].flatMap(([passage, top]) => {
    const other = there.get(passage);
    return other === undefined ? [] : [{ from: top, to: other }];
  });
  return forwardAnchors(anchors, from.scrollHeight, to.scrollHeight);
}

/** One part of both filings beside each other. */
export function PartComparison({ part, comparison }: { part: ComparedPart; comparison: Comparison }) {
  const { t } = usePreferences();
  const view = useMemo(() => toPartView(part), [part]);
  const [active, setActive] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [together, setTogether] = useState(true);
  const a = useRef<HTMLDivElement>(null);
  const b = useRef<HTMLDivElement>(null);
  // Where we set a column ourselves; the scroll event that it fires there is an echo.
  const set = useRef<Record<Side, number | null>>({ a: null, b: null });
  const count = view.passages.length;

  const go = useCallback((passage: number) => {
    setActive(passage);
    for (const [side, column] of [['a', a.current], ['b', b.current]] as const) {
      const mark = column?.querySelector<HTMLElement>(`[data-passage="${passage}"]`);
      if (column !== null && mark !== null && mark !== undefined) {
        column.scrollTop = mark.offsetTop - column.clientHeight * DOWN;
        set.current[side] = column.scrollTop;
      }
    }
  }, []);
  const scrolled = (side: Side) => {
    const other = side === 'a' ? 'b' : 'a';
    const [from, to] = side === 'a' ? [a.current, b.current] : [b.current, a.current];
    if (from === null || to === null) {
      return;
    }
    const echo = set.current[side] === from.scrollTop;
    set.current[side] = null;
    if (echo || !together) {
      return;
    }
    const middle = from.scrollTop + from.clientHeight * DOWN;
    to.scrollTop = from.scrollTop <= 0 ? 0 : mapScroll(anchorsBetween(from, to), middle) - to.clientHeight * DOWN;
    set.current[other] = to.scrollTop;
  };
  const step = (by: 1 | -1) => {
    const next = stepPassage(active, count, by);
    if (next !== null) {
      go(next);
    }
  };
  useKey('n', () => { step(1); });
  useKey('p', () => { step(-1); });

  const shownActive = hovered ?? active;
  return (
    <div className="compare-part">
      <div className="compare-tools">
        <span>
          {t('filing.compare.similarity')} <b>{formatShare(part.similarity)}</b>
        </span>
        <span className="soft">{count === 0 ? t('filing.compare.none') : t('filing.compare.shared', { n: formatCount(count), chars: formatCount(view.characters) })}</span>
        {count > 0 && (
          <span className="compare-steps">
            <Button size="small" icon={<UpOutlined />} onClick={() => { step(-1); }}>
              {t('filing.compare.previous')} <kbd>p</kbd>
            </Button>
            <Button size="small" icon={<DownOutlined />} onClick={() => { step(1); }}>
              {t('filing.compare.next')} <kbd>n</kbd>
            </Button>
            <span className="soft compare-at" aria-live="polite">
              {active === null ? '' : t('filing.compare.at', { i: active + 1, n: count })}
            </span>
          </span>
        )}
        <Checkbox checked={together} onChange={(event) => { setTogether(event.target.checked); }}>
          {t('filing.compare.sync')}
        </Checkbox>
        <span className="soft compare-hint">{t('filing.compare.hint')}</span>
      </div>
      <div className="compare-columns">
        <TextColumn side={view.a} label={comparison.a.applicationNumber} active={shownActive} scroller={a} onScroll={() => { scrolled('a'); }} onHover={setHovered} onGo={go} />
        <TextColumn side={view.b} label={comparison.b.applicationNumber} active={shownActive} scroller={b} onScroll={() => { scrolled('b'); }} onHover={setHovered} onGo={go} />
      </div>
    </div>
  );
}
