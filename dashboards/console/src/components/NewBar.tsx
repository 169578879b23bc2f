import { usePreferences } from '../state/preferences';

/** New rows wait here, so that the list does not move under the pointer; nor does this bar move it. */
export function NewBar({ words, onShow }: { words: readonly string[]; onShow: () => void }) {
  const { t, language } = usePreferences();
  if (words.length === 0) {
    return null;
  }
  return (
    <button type="button" className="new-bar" aria-live="polite" onClick={onShow}>
      <b>{words.join(language === 'zh' ? '，' : ', ')}</b>
      <span>{t('queue.new.show')}</span>
      <kbd>n</kbd>
    </button>
  );
}
