import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { AlertDetail, EvidenceEvent } from '../../api/types';
import { Copy } from '../../components/Copy';
import { Raw } from '../../components/Raw';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { toNeedles } from '../../lib/conditions';
import { saveText } from '../../lib/download';
import { formatCount } from '../../lib/numbers';
import { cut, LINE_LIMIT, type Needle } from '../../lib/rawline';
import { usePreferences } from '../../state/preferences';

/** The lines as they were received, with what matched marked in them. */
export function RawLines({ alert, first, compact = false }: { alert: AlertDetail; first: number; compact?: boolean }) {
  const { t, rawWrapped, change } = usePreferences();
  const [shown, setShown] = useState(first);
  const needles = toNeedles(alert);
  const rest = alert.events.length - shown;
  return (
    <Section
      title={t('raw.title')}
      aside={
        alert.events.length > 0 && (
          <>
            {!compact && <Legend />}
            <Checkbox checked={rawWrapped} onChange={(event) => { change({ rawWrapped: event.target.checked }); }}>
              {t('raw.wrap')}
            </Checkbox>
            <Button size="small" type="text" onClick={() => { saveText(`${alert.number}.log`, alert.events.map((event) => event.original)); }}>
              {t('raw.download')}
            </Button>
          </>
        )
      }
    >
      {alert.events.length === 0 && <p className="nothing">{t('raw.none')}</p>}
      <div className={rawWrapped ? 'lines lines-wrapped' : 'lines'} tabIndex={0} aria-label={t('raw.title')} role="group">
        {alert.events.slice(0, shown).map((event) => (
          <Line key={event.id} event={event} needles={needles} />
        ))}
      </div>
      {rest > 0 && (
        <Button type="link" size="small" onClick={() => { setShown(shown + 50); }}>
          {t('raw.more', { n: Math.min(rest, 50) })}
        </Button>
      )}
    </Section>
  );
}

function Line({ event, needles }: { event: EvidenceEvent; needles: readonly Needle[] }) {
  const { t } = usePreferences();
  const [limit, setLimit] = useState(LINE_LIMIT);
  const text = cut(event.original, limit);
  const rest = event.original.length - text.length;
  return (
    <div className="line">
      <span className="line-time">
        <Time iso={event.time} />
      </span>
      <span className="line-text">
        <Raw text={text} needles={needles} />
        {rest > 0 && (
          <span className="line-rest">
            {t('raw.rest', { n: formatCount(rest) })}
            <Button size="small" type="link" onClick={() => { setLimit(limit * 8); }}>
              {t('raw.showRest')}
            </Button>
          </span>
        )}
      </span>
      <span className="line-tools">
        <Copy text={event.original} />
      </span>
    </div>
  );
}

function Legend() {
  const { t } = usePreferences();
  return (
    <span className="legend">
      <mark className="mark-match">{t('raw.legend.match')}</mark>
      <mark className="mark-entity">{t('raw.legend.entity')}</mark>
    </span>
  );
}
