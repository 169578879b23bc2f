import { NewBar as Bar } from '../../components/NewBar';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

/** The alerts that wait to be shown. */
export function NewBar({ fresh, changed, onShow }: { fresh: number; changed: number; onShow: () => void }) {
  const { t } = usePreferences();
  const words = [
    ...(fresh > 0 ? [t('queue.new', { n: formatCount(fresh) })] : []),
    ...(changed > 0 ? [t('queue.changed', { n: formatCount(changed) })] : []),
  ];
  return <Bar words={words} onShow={onShow} />;
}
