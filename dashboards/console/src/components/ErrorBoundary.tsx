import { Component, type ReactNode } from 'react';
import { PreferencesContext } from '../state/preferences';

/** A page that breaks says so; the frame around it goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  static override contextType = PreferencesContext;
  declare context: React.ContextType<typeof PreferencesContext>;
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    const { t } = this.context;
    if (!this.state.broken) {
      return this.props.children;
    }
    return (
      <div className="centred">
        <div className="failure" role="alert">
          <div className="failure-what">{t('failure.page')}</div>
          <div>{t('failure.unreadable.works')}</div>
          <div>{t('failure.page.todo')}</div>
          <button
            type="button"
            className="link"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('failure.reload')}
          </button>
        </div>
      </div>
    );
  }
}
