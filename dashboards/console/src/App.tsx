import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Problem } from './api/http';
import { ErrorBoundary } from './components/ErrorBoundary';
import { Frame } from './components/frame/Frame';
import { antTheme } from './lib/theme';
import { MissingPage } from './pages/MissingPage';
import { LiveProvider } from './state/LiveProvider';
import { usePreferences } from './state/preferences';
import { PreferencesProvider } from './state/PreferencesProvider';
import { SessionGate } from './state/SessionGate';

const FilingCasesPage = lazy(() => import('./pages/filingcases/FilingCasesPage'));
const FilingCasePage = lazy(() => import('./pages/filingcase/FilingCasePage'));
const ComparePage = lazy(() => import('./pages/compare/ComparePage'));
const FilingPage = lazy(() => import('./pages/filing/FilingPage'));
const FilingReportPage = lazy(() => import('./pages/filingreport/ReportPage'));
const AccessLogPage = lazy(() => import('./pages/accesslog/AccessLogPage'));
const OverviewPage = lazy(() => import('./pages/overview/OverviewPage'));
const AlertsPage = lazy(() => import('./pages/alerts/AlertsPage'));
const AlertPage = lazy(() => import('./pages/alert/AlertPage'));
const AssetsPage = lazy(() => import('./pages/assets/AssetsPage'));
const DiscoveryPage = lazy(() => import('./pages/assets/DiscoveryPage'));
const SystemsPage = lazy(() => import('./pages/systems/SystemsPage'));
const AuditPage = lazy(() => import('./pages/audit/AuditPage'));
const BackupsPage = lazy(() => import('./pages/backups/BackupsPage'));
const BackupCalendarPage = lazy(() => import('./pages/backups/CalendarPage'));
const BackupPoliciesPage = lazy(() => import('./pages/backups/PoliciesPage'));
const BackupSourcePage = lazy(() => import('./pages/backupsource/SourcePage'));
const RecoveryPage = lazy(() => import('./pages/recovery/RecoveryPage'));
const RecoverySystemPage = lazy(() => import('./pages/recovery/RecoverySystemPage'));
const PlanEditorPage = lazy(() => import('./pages/recoveryplan/PlanEditorPage'));
const ExercisePage = lazy(() => import('./pages/exercise/ExercisePage'));
const AccountsPage = lazy(() => import('./pages/accounts/AccountsPage'));
const CompliancePage = lazy(() => import('./pages/compliance/CompliancePage'));
const SystemPage = lazy(() => import('./pages/compliance/SystemPage'));
const ItemPage = lazy(() => import('./pages/complianceitem/ItemPage'));
const EvidencePage = lazy(() => import('./pages/evidence/EvidencePage'));
const EventsPage = lazy(() => import('./pages/events/EventsPage'));
const AssessmentPage = lazy(() => import('./pages/assessment/AssessmentPage'));
const ComparisonPage = lazy(() => import('./pages/assessment/ComparisonPage'));
const PlatformPage = lazy(() => import('./pages/platform/PlatformPage'));
const CanariesPage = lazy(() => import('./pages/canaries/CanariesPage'));
const CoveragePage = lazy(() => import('./pages/coverage/CoveragePage'));
const RulePage = lazy(() => import('./pages/rules/RulePage'));
const RulesPage = lazy(() => import('./pages/rules/RulesPage'));
const RuleSetPage = lazy(() => import('./pages/ruleset/RuleSetPage'));
const ProposalPage = lazy(() => import('./pages/ruleset/ProposalPage'));
const EditorPage = lazy(() => import('./pages/ruleset/EditorPage'));
const HistoryPage = lazy(() => import('./pages/ruleset/HistoryPage'));

/** Once more where nothing answered; an answer, also a refusal, is shown at once. */
function worthRetrying(failures: number, cause: unknown): boolean {
  return failures < 1 && cause instanceof Problem && cause.status === 0;
}

function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: worthRetrying, refetchOnWindowFocus: false, staleTime: 5_000 } },
  });
}

export function App() {
  const [queries] = useState(queryClient);
  return (
    <PreferencesProvider>
      <QueryClientProvider client={queries}>
        <Themed />
      </QueryClientProvider>
    </PreferencesProvider>
  );
}

function Themed() {
  const { language, theme } = usePreferences();
  return (
    <ConfigProvider theme={antTheme(theme)} locale={language === 'zh' ? zhCN : enUS} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <AntApp className="app" message={{ maxCount: 3 }}>
        {/* A key pressed twice must count twice: the address changes at once, not when React finds time. */}
        <BrowserRouter useTransitions={false}>
          <ErrorBoundary>
            <SessionGate>
              <LiveProvider>
                <Pages />
              </LiveProvider>
            </SessionGate>
          </ErrorBoundary>
        </BrowserRouter>
      </AntApp>
    </ConfigProvider>
  );
}

function Pages() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route element={<Frame />}>
          <Route index element={<OverviewPage />} />
          <Route path="alerts" element={<AlertsPage />} />
          <Route path="alerts/:id" element={<AlertPage />} />
          <Route path="filing-cases" element={<FilingCasesPage />} />
          <Route path="filing-cases/:id" element={<FilingCasePage />} />
          <Route path="filings/compare" element={<ComparePage />} />
          <Route path="filings/:number" element={<FilingPage />} />
          <Route path="filing-report" element={<FilingReportPage />} />
          <Route path="filing-access" element={<AccessLogPage />} />
          <Route path="compliance" element={<CompliancePage />} />
          <Route path="compliance/:system" element={<SystemPage />} />
          <Route path="compliance/:system/items/:item" element={<ItemPage />} />
          <Route path="systems" element={<SystemsPage />} />
          <Route path="assets" element={<AssetsPage />} />
          <Route path="assets/discovery" element={<DiscoveryPage />} />
          <Route path="backups" element={<BackupsPage />} />
          <Route path="backups/calendar" element={<BackupCalendarPage />} />
          <Route path="backups/policies" element={<BackupPoliciesPage />} />
          <Route path="backups/:system/:source" element={<BackupSourcePage />} />
          <Route path="recovery" element={<RecoveryPage />} />
          <Route path="recovery/exercises/:id" element={<ExercisePage />} />
          <Route path="recovery/:system" element={<RecoverySystemPage />} />
          <Route path="recovery/:system/plan" element={<PlanEditorPage />} />
          <Route path="accounts" element={<AccountsPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="evidence/:id" element={<EvidencePage />} />
          <Route path="events" element={<EventsPage />} />
          <Route path="assessments/compare" element={<ComparisonPage />} />
          <Route path="assessments/:id" element={<AssessmentPage />} />
          <Route path="platform" element={<PlatformPage />} />
          <Route path="rules" element={<RulesPage />} />
          <Route path="canaries" element={<CanariesPage />} />
          <Route path="rulesets" element={<RuleSetPage />} />
          <Route path="rulesets/edit" element={<EditorPage />} />
          <Route path="rulesets/proposals/:id" element={<ProposalPage />} />
          <Route path="rulesets/history/:number" element={<HistoryPage />} />
          <Route path="rules/:name" element={<RulePage />} />
          <Route path="coverage" element={<CoveragePage />} />
          <Route path="*" element={<MissingPage />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
