import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { importZip, saveProposal } from '../../api/rulesets';
import { Failure } from '../../components/Failure';
import { toChanges } from '../../lib/ruleset';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** Makes a draft of a zip or of YAML files. */
export function ImportButton() {
  const { t } = usePreferences();
  const { notification, message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);

  const take = async (files: File[]) => {
    const first = files[0];
    if (first === undefined) {
      return;
    }
    const title = t('ruleset.import.title', { name: first.name });
    if (first.name.endsWith('.zip')) {
      const { detail, leftOut } = await importZip(title, first);
      const names = Object.entries(leftOut);
      if (names.length > 0) {
        notification.warning({
          title: t('ruleset.import.leftOut', { n: names.length }),
          description: <LeftOut names={names} />,
          duration: 0,
        });
      }
      await navigate(`/rulesets/proposals/${detail.proposal.id}`);
      return;
    }
    const changes = toChanges(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
    if (changes.length === 0) {
      void message.warning(t('ruleset.import.nothing'));
      return;
    }
    const detail = await saveProposal(null, { title, note: '', changes });
    await navigate(`/rulesets/proposals/${detail.proposal.id}`);
  };
  const choose = async (files: File[]) => {
    setBusy(true);
    try {
      await take(files);
      await queries.invalidateQueries({ queryKey: keys.rulesets });
    } catch (cause) {
      notification.error({ title: t('ruleset.import'), description: <Failure compact cause={cause} />, duration: 10 });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".zip,.yml,.yaml"
        onChange={(event) => {
          void choose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button size="small" loading={busy} title={t('ruleset.import.hint')} onClick={() => { input.current?.click(); }}>
        {t('ruleset.import')}
      </Button>
    </>
  );
}

const SHOWN = 8;

function LeftOut({ names }: { names: [string, string][] }) {
  return (
    <ul className="left-out">
      {names.slice(0, SHOWN).map(([name, reason]) => (
        <li key={name}>
          <code>{name}</code> {reason}
        </li>
      ))}
      {names.length > SHOWN && <li>…</li>}
    </ul>
  );
}
