/** The engine in a process of its own: out/main/engine.js, started by the main process as a utility process. */
import { startEngine } from '../engine/engine.ts';
import { serveEngineProcess } from './serve-engine-process.ts';

serveEngineProcess(process.parentPort, startEngine, () => process.exit(0));
