import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';

export const ROW_HEIGHT = 32;
/** The next page is asked for this many rows before the end is in sight. */
const AHEAD = 80;

interface VirtualRowsProps {
  count: number;
  /** Brought into view when it changes; -1 for none. */
  selected: number;
  row: (index: number) => ReactNode;
  tail: ReactNode;
  onNearEnd: () => void;
  label: string;
  activeId: string | undefined;
  /** Starts again at the top when it changes. */
  resetKey: string;
}

/** Rows of one height of which only those in sight are drawn. */
export function VirtualRows({ count, selected, row, tail, onNearEnd, label, activeId, resetKey }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: count + 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 16,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0 && last >= count - AHEAD) {
      onNearEnd();
    }
  }, [count, last, onNearEnd]);
  useEffect(() => {
    if (selected >= 0) {
      virtual.scrollToIndex(selected, { align: 'auto' });
    }
    // The virtualiser is one object for the life of the list.
  }, [selected, virtual]);
  useEffect(() => {
    if (scroller.current !== null) {
      scroller.current.scrollTop = 0;
    }
  }, [resetKey]);
  return (
    <div
      ref={scroller}
      className="rows"
      role="rowgroup"
      aria-label={label}
      aria-activedescendant={activeId}
      tabIndex={0}
    >
      <div className="rows-space" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <div key={item.key} className="rows-slot" style={{ transform: `translateY(${item.start}px)` }}>
            {item.index < count ? row(item.index) : tail}
          </div>
        ))}
      </div>
    </div>
  );
}
