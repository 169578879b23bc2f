import { Button } from 'antd';
import { isOpenQueue, NO_FILTER, writeFilter, type AlertFilter } from '../../lib/filter';
import { usePreferences } from '../../state/preferences';

export function EmptyQueue({ filter, onClear }: { filter: AlertFilter; onClear: (filter: AlertFilter) => void }) {
  const { t } = usePreferences();
  const open = isOpenQueue(filter);
  const filtered = writeFilter({ ...filter, sort: NO_FILTER.sort }).toString() !== '';
  const words = open ? t('queue.empty.open') : filtered ? t('queue.empty.filtered') : t('queue.empty.calm');
  return (
    <div className="centred empty">
      {filtered && !open && <h2>{t('queue.empty.title')}</h2>}
      <p>{words}</p>
      {filtered && (
        <Button
          onClick={() => {
            onClear(NO_FILTER);
          }}
        >
          {open ? t('queue.all') : t('queue.clear')}
        </Button>
      )}
    </div>
  );
}
