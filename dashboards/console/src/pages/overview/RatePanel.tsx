import { useMemo } from 'react';
import { Nothing, Panel } from '../../components/Panel';
import { DARK, LIGHT } from '../../lib/palette';
import { useLive } from '../../state/live';
import { usePreferences } from '../../state/preferences';
import { Chart } from './Chart';
import { rateOption } from './options';

export function RatePanel() {
  const { t, theme, zone } = usePreferences();
  const { rates } = useLive();
  const option = useMemo(() => rateOption(rates, { palette: theme === 'dark' ? DARK : LIGHT, zone }), [rates, theme, zone]);
  return (
    <Panel title={t('overview.rate')} hint={t('overview.rate.hint')}>
      {rates.length === 0 ? <Nothing>{t('overview.waiting')}</Nothing> : <Chart option={option} height="92px" label={t('overview.rate')} />}
    </Panel>
  );
}
