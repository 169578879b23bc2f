import { memo, type RefObject } from 'react';
import { TINTS, type SideText } from '../../lib/passages';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

interface TextColumnProps {
  side: SideText;
  label: string;
  active: number | null;
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  onHover: (passage: number | null) => void;
  onGo: (passage: number) => void;
}

/** One of two texts, its shared passages tinted. */
export function TextColumn({ side, label, active, scroller, onScroll, onHover, onGo }: TextColumnProps) {
  const { t } = usePreferences();
  return (
    <div ref={scroller} className="compare-text" tabIndex={0} role="region" aria-label={label} onScroll={onScroll}>
      {side.segments.length === 0 && <p className="nothing">{t('filing.compare.missing')}</p>}
      <p>
        {side.segments.map((segment, index) =>
          segment.passage === null ? (
            <span key={index}>{segment.text}</span>
          ) : (
            <Passage key={index} text={segment.text} passage={segment.passage} on={segment.passage === active} onHover={onHover} onGo={onGo} />
          ),
        )}
      </p>
      {side.rest > 0 && <p className="compare-cut">{t('filing.compare.cut', { n: formatCount(side.rest) })}</p>}
    </div>
  );
}

interface PassageProps {
  text: string;
  passage: number;
  on: boolean;
  onHover: (passage: number | null) => void;
  onGo: (passage: number) => void;
}

const Passage = memo(function Passage({ text, passage, on, onHover, onGo }: PassageProps) {
  return (
    <mark
      data-passage={passage}
      className={`tint tint-${passage % TINTS}${on ? ' tint-on' : ''}`}
      onPointerEnter={() => { onHover(passage); }}
      onPointerLeave={() => { onHover(null); }}
      onClick={() => { onGo(passage); }}
    >
      {text}
    </mark>
  );
});
