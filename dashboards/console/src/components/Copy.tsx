import { Button } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../state/preferences';

export function Copy({ text, label }: { text: string; label?: string }) {
  const { t } = usePreferences();
  const [copied, setCopied] = useState(false);
  // Browsers give the clipboard only to pages from a secure origin.
  if (!window.isSecureContext) {
    return null;
  }
  return (
    <Button
      size="small"
      type="text"
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
          window.setTimeout(() => {
            setCopied(false);
          }, 1_500);
        });
      }}
    >
      {copied ? t('alert.copied') : (label ?? t('raw.copy'))}
    </Button>
  );
}
