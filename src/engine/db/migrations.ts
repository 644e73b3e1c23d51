import { PROJECT_SCHEMA } from './schema/0001-project.ts';
import { CHECK_FACTS_SCHEMA } from './schema/0002-check-facts.ts';
import { RENDERED_LOOKS_SCHEMA } from './schema/0003-rendered-looks.ts';
import { COMPACT_SIGHTINGS } from './schema/0004-compact-sightings.ts';
import { SIGHTINGS_BY_IMPORT } from './schema/0005-sightings-by-import.ts';
import { NEWEST_LOOKS } from './schema/0006-newest-looks.ts';
import { DOMAIN_NAMES } from './schema/0007-domain-names.ts';
import { PAGE_SPELLING } from './schema/0008-page-spelling.ts';
import { WORKED_TIME } from './schema/0009-worked-time.ts';
import { JOB_OWNER } from './schema/0010-job-owner.ts';

/** One step of the project file's history. Steps are append-only: a shipped one is never edited. */
export interface Migration {
  /** `user_version` after the step. */
  readonly version: number;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: PROJECT_SCHEMA },
  { version: 2, sql: CHECK_FACTS_SCHEMA },
  { version: 3, sql: RENDERED_LOOKS_SCHEMA },
  { version: 4, sql: COMPACT_SIGHTINGS },
  { version: 5, sql: SIGHTINGS_BY_IMPORT },
  { version: 6, sql: NEWEST_LOOKS },
  { version: 7, sql: DOMAIN_NAMES },
  { version: 8, sql: PAGE_SPELLING },
  { version: 9, sql: WORKED_TIME },
  { version: 10, sql: JOB_OWNER },
];

/** The `user_version` this build reads and writes. */
export const CURRENT_VERSION = MIGRATIONS.length;
