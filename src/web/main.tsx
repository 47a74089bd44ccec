import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startLanguages } from './app/i18n.ts';
import './ui/tokens.css';
import './ui/base.css';
import { followTheme } from './ui/theme.ts';

followTheme();
await startLanguages();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
