import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useMemo } from 'react';
import { EVIDENCE_CLASSES, RESULTS, type Matrix } from '../../api/compliancetypes';
import { ResultLabel } from '../../components/compliance/Results';
import { useKindName } from '../../components/compliance/useKindName';
import { CountedChip } from '../../components/list/CountedChip';
import { TextFilter } from '../../components/TextFilter';
import { say } from '../../i18n/translate';
import { facetsOf, isMatrixNarrowed, NO_MATRIX_FILTER, type MatrixFilter } from '../../lib/matrix';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

interface MatrixFilterBarProps {
  matrix: Matrix;
  filter: MatrixFilter;
  onChange: (filter: MatrixFilter) => void;
}

/** The conditions of the matrix as chips; all is at hand, so that counts are, too. */
export function MatrixFilterBar({ matrix, filter, onChange }: MatrixFilterBarProps) {
  const { t, language } = usePreferences();
  const kindName = useKindName();
  const facets = useMemo(() => facetsOf(matrix, filter), [matrix, filter]);
  const set = (part: Partial<MatrixFilter>) => {
    onChange({ ...filter, ...part });
  };
  const categories = facets.category.map(({ name, count }) => ({ value: name.zh, label: say(name, language), count }));
  const kinds = [...facets.kind].map(([kind, count]) => ({ value: kind, label: kindName(kind), count }));
  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      <TextFilter key={filter.text} text={filter.text} label={t('compliance.find')} onText={(text) => { set({ text }); }} />
      <CountedChip name={t('compliance.category')} chosen={filter.categories} options={categories} onChange={(chosen) => { set({ categories: chosen }); }} />
      <CountedChip
        name={t('compliance.result')}
        chosen={filter.results}
        options={RESULTS.map((result) => ({ value: result, label: t(`compliance.result.${result}`), drawn: <ResultLabel result={result} />, count: facets.result.get(result) ?? 0 }))}
        onChange={(results) => { set({ results }); }}
      />
      <CountedChip
        name={t('compliance.class')}
        chosen={filter.classes}
        options={EVIDENCE_CLASSES.map((each) => ({ value: each, label: t(`compliance.class.${each}.long`), count: facets.class.get(each) ?? 0 }))}
        onChange={(classes) => { set({ classes }); }}
      />
      <CountedChip name={t('compliance.kind')} chosen={filter.kinds} options={kinds} onChange={(chosen) => { set({ kinds: chosen }); }} />
      <CountedChip
        name={t('compliance.object')}
        chosen={filter.objects}
        options={matrix.objects.map(({ id, name }) => ({ value: id, label: name, count: null }))}
        onChange={(objects) => { set({ objects }); }}
      />
      <Checkbox checked={filter.stale} onChange={(event) => { set({ stale: event.target.checked }); }}>
        {t('compliance.stale.only')} <span className="choice-count">{formatCount(facets.stale)}</span>
      </Checkbox>
      {isMatrixNarrowed(filter) && (
        <Button size="small" type="link" icon={<CloseOutlined />} onClick={() => { onChange(NO_MATRIX_FILTER); }}>
          {t('queue.clear')}
        </Button>
      )}
    </div>
  );
}
