import { createContext, use } from 'react';
import type { Language } from '../i18n/language';
import { translator, type Translate } from '../i18n/translate';

export type ThemeName = 'light' | 'dark';

/** What a person has chosen on this machine; kept in the browser. */
export interface Preferences {
  language: Language;
  theme: ThemeName;
  /** IANA name. */
  zone: string;
  navFolded: boolean;
  rawWrapped: boolean;
}

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function defaultPreferences(prefersDark: boolean): Preferences {
  return { language: 'zh', theme: prefersDark ? 'dark' : 'light', zone: browserZone(), navFolded: false, rawWrapped: true };
}

function isZone(zone: unknown): zone is string {
  try {
    return typeof zone === 'string' && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Reads what was kept; whatever is not understood is the default. */
export function parsePreferences(kept: string | null, fallback: Preferences): Preferences {
  let read: Record<string, unknown>;
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}');
    read = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    read = {};
  }
  const { language, theme, zone, navFolded, rawWrapped } = read;
  return {
    language: language === 'zh' || language === 'en' ? language : fallback.language,
    theme: theme === 'light' || theme === 'dark' ? theme : fallback.theme,
    zone: isZone(zone) ? zone : fallback.zone,
    navFolded: typeof navFolded === 'boolean' ? navFolded : fallback.navFolded,
    rawWrapped: typeof rawWrapped === 'boolean' ? rawWrapped : fallback.rawWrapped,
  };
}

export interface PreferencesContextValue extends Preferences {
  t: Translate;
  change: (part: Partial<Preferences>) => void;
}

export const PreferencesContext = createContext<PreferencesContextValue>({
  ...defaultPreferences(false),
  t: translator('zh'),
  change: () => undefined,
});

export function usePreferences(): PreferencesContextValue {
  return use(PreferencesContext);
}
