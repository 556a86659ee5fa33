import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './look/base.css';
import './look/frame.css';
import './look/page.css';
import './look/table.css';
import './look/print.css';
import './look/hall.css';
import { paintRoot } from './look/paint.js';

paintRoot(document.documentElement);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
