import { describeChanges } from '../../core/check/check-changes.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { Placement } from '../../core/model/placement.ts';
import { isFollowed } from '../../core/model/rel.ts';
import { identifyUrl, type UrlIdentity } from '../../core/url/url-identity.ts';
import { splitRel } from './link-queries.ts';
import type { LinkCheckRecord, OccurrenceRecord, PageCheckRecord } from './page-check-record.ts';
import type { WritableDatabase } from './project-database.ts';

interface KnownLink {
  readonly state: LinkState;
  readonly certainState: 'live' | 'gone' | null;
  readonly anchor: string | null;
  readonly rel: string | null;
  readonly placement: Placement;
  /** The page of the client an export or a check named; empty where none did. */
  readonly targetUrl: string;
}

/** Puts occurrences of a look in the order in which one of them stands for the link. */
const HEADLINE_FIRST =
  "(' ' || o.rel || ' ' GLOB '* nofollow *' OR ' ' || o.rel || ' ' GLOB '* ugc *' OR ' ' || o.rel || ' ' GLOB '* sponsored *'), o.position";

/** Tells which page of the client the last look that saw a link saw it lead to; null where none did. */
function prepareSeenTarget(db: WritableDatabase): (backlinkId: number, expectedUrl: string) => UrlIdentity | null {
  const findLook = db.prepare<[number], { id: number; reason: CheckReason }>(
    "SELECT id, reason FROM link_check WHERE backlink_id = ? AND state = 'live' ORDER BY id DESC LIMIT 1",
  );
  const findHref = db
    .prepare<[number], string>(
      `SELECT o.href FROM occurrence o WHERE o.link_check_id = ? ORDER BY ${HEADLINE_FIRST} LIMIT 1`,
    )
    .pluck();
  return (backlinkId, expectedUrl) => {
    const look = findLook.get(backlinkId);
    const isElsewhere = look !== undefined && (look.reason === 'present-other-target' || expectedUrl === '');
    return identifyUrl((isElsewhere ? findHref.get(look.id) : undefined) ?? expectedUrl);
  };
}

const LOOK_COLUMNS = 'state = ?, reason = ?, http_status = ?, checked_at = ?';
const CERTAIN_COLUMNS = 'certain_state = ?, certain_at = ?, changed = ?';
/** What only the headline of a live link tells. */
const SEEN_COLUMNS = 'anchor = ?, rel = ?, followed = ?, placement = ?';

/** Stores what a look proved about one link, part of the caller's transaction. True where the link differs from what was known of it. */
export function prepareStoreLink(
  db: WritableDatabase,
): (link: LinkCheckRecord, pageCheckId: number, page: PageCheckRecord) => boolean {
  const findKnown = db.prepare<[number], KnownLink>(
    `SELECT b.state, b.certain_state AS certainState, b.anchor, b.rel, b.placement, t.url AS targetUrl
      FROM backlink b JOIN target t ON t.id = b.target_id WHERE b.id = ?`,
  );
  const addLinkCheck = db.prepare(
    `INSERT INTO link_check (page_check_id, backlink_id, state, reason, evidence, changes, changed)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const addOccurrence = db.prepare(
    `INSERT INTO occurrence (link_check_id, position, href, anchor, rel, placement, placement_evidence, context_left,
        context_right) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const seenTarget = prepareSeenTarget(db);
  const update = (columns: string) => db.prepare(`UPDATE backlink SET ${columns} WHERE id = ?`);
  const setLook = update(LOOK_COLUMNS);
  const setCertain = update(`${LOOK_COLUMNS}, ${CERTAIN_COLUMNS}`);
  const setSeen = update(`${LOOK_COLUMNS}, ${CERTAIN_COLUMNS}, ${SEEN_COLUMNS}`);

  return (link, pageCheckId, page) => {
    const known = findKnown.get(link.backlinkId);
    if (known === undefined) return false;
    const headline = headlineOf(link);
    const changes = describeChanges(
      {
        ...known,
        state: known.certainState ?? known.state,
        rel: known.rel === null ? null : splitRel(known.rel),
        target:
          known.certainState === null ? identifyUrl(known.targetUrl) : seenTarget(link.backlinkId, known.targetUrl),
      },
      {
        target: headline?.target ?? null,
        state: link.state,
        anchor: headline?.anchor ?? null,
        rel: headline?.rel ?? null,
        placement: headline?.placement ?? null,
      },
    );
    const { reason, state, evidence } = link;
    const texts = JSON.stringify(changes.map(({ text }) => text));
    const kinds = changes.map(({ kind }) => kind).join(' ');
    const added = addLinkCheck.run(pageCheckId, link.backlinkId, state, reason, evidence, texts, kinds);
    for (const [position, { href, anchor, rel, placement, ...seen }] of link.occurrences.entries()) {
      const { placementEvidence, contextLeft, contextRight } = seen;
      addOccurrence.run(
        added.lastInsertRowid,
        position,
        href,
        anchor,
        rel.join(' '),
        placement,
        placementEvidence,
        contextLeft,
        contextRight,
      );
    }
    const id = link.backlinkId;
    const look = [state, reason, page.httpStatus, page.checkedAt];
    const certain = [state, page.checkedAt, kinds];
    if (state === 'unknown') setLook.run(...look, id);
    else if (headline === undefined) setCertain.run(...look, ...certain, id);
    else {
      const { anchor, rel, placement } = headline;
      setSeen.run(...look, ...certain, anchor, rel.join(' '), Number(isFollowed(rel)), placement, id);
    }
    return changes.length > 0;
  };
}

/** The occurrence that stands for the link. */
export function headlineOf({ headline, occurrences }: LinkCheckRecord): OccurrenceRecord | undefined {
  return headline === null ? undefined : occurrences[headline];
}
