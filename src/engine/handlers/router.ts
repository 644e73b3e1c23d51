import { appHandlers } from './app-handlers.ts';
import { engine } from './base.ts';
import { checkHandlers, checkSettingHandlers, scoreHandlers } from './check-handlers.ts';
import { disavowHandlers } from './disavow-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { jobHandlers } from './job-handlers.ts';
import { projectHandlers } from './project-handlers.ts';
import { anchorHandlers, domainHandlers, linkHandlers, targetHandlers } from './table-handlers.ts';
import { verdictHandlers } from './verdict-handlers.ts';
import { viewHandlers } from './view-handlers.ts';

/** Every call of the contract with its handler; the compiler knows when one is missing. */
export const router = engine.router({
  app: appHandlers,
  files: fileHandlers,
  project: projectHandlers,
  imports: importHandlers,
  links: linkHandlers,
  domains: domainHandlers,
  anchors: anchorHandlers,
  targets: targetHandlers,
  checks: checkHandlers,
  checkSettings: checkSettingHandlers,
  score: scoreHandlers,
  verdicts: verdictHandlers,
  disavow: disavowHandlers,
  jobs: jobHandlers,
  views: viewHandlers,
});
