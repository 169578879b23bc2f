import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { fetchCaseFacets } from '../../api/filingcases';
import { CASE_STATES, REGISTERS, SUBJECT_TYPES, TIERS, type CaseFacets } from '../../api/filingtypes';
import type { ChoiceOption } from '../../components/ChoiceChip';
import { CaseStateLabel, TierLabel } from '../../components/filing/CaseWords';
import { FacetChoice } from '../../components/list/FacetChoice';
import { TextFilter } from '../../components/TextFilter';
import { say } from '../../i18n/translate';
import { NOBODY, NO_CASE_FILTER, OPEN_STATES, toCaseQuery, writeCaseFilter, type CaseFilter } from '../../lib/casefilter';
import { KIND_CODES, kindName } from '../../lib/kinds';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';

interface CaseFilterBarProps {
  filter: CaseFilter;
  onChange: (filter: CaseFilter) => void;
}

/** The conditions of the list as chips. */
export function CaseFilterBar({ filter, onChange }: CaseFilterBarProps) {
  const { t, language } = usePreferences();
  const { user } = useSession();
  const set = (part: Partial<CaseFilter>) => {
    onChange({ ...filter, ...part });
  };
  const narrowed = writeCaseFilter({ ...filter, sort: NO_CASE_FILTER.sort, range: NO_CASE_FILTER.range }).toString() !== '';
  const kindLabel = (code: string) => `${code} ${say(kindName(code), language)}`;
  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      <TextFilter key={filter.text} text={filter.text} label={t('filing.find')} onText={(text) => { set({ text }); }} />
      <CaseChip
        name={t('filing.filter.state')}
        filter={filter}
        dimension="states"
        chosen={filter.states}
        labelOf={(state) => t(`filing.state.${state}`)}
        options={(facets) => CASE_STATES.map((state) => ({ value: state, label: t(`filing.state.${state}`), drawn: <CaseStateLabel state={state} />, count: facets.state[state] ?? 0 }))}
        onChange={(states) => { set({ states }); }}
      />
      <CaseChip
        name={t('filing.filter.tier')}
        filter={filter}
        dimension="tiers"
        chosen={filter.tiers}
        labelOf={(tier) => t(`filing.tier.${tier}`)}
        options={(facets) => TIERS.toReversed().map((tier) => ({ value: tier, label: t(`filing.tier.${tier}`), drawn: <TierLabel tier={tier} />, count: facets.tier[tier] ?? 0 }))}
        onChange={(tiers) => { set({ tiers }); }}
      />
      <CaseChip
        name={t('filing.filter.kind')}
        filter={filter}
        dimension="kinds"
        chosen={filter.kinds}
        labelOf={kindLabel}
        options={(facets) => kindOptions(facets).map((code) => ({ value: code, label: kindLabel(code), count: facets.kind[code] ?? 0 }))}
        onChange={(kinds) => { set({ kinds }); }}
      />
      <CaseChip
        name={t('filing.filter.register')}
        filter={filter}
        dimension="registers"
        chosen={filter.registers}
        labelOf={(register) => t(`filing.register.${register}`)}
        options={(facets) => REGISTERS.map((register) => ({ value: register, label: t(`filing.register.${register}`), count: facets.register[register] ?? 0 }))}
        onChange={(registers) => { set({ registers }); }}
      />
      <CaseChip
        name={t('filing.filter.subjectType')}
        filter={filter}
        dimension="subjectTypes"
        chosen={filter.subjectTypes}
        labelOf={(type) => t(`filing.subject.${type}`)}
        options={() => SUBJECT_TYPES.map((type) => ({ value: type, label: t(`filing.subject.${type}`), count: null }))}
        onChange={(subjectTypes) => { set({ subjectTypes }); }}
      />
      {filter.assignee !== '' && (
        <span className="chip chip-on">
          <span className="chip-name">
            {t('filing.filter.assignee')}
            <bdi className="chip-held">{filter.assignee === NOBODY ? t('filing.assignee.none') : filter.assignee === user.name ? user.displayName : filter.assignee}</bdi>
          </span>
          <button type="button" className="chip-drop" aria-label={t('filter.remove', { what: t('filing.filter.assignee') })} onClick={() => { set({ assignee: '' }); }}>
            <CloseOutlined />
          </button>
        </span>
      )}
      {narrowed && (
        <Button size="small" type="link" icon={<CloseOutlined />} onClick={() => { set({ ...NO_CASE_FILTER, sort: filter.sort, range: filter.range }); }}>
          {t('queue.clear')}
        </Button>
      )}
      {filter.states.length === 0 && (
        <Button size="small" type="link" onClick={() => { set({ states: [...OPEN_STATES] }); }}>
          {t('filing.openOnly')}
        </Button>
      )}
      {filter.assignee === '' && (
        <Button size="small" type="link" onClick={() => { set({ assignee: user.name }); }}>
          {t('filing.mine')}
        </Button>
      )}
      {filter.assignee === '' && (
        <Button size="small" type="link" onClick={() => { set({ assignee: NOBODY }); }}>
          {t('filing.unassigned')}
        </Button>
      )}
    </div>
  );
}

/** Kinds that occur, in the order of the law, and those of a later version after them. */
function kindOptions(facets: CaseFacets): string[] {
  const counted = Object.keys(facets.kind);
  return [...KIND_CODES.filter((code) => counted.includes(code)), ...counted.filter((code) => !KIND_CODES.includes(code))];
}

interface CaseChipProps<V extends string> {
  name: string;
  filter: CaseFilter;
  /** The part of the filter that this chip holds; counts are those without it. */
  dimension: 'states' | 'tiers' | 'kinds' | 'registers' | 'subjectTypes';
  chosen: readonly V[];
  labelOf: (value: V) => string;
  options: (facets: CaseFacets) => ChoiceOption<V>[];
  onChange: (chosen: V[]) => void;
}

function CaseChip<V extends string>({ filter, dimension, ...rest }: CaseChipProps<V>) {
  const [now] = useState(() => Date.now());
  const query = toCaseQuery({ ...filter, [dimension]: [] }, now);
  return <FacetChoice {...rest} facetsKey={keys.caseFacets(query)} fetchFacets={(signal) => fetchCaseFacets(query, signal)} />;
}
