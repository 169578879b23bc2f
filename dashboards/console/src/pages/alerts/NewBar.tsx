import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

/** New rows wait here, so that the list does not move under the pointer; nor does this bar move it. */
export function NewBar({ fresh, changed, onShow }: { fresh: number; changed: number; onShow: () => void }) {
  const { t, language } = usePreferences();
  if (fresh + changed === 0) {
    return null;
  }
  const words = [
    ...(fresh > 0 ? [t('queue.new', { n: formatCount(fresh) })] : []),
    ...(changed > 0 ? [t('queue.changed', { n: formatCount(changed) })] : []),
  ];
  return (
    <button type="button" className="new-bar" aria-live="polite" onClick={onShow}>
      <b>{words.join(language === 'zh' ? '，' : ', ')}</b>
      <span>{t('queue.new.show')}</span>
      <kbd>n</kbd>
    </button>
  );
}
