import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { translator } from '../i18n/translate';
import { cssVariables, DARK, LIGHT } from '../lib/palette';
import { defaultPreferences, parsePreferences, PreferencesContext, type Preferences } from './preferences';

const KEY = 'zhidun.preferences';

function load(): Preferences {
  const fallback = defaultPreferences(window.matchMedia('(prefers-color-scheme: dark)').matches);
  try {
    return parsePreferences(window.localStorage.getItem(KEY), fallback);
  } catch {
    return fallback;
  }
}

function keep(preferences: Preferences): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

function paint(preferences: Preferences): void {
  const root = document.documentElement;
  root.lang = preferences.language === 'zh' ? 'zh-CN' : 'en';
  root.dataset.theme = preferences.theme;
  root.style.colorScheme = preferences.theme;
  const variables = cssVariables(preferences.theme === 'dark' ? DARK : LIGHT);
  Object.entries(variables).forEach(([name, value]) => {
    root.style.setProperty(name, value);
  });
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(() => {
    const loaded = load();
    paint(loaded);
    return loaded;
  });
  useEffect(() => {
    paint(preferences);
    keep(preferences);
  }, [preferences]);
  const change = useCallback((part: Partial<Preferences>) => {
    setPreferences((old) => ({ ...old, ...part }));
  }, []);
  const value = useMemo(
    () => ({ ...preferences, t: translator(preferences.language), change }),
    [preferences, change],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}
