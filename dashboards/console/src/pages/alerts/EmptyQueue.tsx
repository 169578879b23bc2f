import { Button } from 'antd';
import { NO_FILTER, writeFilter, type AlertFilter } from '../../lib/filter';
import { usePreferences } from '../../state/preferences';

export function EmptyQueue({ filter, onClear }: { filter: AlertFilter; onClear: (filter: AlertFilter) => void }) {
  const { t } = usePreferences();
  const filtered = writeFilter({ ...filter, sort: NO_FILTER.sort }).toString() !== '';
  return (
    <div className="centred empty">
      <h2>{t('queue.empty.title')}</h2>
      <p>{filtered ? t('queue.empty.filtered') : t('queue.empty.calm')}</p>
      {filtered && (
        <Button
          onClick={() => {
            onClear(NO_FILTER);
          }}
        >
          {t('queue.clear')}
        </Button>
      )}
    </div>
  );
}
