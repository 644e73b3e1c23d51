import { AppError } from '../../contract/app-error.ts';
import type { DisavowDraft, DisavowVersion } from '../../contract/disavow.ts';
import { type DisavowFile, isEntryLine } from '../../core/disavow/disavow-file.ts';
import { listDisavowEntries } from '../../core/disavow/list-disavow-entries.ts';
import { parseDisavowFile, parseDisavowText } from '../../core/disavow/parse-disavow-file.ts';
import { printDisavowText } from '../../core/disavow/print-disavow-file.ts';
import { registrableDomain, stripWww } from '../../core/url/host-name.ts';
import { type CarriedEntry, readCarried } from '../db/carried-entries.ts';
import { type DisavowUpload, haveVerdictsChanged, newestVersion, readVersion } from '../db/disavow-queries.ts';
import type { ReadableDatabase } from '../db/project-database.ts';
import type { ProjectWriter } from '../db/project-writer.ts';
import { readSettings } from '../db/setting-queries.ts';
import { buildFromVerdicts } from './build-from-verdicts.ts';
import { findKnownLinks } from './known-links.ts';

/** The text to begin editing with: the newest version, else what the verdicts build. `today` is YYYY-MM-DD. */
export function readDraft(db: ReadableDatabase, today: string): DisavowDraft {
  const version = newestVersion(db);
  if (version === null) return { text: buildFromVerdicts(db, today).text, version: null, verdictsChanged: false };
  return { text: textOfVersion(db, version.id).text, version, verdictsChanged: haveVerdictsChanged(db, version.id) };
}

/** A version and its text, decoded. Throws `not-found`. */
export function textOfVersion(db: ReadableDatabase, id: number): { version: DisavowVersion; text: string } {
  const found = readVersion(db, id);
  if (found === null)
    throw new AppError('not-found', 'This version of the disavow file is not in the project.', { id });
  return { version: found.version, text: printDisavowText(parseDisavowFile(found.body)) };
}

/** Keeps the editor's text as a version. Its verdicts are not touched; what matches nothing stays for the next build. */
export async function saveDisavowText(
  db: ReadableDatabase,
  writer: ProjectWriter,
  { text, fileName }: { readonly text: string; readonly fileName: string },
  now: string,
): Promise<DisavowVersion> {
  const file = parseDisavowText(text);
  const isBuilt = text === buildFromVerdicts(db, now.slice(0, 10)).text;
  const id = await writer.run('keepEditedFile', {
    file: {
      createdAt: now,
      origin: isBuilt ? 'built' : 'edited',
      fileName,
      body: new TextEncoder().encode(text),
      entries: countEntries(file),
      property: readSettings(db).sites[0] ?? null,
    },
    unmatched: entriesWithoutVerdict(db, file),
  });
  return textOfVersion(db, id).version;
}

/** Notes where and when a version was uploaded, and returns the version. Throws `not-found`. */
export async function recordDisavowUpload(
  db: ReadableDatabase,
  writer: ProjectWriter,
  upload: DisavowUpload,
): Promise<DisavowVersion> {
  textOfVersion(db, upload.versionId);
  await writer.run('recordUpload', upload);
  return textOfVersion(db, upload.versionId).version;
}

/** Domain and URL entries together. */
export function countEntries(file: DisavowFile): number {
  return file.lines.filter(isEntryLine).length;
}

function entriesWithoutVerdict(db: ReadableDatabase, file: DisavowFile): CarriedEntry[] {
  const carried = new Map(readCarried(db).flatMap(({ entries }) => entries.map((one) => [one.entry, one])));
  const known = findKnownLinks(db, file);
  return listDisavowEntries(file).flatMap((listed) => {
    const entry = listed.kind === 'domain' ? `domain:${stripWww(listed.host)}` : listed.url;
    const earlier = carried.get(entry);
    if (earlier !== undefined) return [earlier];
    const host = stripWww(listed.host);
    const isKnown =
      listed.kind === 'url'
        ? known.page(listed.urlKey) !== undefined
        : known.below(host) !== undefined || known.domain(registrableDomain(host))?.name === host;
    return isKnown ? [] : [{ entry, note: listed.comment, isMatched: false }];
  });
}
