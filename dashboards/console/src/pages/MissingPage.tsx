import { Link } from 'react-router';
import { usePreferences } from '../state/preferences';

export function MissingPage() {
  const { t } = usePreferences();
  return (
    <div className="centred">
      <h1 className="page-title">{t('missing.title')}</h1>
      <Link to="/">{t('missing.link')}</Link>
    </div>
  );
}
