import type { Indication, SignalPart } from '../../api/filingtypes';
import { Section } from '../../components/Section';
import { SignalName } from '../../components/filing/SignalName';
import type { Key } from '../../i18n/translate';
import { usePreferences } from '../../state/preferences';

const FAMILIES = ['text', 'mark', 'rate', 'linkage', 'profile', 'conduct', 'history'] as const;

/** How the score came about: each signal's weight, how much of it was reached, and the sum. */
export function ScoreSection({ indication }: { indication: Indication }) {
  const { t } = usePreferences();
  const signals = indication.signals.toSorted((a, b) => b.part - a.part);
  const most = Math.max(...signals.map(({ weight }) => weight), 0.01);
  const families = new Set(signals.map(({ family }) => family)).size;
  return (
    <Section title={t('filing.why')} aside={<span className="soft">{t('filing.why.version', { version: indication.version })}</span>}>
      {signals.length === 0 ? (
        <p className="nothing">{t('filing.why.none')}</p>
      ) : (
        <>
          <p className="soft">
            {t('filing.why.score')} · {t('filing.why.families', { n: families })}
          </p>
          <table className="parts">
            <thead>
              <tr>
                <th scope="col">{t('filing.why.signal')}</th>
                <th scope="col">{t('filing.why.family')}</th>
                <th scope="col">{t('filing.why.window')}</th>
                <th scope="col" className="number">{t('filing.why.strength')}</th>
                <th scope="col" className="number">{t('filing.why.weight')}</th>
                <th scope="col" colSpan={2}>{t('filing.why.part')}</th>
              </tr>
            </thead>
            <tbody>
              {signals.map((signal, index) => (
                <PartRow key={index} signal={signal} most={most} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={5}>{t('filing.why.total')}</th>
                <td className="parts-bar" />
                <td className="number">
                  <b>{indication.score.toFixed(2)}</b>
                </td>
              </tr>
            </tfoot>
          </table>
        </>
      )}
    </Section>
  );
}

/** The light bar is the weight, the dark one what was reached of it. */
function PartRow({ signal, most }: { signal: SignalPart; most: number }) {
  const { t } = usePreferences();
  const family = FAMILIES.find((each) => each === signal.family);
  const width = (value: number) => `${Math.round((Math.min(value, most) / most) * 100)}%`;
  return (
    <tr>
      <td>
        <SignalName code={signal.code} />
      </td>
      <td className="soft">{family === undefined ? signal.family : t(`filing.family.${family}` satisfies Key)}</td>
      <td className="parts-window" title={signal.window}>
        <bdi>{signal.window}</bdi>
      </td>
      <td className="number">{signal.score.toFixed(2)}</td>
      <td className="number">{signal.weight.toFixed(2)}</td>
      <td className="parts-bar" aria-hidden="true">
        <span className="part-weight" style={{ width: width(signal.weight) }}>
          <span className="part-reached" style={{ width: `${Math.round((signal.part / Math.max(signal.weight, 0.0001)) * 100)}%` }} />
        </span>
      </td>
      <td className="number">{signal.part.toFixed(2)}</td>
    </tr>
  );
}
