import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { zoneOffset } from '../../lib/time';
import { browserZone, usePreferences } from '../../state/preferences';
import { useKey } from '../../state/keyboard';
import { AccountMenu } from './AccountMenu';
import { GlobalSearch } from './GlobalSearch';
import { KeysDialog } from './KeysDialog';
import { LanguageButton, ThemeButton } from './PreferenceButtons';
import { RangePicker } from './RangePicker';

export function TopBar() {
  const { t } = usePreferences();
  const [helping, setHelping] = useState(false);
  useKey('?', () => {
    setHelping(true);
  });
  return (
    <header className="top">
      <GlobalSearch />
      <div className="top-tools">
        <RangePicker />
        <ZoneSelect />
        <Button
          type="text"
          icon={<QuestionCircleOutlined />}
          title={`${t('top.keys')} (?)`}
          aria-label={t('top.keys')}
          onClick={() => {
            setHelping(true);
          }}
        />
        <ThemeButton />
        <LanguageButton />
        <AccountMenu />
      </div>
      <KeysDialog
        open={helping}
        onClose={() => {
          setHelping(false);
        }}
      />
    </header>
  );
}

function ZoneSelect() {
  const { t, zone, change } = usePreferences();
  const [now] = useState(() => Date.now());
  const zones = [...new Set([browserZone(), zone, 'Asia/Shanghai', 'UTC'])];
  return (
    <Select
      variant="borderless"
      popupMatchSelectWidth={false}
      value={zone}
      aria-label={t('top.zone')}
      title={t('top.zone.hint')}
      options={zones.map((each) => {
        const offset = zoneOffset(now, each);
        return { value: each, label: each === offset ? each : `${each} (${offset})` };
      })}
      onChange={(chosen) => {
        change({ zone: chosen });
      }}
    />
  );
}
