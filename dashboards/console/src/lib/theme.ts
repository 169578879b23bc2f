import { theme as antd, type ThemeConfig } from 'antd';
import type { ThemeName } from '../state/preferences';
import { DARK, LIGHT } from './palette';

export const FONT =
  "-apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/** Ant Design in our colours: borders before shadows, no motion that says nothing. */
export function antTheme(name: ThemeName): ThemeConfig {
  const palette = name === 'dark' ? DARK : LIGHT;
  return {
    algorithm: name === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 30,
      controlHeightSM: 26,
      colorPrimary: palette.accent,
      colorTextLightSolid: palette.onAccent,
      colorLink: palette.accent,
      colorInfo: palette.accent,
      colorError: palette.bad,
      colorWarning: palette.warn,
      colorSuccess: palette.good,
      colorText: palette.text,
      colorTextSecondary: palette.textSecond,
      colorTextTertiary: palette.textThird,
      colorTextDescription: palette.textThird,
      colorTextPlaceholder: palette.textThird,
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBgLayout: palette.background,
      colorBorder: palette.borderStrong,
      colorBorderSecondary: palette.border,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      // What floats has a border, too: on dark ground a shadow is not seen.
      boxShadow: `0 0 0 1px ${palette.border}, 0 2px 8px rgba(0, 0, 0, 0.12)`,
      boxShadowSecondary: `0 0 0 1px ${palette.border}, 0 4px 16px rgba(0, 0, 0, 0.16)`,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Form: { itemMarginBottom: 16 },
    },
  };
}
