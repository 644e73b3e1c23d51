import type { ExportSource } from '../../../contract/engine-contract.ts';
import type { ExportPreviewAnswer, MappingPreset } from '../../../contract/imports.ts';
import { matchPreset, mayUsePreset } from '../../../core/formats/match-preset.ts';
import type { TextEncoding } from '../../../core/formats/text-encoding.ts';
import type { EngineClient } from '../../engine/connection.ts';
import { sendFile } from './send-file.ts';
import { isImportable, isMappingComplete, type Mapping, newStagedFile, type StagedFile } from './staged-file.ts';

/** What can be done with the files that wait for import. */
export interface StagedFileWork {
  readonly addFiles: (files: readonly File[]) => void;
  readonly addPaths: (paths: readonly string[]) => void;
  readonly remove: (key: string) => void;
  readonly setIncluded: (key: string, isIncluded: boolean) => void;
  /** Null goes back to what was detected. */
  readonly setMapping: (key: string, mapping: Mapping | null) => void;
  /** Null goes back to what was detected. */
  readonly setEncoding: (key: string, encoding: TextEncoding | null) => void;
  readonly retry: (key: string) => void;
  /** Sends what went to an engine that is no longer there. */
  readonly sendAgain: () => void;
  /** Starts the import of every file that can be imported and takes them off the list. */
  readonly start: () => Promise<void>;
}

export interface StagedFileStore {
  readonly client: EngineClient;
  readonly projectId: string;
  /** Counts the engines this page has spoken to. */
  readonly generation: () => number;
  readonly presets: () => Promise<readonly MappingPreset[]>;
  readonly read: () => readonly StagedFile[];
  readonly update: (change: (files: readonly StagedFile[]) => readonly StagedFile[]) => void;
}

/** Sends, looks at and counts staged files. Newer work on a file stops the older, whose answer is dropped. */
export function createStagedFileWork(store: StagedFileStore): StagedFileWork {
  const { client, projectId, read, update } = store;
  const find = (key: string) => read().find((entry) => entry.key === key);

  function change(key: string, part: Partial<StagedFile>) {
    update((files) => files.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));
  }

  async function run(key: string, part: Partial<StagedFile>, task: (signal: AbortSignal) => Promise<void>) {
    find(key)?.stop?.abort();
    const stop = new AbortController();
    change(key, { ...part, stop, error: null });
    try {
      await task(stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) change(key, { phase: 'failed', error });
    }
  }

  async function look(key: string, source: ExportSource, signal: AbortSignal) {
    change(key, { phase: 'looking', source });
    const preview = await client.imports.preview({ projectId, request: requestOf(source, find(key)?.encoding) });
    const presets = mayUsePreset(preview.format) ? await store.presets() : [];
    if (signal.aborted) return;
    change(key, { phase: 'ready', preview, isIncluded: isWorthwhile(preview), name: preview.fileName });
    const header = preview.columns.map((column) => column.name);
    const mapping = find(key)?.mapping ?? matchPreset(presets, header)?.mapping ?? null;
    if (mapping !== null) setMapping(key, mapping);
  }

  function send(key: string, file: File) {
    void run(key, { phase: 'sending', sentBytes: 0, generation: store.generation() }, async (signal) => {
      const uploadId = await sendFile(client, file, (sentBytes) => change(key, { sentBytes }), signal);
      await look(key, { kind: 'upload', uploadId }, signal);
    });
  }

  function lookAtPath(key: string, source: ExportSource) {
    void run(key, { phase: 'looking' }, (signal) => look(key, source, signal));
  }

  function setMapping(key: string, mapping: Mapping | null) {
    const source = find(key)?.source ?? null;
    void run(key, { mapping, mapped: null, phase: 'ready' }, async (signal) => {
      if (mapping === null || source === null || !isMappingComplete(mapping)) return;
      const request = { ...requestOf(source, find(key)?.encoding), mapping };
      const mapped = await client.imports.preview({ projectId, request });
      if (!signal.aborted) change(key, { mapped, isIncluded: isWorthwhile(mapped) });
    });
  }

  function setEncoding(key: string, encoding: TextEncoding | null) {
    const source = find(key)?.source ?? null;
    if (source !== null) void run(key, { encoding, mapped: null }, (signal) => look(key, source, signal));
  }

  async function remove(key: string) {
    const staged = find(key);
    staged?.stop?.abort();
    update((files) => files.filter((entry) => entry.key !== key));
    if (staged?.source?.kind !== 'upload') return;
    await client.files.discardUpload({ uploadId: staged.source.uploadId });
  }

  return {
    setMapping,
    setEncoding,
    addFiles: (dropped) => {
      for (const file of dropped) {
        const staged = newStagedFile(file.name, file, null);
        update((files) => [...files, staged]);
        send(staged.key, file);
      }
    },
    addPaths: (paths) => {
      for (const path of paths) {
        if (read().some((entry) => entry.source?.kind === 'path' && entry.source.path === path)) continue;
        const source: ExportSource = { kind: 'path', path };
        const staged = newStagedFile(path.split(/[/\\]/).at(-1) ?? path, null, source);
        update((files) => [...files, staged]);
        lookAtPath(staged.key, source);
      }
    },
    remove: (key) => {
      remove(key).catch((error: unknown) => console.debug('The upload could not be discarded.', error));
    },
    setIncluded: (key, isIncluded) => change(key, { isIncluded }),
    retry: (key) => {
      const staged = find(key);
      if (staged?.file) send(key, staged.file);
      else if (staged?.source) lookAtPath(key, staged.source);
    },
    sendAgain: () => {
      for (const { key, file, generation } of read()) {
        if (file !== null && generation !== store.generation()) send(key, file);
      }
    },
    start: async () => {
      const importable = read().filter(isImportable);
      const requests = importable.flatMap(({ source, encoding, mapping }) =>
        source === null
          ? []
          : [{ ...requestOf(source, encoding), ...(mapping === null ? {} : { mapping: { ...mapping } }) }],
      );
      if (requests.length === 0) return;
      await client.imports.start({ projectId, requests });
      const taken = new Set(importable.map((entry) => entry.key));
      update((files) => files.filter((entry) => !taken.has(entry.key)));
    },
  };
}

function requestOf(source: ExportSource, encoding: TextEncoding | null = null) {
  return { source, ...(encoding === null ? {} : { encoding }) };
}

/** A file that would add nothing is left out until somebody says otherwise. */
function isWorthwhile({ alreadyImported, sampled }: ExportPreviewAnswer): boolean {
  return !alreadyImported && (sampled.rows === 0 || sampled.accepted > 0);
}
