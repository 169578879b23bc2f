import { ArrowLeftOutlined } from '@ant-design/icons';
import { useRef } from 'react';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../components/Panel';
import { OPEN_QUEUE } from '../../lib/filter';
import { useKey } from '../../state/keyboard';
import { usePreferences } from '../../state/preferences';
import { mayAct, useSession } from '../../state/session';
import { useWidth } from '../../state/width';
import { AlertHeading } from './AlertHeading';
import { DecisionSection } from './DecisionSection';
import { EntitySection } from './EntitySection';
import { FilingCasesSection } from './FilingCasesSection';
import { RawLines } from './RawLines';
import { RelatedSection } from './RelatedSection';
import { RuleSection } from './RuleSection';
import { RunbookSection } from './RunbookSection';
import { TrailSection } from './TrailSection';
import { useAlert } from './useAlert';
import { useAlertActs } from './useAlertActs';
import { WhenSection } from './WhenSection';
import { WhySection } from './WhySection';

/** A sentence first; then why, when, the lines, who, what else, what to do, and what was done. */
export default function AlertPage() {
  const { t } = usePreferences();
  const { id = '' } = useParams();
  const { user } = useSession();
  const query = useAlert(id);
  const acts = useAlertActs();
  const main = useRef<HTMLDivElement>(null);
  const width = useWidth(main);
  const alert = query.data;
  useKey('a', () => {
    if (alert !== undefined && mayAct(user)) {
      acts.acknowledge(alert);
    }
  });
  useKey('r', () => {
    if (alert !== undefined && mayAct(user)) {
      acts.askClose(alert);
    }
  });
  return (
    <div className="alert-page">
      <Link to={OPEN_QUEUE} className="alert-back">
        <ArrowLeftOutlined /> {t('alert.back')}
      </Link>
      <Loaded query={query} rows={12}>
        {(loaded) => <AlertHeading alert={loaded} acts={acts} />}
      </Loaded>
      <div className="alert-columns">
        <div ref={main} className="alert-main">
          {alert !== undefined && (
            <>
              <WhySection alert={alert} />
              <WhenSection alert={alert} width={Math.max(320, width - 34)} />
              <RawLines alert={alert} first={10} />
              <RelatedSection key={alert.id} alert={alert} />
              <RuleSection alert={alert} />
            </>
          )}
        </div>
        <div className="alert-side">
          {alert !== undefined && (
            <>
              <EntitySection alert={alert} />
              <FilingCasesSection cases={alert.filingCases} />
              <RunbookSection alert={alert} />
              <DecisionSection alert={alert} />
              <TrailSection alert={alert} />
            </>
          )}
        </div>
      </div>
      {acts.dialog}
    </div>
  );
}
