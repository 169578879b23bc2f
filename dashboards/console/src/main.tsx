import { createRoot } from 'react-dom/client';
import { App } from './App';
import './styles/base.css';
import './styles/frame.css';
import './styles/queue.css';
import './styles/alert.css';
import './styles/overview.css';
import './styles/ruleset.css';
import './styles/rules.css';
import './styles/filing.css';
import './styles/compliance.css';
import './styles/backup.css';
import './styles/recovery.css';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no #root');
}
createRoot(root).render(<App />);
