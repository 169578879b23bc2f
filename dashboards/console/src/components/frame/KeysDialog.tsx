import { Modal } from 'antd';
import type { Key } from '../../i18n/translate';
import { usePreferences } from '../../state/preferences';

const KEYS: { keys: string[]; what: Extract<Key, `keys.${string}` | `filing.keys.${string}` | `exercise.keys.${string}`> }[] = [
  { keys: ['j', 'k'], what: 'keys.move' },
  { keys: ['Enter'], what: 'keys.enter' },
  { keys: ['a'], what: 'keys.acknowledge' },
  { keys: ['r'], what: 'keys.close' },
  { keys: ['n'], what: 'keys.new' },
  { keys: ['x'], what: 'filing.keys.select' },
  { keys: ['n', 'p'], what: 'filing.keys.passages' },
  { keys: ['b'], what: 'exercise.keys.begin' },
  { keys: ['d'], what: 'exercise.keys.done' },
  { keys: ['/'], what: 'keys.search' },
  { keys: ['Esc'], what: 'keys.escape' },
  { keys: ['?'], what: 'keys.help' },
];

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = usePreferences();
  return (
    <Modal open={open} title={t('keys.title')} footer={null} width={440} onCancel={onClose}>
      <dl className="keys">
        {KEYS.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
