import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { usePreferences } from '../../state/preferences';

export function ThemeButton() {
  const { t, theme, change } = usePreferences();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <Button
      type="text"
      icon={theme === 'dark' ? <SunOutlined /> : <MoonOutlined />}
      title={t(`top.theme.${other}`)}
      aria-label={t(`top.theme.${other}`)}
      onClick={() => {
        change({ theme: other });
      }}
    />
  );
}

export function LanguageButton() {
  const { t, language, change } = usePreferences();
  return (
    <Button
      type="text"
      title={t('top.language')}
      aria-label={t('top.language')}
      onClick={() => {
        change({ language: language === 'zh' ? 'en' : 'zh' });
      }}
    >
      {t('top.language.short')}
    </Button>
  );
}
