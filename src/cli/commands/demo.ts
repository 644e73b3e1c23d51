import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../contract/app-error.ts';
import { runSample } from '../../engine/jobs/run-sample.ts';
import { createSampleProject } from '../../engine/sample/create-sample-project.ts';
import { sampleFile } from '../../engine/sample/sample-files.ts';
import { sampleProject } from '../../engine/sample/sample-project.ts';
import { serveBrowserWindow } from '../browser-window.ts';
import { describeSampleRun } from '../describe-sample-run.ts';
import { electronBinary } from '../electron-binary.ts';
import { withControl } from '../job-control.ts';
import { withProject } from '../open-project.ts';
import { printJson, printLine, remark } from '../output.ts';
import { APP_VERSION } from '../version.ts';
import { openInElectron } from './open.ts';

interface DemoOptions {
  readonly serve: boolean;
  readonly open: boolean;
  readonly json?: boolean;
}

/**
 * `anchorage demo`: the main job on the bundled sample. Makes the project, imports three tools' exports and an old disavow
 * file, checks every link against the bundled web, judges, takes the suggestions over as a consultant might, writes
 * disavow.txt, says what came out, and opens the window.
 */
export async function demo(dir: string | undefined, options: DemoOptions): Promise<void> {
  const folder = dir === undefined ? mkdtempSync(join(tmpdir(), 'anchorage-demo-')) : resolve(dir);
  const projectPath = join(folder, sampleProject.fileName);
  const disavowPath = join(folder, 'disavow.txt');
  if (existsSync(projectPath)) {
    const message = `${projectPath} is there from an earlier demo. Name another folder, or open it: anchorage serve ${projectPath}`;
    throw new AppError('already-exists', message, { path: projectPath });
  }
  mkdirSync(folder, { recursive: true });
  createSampleProject(projectPath);
  const oldFile = {
    fileName: sampleProject.oldDisavowFile,
    body: readFileSync(sampleFile(sampleProject.oldDisavowFile)),
  };
  const outcome = await withProject(projectPath, (project) =>
    withControl('Working on', 'pages', (control) => runSample(project, oldFile, control, APP_VERSION)),
  );
  writeFileSync(disavowPath, outcome.disavow.text);
  if (options.json === true) {
    const { disavow, ...facts } = outcome;
    const { text: _, ...file } = disavow;
    printJson({ project: projectPath, disavow: disavowPath, ...facts, file });
  } else printLine(describeSampleRun(outcome, { projectPath, disavowPath }));
  if (options.serve) await openWindow(projectPath, options);
}

async function openWindow(projectPath: string, options: DemoOptions): Promise<void> {
  const electron = electronBinary();
  if (electron.kind === 'found' && options.open) return openInElectron(electron.path, projectPath);
  if (electron.kind === 'missing') remark(`Opening in the browser: ${electron.reason}`);
  await serveBrowserWindow({
    projectPath,
    port: 0,
    isOpened: options.open,
    onReady: (url) => printLine(`\nThe window is at ${url}\nPress Ctrl C to end.`),
  });
}
