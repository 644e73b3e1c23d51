import type { KnownPage } from '../../core/check/known-ground.ts';
import type { ReadableDatabase } from './project-database.ts';

/** Rows of exports asked for each link; more say the same. */
const MAX_SIGHTINGS = 3;
const MAX_TEXTS = 6;

interface KnownText {
  readonly title: string | null;
  readonly anchor: string | null;
  readonly contextLeft: string | null;
  readonly contextRight: string | null;
}

/**
 * Tells what exports and looks that saw the links say of their page: its titles, the links' own texts and those beside them, and how
 * long its text was. Null where nothing was said.
 */
export function prepareKnownPage(
  db: ReadableDatabase,
): (backlinkIds: readonly number[], wasLookedAt: boolean) => KnownPage | null {
  const findSightings = db.prepare<[number], KnownText>(
    `SELECT title, anchor, context_left AS contextLeft, context_right AS contextRight FROM sighting WHERE backlink_id = ?
      LIMIT ${MAX_SIGHTINGS}`,
  );
  const findLook = db.prepare<[number], KnownText & { readonly textLength: number | null }>(
    `SELECT pc.title, pc.text_length AS textLength, o.anchor, o.context_left AS contextLeft, o.context_right AS contextRight
      FROM link_check c JOIN page_check pc ON pc.id = c.page_check_id LEFT JOIN occurrence o ON o.link_check_id = c.id
      WHERE c.backlink_id = ? AND c.state = 'live' ORDER BY c.id DESC, o.position LIMIT 1`,
  );
  return (backlinkIds, wasLookedAt) => {
    const looks = wasLookedAt ? backlinkIds.flatMap((id) => findLook.get(id) ?? []) : [];
    const texts = [...looks, ...backlinkIds.flatMap((id) => findSightings.all(id))].filter(saysSomething);
    if (texts.length === 0 && looks.length === 0) return null;
    const titles = distinct(texts.map(({ title }) => title));
    const contexts = distinct(texts.flatMap(({ contextLeft, contextRight }) => [contextLeft, contextRight]));
    const anchors = distinct(texts.map(({ anchor }) => anchor));
    return { titles, anchors, contexts, textLength: looks[0]?.textLength ?? null };
  };
}

/** Most rows of most exports hold nothing but addresses. */
function saysSomething({ title, anchor, contextLeft, contextRight }: KnownText): boolean {
  return [title, anchor, contextLeft, contextRight].some((text) => text !== null && text !== '');
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null && text !== ''))].slice(0, MAX_TEXTS) as string[];
}
