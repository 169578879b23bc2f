import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { fetchItem, runCheck } from '../../api/compliance';
import type { ItemDetail } from '../../api/compliancetypes';
import { ClassTag, ResultLabel, StaleTag } from '../../components/compliance/Results';
import { Failure } from '../../components/Failure';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { useActs, type Act } from '../../components/useActs';
import { say } from '../../i18n/translate';
import { cellsInOrder } from '../../lib/itemcells';
import { matrixLink } from '../../lib/matrix';
import { formatCount } from '../../lib/numbers';
import { mayAudit, mayEngineer, mayPlan } from '../../lib/protectionrights';
import { clauseName } from '../../lib/results';
import { formatDuration, parseDuration } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { ProposalList } from '../compliance/ProposalsTab';
import { RectificationTable } from '../compliance/RectificationsTab';
import { usePersonActs } from '../compliance/usePersonActs';
import { CellDetail } from './CellDetail';
import { CellList } from './CellList';
import { HistorySection } from './HistorySection';

/** One requirement of one system: what it asks, what was found on each object, by whom and on what evidence. */
export default function ItemPage() {
  const { system = '', item = '' } = useParams();
  const query = useQuery({ queryKey: keys.item(system, item), queryFn: ({ signal }) => fetchItem(system, item, signal) });
  return (
    <div className="item-page">
      <Loaded query={query} rows={12}>
        {(detail) => <Item system={system} detail={detail} />}
      </Loaded>
    </div>
  );
}

function Item({ system, detail }: { system: string; detail: ItemDetail }) {
  const { t, language } = usePreferences();
  const [params, setParams] = useSearchParams();
  const { item } = detail;
  const cells = cellsInOrder(detail.cells);
  const chosen = cells.find(({ object }) => object === params.get('object')) ?? cells[0];
  return (
    <>
      <Link to={matrixLink(system)} className="alert-back">
        {t('item.back')}
      </Link>
      <header className="item-head">
        <div className="alert-line">
          <span className="alert-number">{clauseName(item.id)}</span>
          <Link to={matrixLink(system, { categories: [item.category.zh] })}>{say(item.category, language)}</Link>
          <span>{say(item.controlPoint, language)}</span>
          <ClassTag of={item.class} />
          {item.extension !== null && <span>{t(`compliance.extension.${item.extension}`)}</span>}
          {detail.waived && <span className="waived-tag">{t('compliance.waived')}</span>}
        </div>
        <h1 className="alert-sentence">{say(item.gloss, language)}</h1>
        <div className="item-result">
          <ResultLabel result={detail.result} strong />
          {cells.some(({ stale }) => stale) && <StaleTag />}
          <span className="soft">{t('item.cells', { n: formatCount(cells.length) })}</span>
        </div>
        {chosen !== undefined && (
          <Acts
            system={system}
            detail={detail}
            object={chosen.object}
            onActed={() => {
              // Its new result may move it down the list: who acted stays where they acted.
              setParams({ object: chosen.object }, { replace: true });
            }}
          />
        )}
      </header>
      <div className="item-columns">
        <div>
          <Section title={t('item.objects')}>
            <div className={cells.length > 1 ? 'item-cells' : ''}>
              {cells.length > 1 && (
                <CellList
                  cells={cells}
                  chosen={chosen?.object ?? ''}
                  onChoose={(object) => {
                    setParams({ object }, { replace: true });
                  }}
                />
              )}
              {chosen !== undefined && <CellDetail key={chosen.object} system={system} item={item.id} cell={chosen} />}
            </div>
          </Section>
          {detail.rectifications.length > 0 && (
            <Section title={t('rectify.title')}>
              <div className="section-table">
                <RectificationTable rows={detail.rectifications} withItem={false} />
              </div>
            </Section>
          )}
          <HistorySection history={detail.history} />
        </div>
        <aside>
          <Section title={t('item.asks')}>
            <p>{say(item.gloss, language)}</p>
            {say(item.hint, language) !== '' && (
              <p className="soft">
                {t('item.hint')} {say(item.hint, language)}
              </p>
            )}
            {item.fullText === '' ? (
              <p className="soft">{t('item.noFullText')}</p>
            ) : (
              <blockquote className="full-text" lang="zh-CN">
                <bdi>{item.fullText}</bdi>
              </blockquote>
            )}
          </Section>
          <ChecksSection detail={detail} />
          <Section title={t('proposal.waivers')}>
            <ProposalList kind="waivers" rows={detail.waivers} withItem={false} />
          </Section>
        </aside>
      </div>
    </>
  );
}

/** What this person may do; who may do nothing is told so. */
function Acts({ system, detail, object, onActed }: { system: string; detail: ItemDetail; object: string; onActed: () => void }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const acts = usePersonActs();
  const { open: openAct, dialog } = useActs(keys.compliance);
  const open = (act: Act) => {
    openAct({ ...act, then: onActed });
  };
  const target = { system, item: detail.item.id, object, objects: detail.cells.map((cell) => ({ value: cell.object, label: cell.objectName })) };
  return (
    <div className="alert-actions">
      {mayAudit(user) && (
        <>
          <Button type="primary" onClick={() => { open(acts.attest(target)); }}>
            {t('act.attest')}
          </Button>
          <Button onClick={() => { open(acts.overrule(target)); }}>{t('act.overrule')}</Button>
        </>
      )}
      {mayPlan(user) && <Button onClick={() => { open(acts.rectify(target)); }}>{t('act.rectify')}</Button>}
      {mayEngineer(user) && (
        <>
          <Button onClick={() => { open(acts.exempt(target)); }}>{t('act.exempt')}</Button>
          <Button onClick={() => { open(acts.waive(target)); }}>{t('act.waive')}</Button>
        </>
      )}
      {!mayAudit(user) && !mayPlan(user) && <span className="read-only">{t('item.readOnly')}</span>}
      {dialog}
    </div>
  );
}

function ChecksSection({ detail }: { detail: ItemDetail }) {
  const { t, language } = usePreferences();
  const { user } = useSession();
  return (
    <Section title={t('item.checks')}>
      {detail.checks.length === 0 ? (
        <p className="soft">{t(detail.item.class === 'document' ? 'item.checks.document' : 'item.checks.none')}</p>
      ) : (
        <ul className="checks">
          {detail.checks.map((check) => (
            <li key={check.code}>
              <span title={check.code}>{say(check.title, language)}</span>
              <span className="soft">{t('item.every', { interval: formatDuration(parseDuration(check.interval) ?? 0, language) })}</span>
              {mayEngineer(user) && check.answered && <RunButton code={check.code} />}
              <span className="soft check-last">
                {!check.answered ? t('item.unanswered') : check.lastRun === null ? t('item.neverRun') : t('item.lastRun')} {check.lastRun !== null && <Time iso={check.lastRun} />}
              </span>
              {check.lastError !== null && <bdi className="check-error">{check.lastError}</bdi>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function RunButton({ code }: { code: string }) {
  const { t } = usePreferences();
  const { message, notification } = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await runCheck(code);
      void message.success(t('item.ran'));
    } catch (cause) {
      notification.error({ title: code, description: <Failure compact cause={cause} />, duration: 8 });
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: keys.compliance });
    }
  };
  return (
    <Button size="small" loading={busy} onClick={() => void run()}>
      {t('item.run')}
    </Button>
  );
}
