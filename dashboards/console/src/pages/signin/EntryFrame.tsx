import type { ReactNode } from 'react';
import { LanguageButton, ThemeButton } from '../../components/frame/PreferenceButtons';
import { usePreferences } from '../../state/preferences';
import { Brand } from '../../components/frame/Brand';

/** The frame of what stands before the console: sign-in and the first password change. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = usePreferences();
  return (
    <main className="entry">
      <div className="entry-tools">
        <ThemeButton />
        <LanguageButton />
      </div>
      <div className="entry-card">
        <Brand />
        <p className="entry-line">{t('brand.line')}</p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
