import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Modal } from 'antd';
import { useRef, useState } from 'react';
import { confirmImport, uploadAssets } from '../../api/assets';
import type { ImportPreview } from '../../api/assettypes';
import { useKindName } from '../../components/compliance/useKindName';
import { Failure } from '../../components/Failure';
import { Heads } from '../../components/Heads';
import { say } from '../../i18n/translate';
import { formatBytes, formatCount } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

const MOST_FILE = 32 * 1_048_576;

/** A file is read first and shown with its faults; only then is it taken over. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = usePreferences();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ImportPreview | null>(null);
  const [skip, setSkip] = useState(false);
  const [busy, setBusy] = useState(false);
  const [tooBig, setTooBig] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    work()
      .catch((cause: unknown) => {
        setFailure(cause);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const take = (file: File) => {
    setTooBig(file.size > MOST_FILE);
    setRead(null);
    setSkip(false);
    if (file.size <= MOST_FILE) {
      run(async () => {
        setRead(await uploadAssets(file));
      });
    }
  };
  const confirm = () => {
    if (read === null || (read.faultRows > 0 && !skip)) {
      return;
    }
    run(async () => {
      const done = await confirmImport(read.id, skip);
      void message.success(t('import.done', { added: formatCount(done.added), changed: formatCount(done.changed), skipped: formatCount(done.skipped) }));
      void queries.invalidateQueries({ queryKey: keys.assets });
      onClose();
    });
  };
  return (
    <Modal
      open
      width={960}
      title={t('import.title')}
      okText={t('import.confirm')}
      okButtonProps={{ disabled: read === null || (read.faultRows > 0 && !skip) || read.good === 0 }}
      cancelText={t('act.cancel')}
      confirmLoading={busy}
      onOk={confirm}
      onCancel={onClose}
    >
      <div className="note">
        <p className="soft">{t('import.hint')}</p>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.xlsx"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) {
              take(file);
            }
            event.target.value = '';
          }}
        />
        <div className="import-summary">
          <Button loading={busy} onClick={() => { chooser.current?.click(); }}>
            {t('act.file')}
          </Button>
          {read !== null && <bdi>{read.fileName}</bdi>}
        </div>
        {tooBig && <p className="range-bad" role="alert">{t('act.big', { size: formatBytes(MOST_FILE) })}</p>}
        {failure !== null && <Failure compact cause={failure} />}
        {read !== null && <Preview read={read} skip={skip} onSkip={setSkip} />}
      </div>
    </Modal>
  );
}

function Preview({ read, skip, onSkip }: { read: ImportPreview; skip: boolean; onSkip: (skip: boolean) => void }) {
  const { t, language } = usePreferences();
  const kindName = useKindName();
  return (
    <>
      <p className="import-summary">
        <b>{t('import.rows', { n: formatCount(read.rows) })}</b>
        <span className="import-change-added">{t('import.added', { n: formatCount(read.added) })}</span>
        <span className="import-change-changed">{t('import.changed', { n: formatCount(read.changed) })}</span>
        <span className="import-change-same">{t('import.same', { n: formatCount(read.same) })}</span>
        {read.faultRows > 0 && <span className="duty-overdue">{t('import.faults', { n: formatCount(read.faultRows) })}</span>}
      </p>
      {read.unknownColumns.length > 0 && (
        <p className="batch-partial">
          {t('import.unknownColumns')} <bdi>{read.unknownColumns.join(', ')}</bdi>
        </p>
      )}
      {read.faults.length > 0 && (
        <>
          <div className="import-faults">
            <table className="parts">
              <Heads of={[t('import.row'), t('import.column'), t('import.value'), t('import.fault')]} />
              <tbody>
                {read.faults.map((fault, index) => (
                  <tr key={index}>
                    <td>{fault.row}</td>
                    <td><bdi>{fault.column}</bdi></td>
                    <td><bdi><code>{fault.value}</code></bdi></td>
                    <td><bdi>{say(fault.message, language)}</bdi></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Checkbox checked={skip} onChange={(event) => { onSkip(event.target.checked); }}>
            {t('import.skip', { n: formatCount(read.faultRows) })}
          </Checkbox>
        </>
      )}
      <div className="import-faults">
        <table className="parts">
          <Heads
            of={[
              t('import.row'),
              t('import.change'),
              t('asset.column.id'),
              t('asset.column.name'),
              t('asset.column.kind'),
              t('asset.column.address'),
            ]}
          />
          <tbody>
            {read.preview.map(({ row, change, asset }) => (
              <tr key={row}>
                <td>{row}</td>
                <td className={`import-change-${change}`}>{t(`import.change.${change}`)}</td>
                <td><code>{asset.id}</code></td>
                <td><bdi>{asset.name}</bdi></td>
                <td>{kindName(asset.kind)}</td>
                <td><bdi>{asset.addresses[0] ?? ''}</bdi></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
