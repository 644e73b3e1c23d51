import { workerData } from 'node:worker_threads';
import { type ReaderThreadData, serveExport } from './export-port.ts';
import { readExport } from './read-export.ts';

/** Entry of the worker thread that reads one export: its events go through the port it is given, then the thread ends. */
const { path, options, port }: ReaderThreadData = workerData;
await serveExport(readExport(path, options), port);
