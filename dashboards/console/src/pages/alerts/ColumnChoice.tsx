import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { COLUMNS, DEFAULT_COLUMNS, FIXED_COLUMNS, type Column } from '../../lib/columns';
import { usePreferences } from '../../state/preferences';

export function ColumnChoice({ columns, onChange }: { columns: readonly Column[]; onChange: (columns: readonly Column[]) => void }) {
  const { t } = usePreferences();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <div className="choices">
          <ul>
            {COLUMNS.map((column) => (
              <li key={column}>
                <Checkbox
                  checked={columns.includes(column)}
                  disabled={FIXED_COLUMNS.includes(column)}
                  onChange={(event) => {
                    onChange(event.target.checked ? [...columns, column] : columns.filter((each) => each !== column));
                  }}
                >
                  {t(`column.${column}`)}
                </Checkbox>
              </li>
            ))}
          </ul>
          <Button
            size="small"
            type="link"
            onClick={() => {
              onChange(DEFAULT_COLUMNS);
            }}
          >
            {t('queue.columns.reset')}
          </Button>
        </div>
      }
    >
      <Button size="small" type="text" icon={<SettingOutlined />}>
        {t('queue.columns')}
      </Button>
    </Popover>
  );
}
