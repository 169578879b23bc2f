import { useMemo } from 'react';
import type { ValueWords } from '../../lib/filingfields';
import { usePreferences } from '../../state/preferences';

/** The words of the reader's language that values need. */
export function useValueWords(): ValueWords {
  const { t } = usePreferences();
  return useMemo(() => ({ yes: t('filing.evidence.yes'), no: t('filing.evidence.no'), others: (n) => t('filing.evidence.others', { n }) }), [t]);
}
