import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { fetchRules } from '../../api/rules';
import { SEVERITIES, type Rule } from '../../api/types';
import { Loaded } from '../../components/Panel';
import { SeverityLabel } from '../../components/Severity';
import { toCoverage, UNTAGGED } from '../../lib/coverage';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { ChosenTechnique } from './ChosenTechnique';
import { Matrix } from './Matrix';

export default function CoveragePage() {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.rules, queryFn: ({ signal }) => fetchRules(signal), staleTime: 60_000 });
  return (
    <div className="page coverage-page">
      <h1 className="page-title">{t('coverage.title')}</h1>
      <Loaded query={query} rows={12}>
        {(page) => <Covered rules={page.items} />}
      </Loaded>
    </div>
  );
}

function Covered({ rules }: { rules: Rule[] }) {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const coverage = toCoverage(rules);
  const chosen = params.get('technique') ?? '';
  const tactic = params.get('tactic') ?? '';
  const choose = (technique: string, within: string) => {
    setParams(technique === '' ? {} : within === '' ? { technique } : { technique, tactic: within }, { replace: true });
  };
  const close = () => {
    choose('', '');
  };
  return (
    <>
      <p className="page-count">{t('coverage.count', { rules: coverage.rules, tactics: coverage.tactics, techniques: coverage.techniques })}</p>
      <div className="coverage-legend">
        {[...SEVERITIES].reverse().map((level) => (
          <span key={level} className={`coverage-key level-${level}`}>
            <SeverityLabel severity={level} />
          </span>
        ))}
        <span className="soft">{t('coverage.hint')}</span>
      </div>
      <Matrix coverage={coverage} chosen={chosen} tactic={tactic} onChoose={choose} />
      <div className="coverage-foot">
        <button
          type="button"
          className="link"
          aria-pressed={chosen === UNTAGGED}
          onClick={() => {
            choose(chosen === UNTAGGED ? '' : UNTAGGED, '');
          }}
        >
          {t('coverage.untagged', { n: coverage.untagged.length })}
        </button>
      </div>
      {chosen !== '' && <ChosenTechnique coverage={coverage} chosen={chosen} tactic={tactic} onClose={close} />}
    </>
  );
}
