import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import './tokens.css';
import './base.css';
import { connectEngine } from './engine/connection.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root element.');
const connection = connectEngine(window);
createRoot(root).render(
  <StrictMode>
    <App connection={connection} />
  </StrictMode>,
);
