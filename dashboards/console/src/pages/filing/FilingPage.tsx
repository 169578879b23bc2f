import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link, useParams } from 'react-router';
import { OPEN_CASES } from '../../lib/casefilter';
import { usePreferences } from '../../state/preferences';
import { FilingView } from './FilingView';

export default function FilingPage() {
  const { t } = usePreferences();
  const { number = '' } = useParams();
  return (
    <div className="alert-page filing-page">
      <Link to={OPEN_CASES} className="alert-back">
        <ArrowLeftOutlined /> {t('filing.back')}
      </Link>
      <FilingView key={number} applicationNumber={number} />
    </div>
  );
}
