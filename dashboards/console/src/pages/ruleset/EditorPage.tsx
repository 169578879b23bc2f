import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { fetchChange, fetchProposal, fetchRuleText, type ChangeForm, type RuleText } from '../../api/rulesets';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { lineSpan, marksOf } from '../../lib/ruleset';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { CasesPanel } from './CasesPanel';
import { CodeArea } from './CodeArea';
import { CoveragePanel } from './CoveragePanel';
import { DryRunPanel } from './DryRunPanel';
import { mayPropose } from './rights';
import { useChecked } from './useChecked';
import { useDraft } from './useDraft';
import { VerdictPanel } from './VerdictPanel';

const TEMPLATE = `title: 
id: 
name: 
status: experimental
description: >-
    
author: 
logsource:
    product: linux
detection:
    selection:
        event.action: 
    condition: selection
falsepositives:
    - 
level: medium
zhidun:
    title-zh: 
`;

interface Loading {
  title: string;
  note: string;
  proposal: string | null;
  text: RuleText;
}

async function load(rule: string | null, proposal: string | null, signal: AbortSignal): Promise<Loading> {
  if (proposal !== null) {
    const [detail, change] = await Promise.all([fetchProposal(proposal, signal), fetchChange(proposal, 0, signal)]);
    return { title: detail.proposal.title, note: detail.proposal.note, proposal, text: change.after ?? { path: '', text: '', cases: '' } };
  }
  if (rule !== null) {
    return { title: '', note: '', proposal: null, text: await fetchRuleText(rule, signal) };
  }
  const text = TEMPLATE.replace('id: ', `id: ${crypto.randomUUID()}`);
  return { title: '', note: '', proposal: null, text: { path: 'rule.yml', text, cases: '' } };
}

/** Writing a rule: checked while it is typed, tried on its cases and on the past. */
export default function EditorPage() {
  const { t } = usePreferences();
  const [params] = useSearchParams();
  const rule = params.get('rule');
  const proposal = params.get('proposal');
  const query = useQuery({
    queryKey: keys.ruleset('edit', rule ?? '', proposal ?? ''),
    queryFn: ({ signal }) => load(rule, proposal, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div className="page ruleset-page">
      <Link to="/rulesets">{t('ruleset.title')}</Link>
      <Loaded query={query} rows={12}>
        {(loaded) => <Editor loaded={loaded} isNew={rule === null && proposal === null} />}
      </Loaded>
    </div>
  );
}

function Editor({ loaded, isNew }: { loaded: Loading; isNew: boolean }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const [title, setTitle] = useState(loaded.title);
  const [note, setNote] = useState(loaded.note);
  const [path, setPath] = useState(loaded.text.path);
  const [text, setText] = useState(loaded.text.text);
  const [cases, setCases] = useState(loaded.text.cases);
  const area = useRef<HTMLTextAreaElement>(null);
  const changes: ChangeForm[] = [{ kind: 'put', path, text, cases }];
  const checked = useChecked(path, text);
  const draft = useDraft();
  const changed = text !== loaded.text.text || cases !== loaded.text.cases || path !== loaded.text.path || title !== loaded.title || note !== loaded.note;
  const name = checked.verdict?.rules.at(-1)?.name ?? path;
  const save = () => {
    if (!mayPropose(user) || text.trim() === '') {
      return;
    }
    const named = title.trim() === '' ? t('ruleset.put.title', { name }) : title.trim();
    draft.save({ title: named, note, changes }, loaded.proposal);
  };
  const goTo = (line: number) => {
    const [from, to] = lineSpan(text, line);
    const box = area.current;
    if (box !== null) {
      box.focus();
      box.setSelectionRange(from, to);
      box.scrollTop = Math.max(0, (line - 4) * 20);
    }
  };
  return (
    <>
      <div className="queue-title">
        <h1 className="page-title">{isNew ? t('ruleset.editor.new') : t('ruleset.editor.edit')}</h1>
        {changed && <span className="ruleset-warn" title={t('ruleset.editor.leave')}>{t('ruleset.editor.unsaved')}</span>}
        <div className="ruleset-tools">
          {!mayPropose(user) && <span className="soft">{t('ruleset.engineersOnly')}</span>}
          <Button size="small" type="primary" loading={draft.busy} disabled={text.trim() === '' || !mayPropose(user)} onClick={save}>
            {t('ruleset.editor.save')}
          </Button>
        </div>
      </div>
      <div className="editor-head">
        <label>
          {t('ruleset.proposal.title')}
          <Input size="small" maxLength={200} value={title} placeholder={t('ruleset.put.title', { name })} onChange={(event) => { setTitle(event.target.value); }} />
        </label>
        <label>
          {t('ruleset.proposal.note')}
          <Input size="small" maxLength={4000} value={note} placeholder={t('ruleset.proposal.note.hint')} onChange={(event) => { setNote(event.target.value); }} />
        </label>
        <label>
          {t('ruleset.editor.path')}
          <Input size="small" maxLength={300} value={path} onChange={(event) => { setPath(event.target.value); }} />
        </label>
      </div>
      <div className="ruleset-columns">
        <div>
          <Section title={t('ruleset.editor.rule')} aside={<span className="soft">{t('ruleset.editor.keys')}</span>}>
            <CodeArea value={text} label={t('ruleset.editor.rule')} height="440px" area={area} marks={marksOf(checked.verdict?.faults ?? [], checked.path)} onChange={setText} onSave={save} />
          </Section>
          <VerdictPanel checked={checked} empty={text.trim() === ''} onGo={goTo} />
          <Section title={t('ruleset.editor.cases')}>
            <CodeArea value={cases} label={t('ruleset.editor.cases')} height="220px" onChange={setCases} onSave={save} />
            <CasesPanel changes={changes} empty={cases.trim() === ''} />
          </Section>
        </div>
        <div>
          <CoveragePanel path={path} text={text} ready={checked.verdict?.faults.length === 0} />
          <DryRunPanel what={{ changes }} />
        </div>
      </div>
    </>
  );
}
