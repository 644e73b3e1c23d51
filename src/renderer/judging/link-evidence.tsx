import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LinkCheck, LinkDetail, LinkOccurrence, LinkRow, LinkSighting } from '../../contract/rows.ts';
import { readThePage } from '../../core/model/check-reason.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { Tabs } from '../components/tabs.tsx';
import { useEngine } from '../engine/engine-context.ts';
import { errorDetails, errorOf } from '../engine/error-of.ts';
import { useProject } from '../engine/project-context.ts';
import {
  formatBytes,
  formatCount,
  formatDay,
  formatMilliseconds,
  formatMoment,
  formatNumber,
  formatSpan,
} from '../format.ts';
import { Address } from './address.tsx';
import { StateCell } from './cells.tsx';
import styles from './evidence.module.css';
import { type Fact, Facts, ScoreOpened, Snippet } from './evidence-parts.tsx';
import { EvidenceText } from './evidence-text.tsx';
import { NoteAndVerdict } from './note-and-verdict.tsx';
import { useCheckStart } from './use-check-start.ts';
import type { Verdicts } from './use-verdicts.ts';
import { ANCHOR_CLASS_WORDS, PLACEMENT_WORDS, reasonWords, retryWords, STATE_WORDS, VENDOR_WORDS } from './words.ts';

export interface LinkEvidenceProps {
  readonly id: number;
  readonly verdicts: Verdicts;
  /** What the screen is about stands first: why a link is judged as it is, or what the looks at it found. */
  readonly first: 'scores' | 'history';
}

/** Everything that is known about one backlink. */
export function LinkEvidence({ id, verdicts, first }: LinkEvidenceProps) {
  const { query } = useEngine();
  const { projectId } = useProject();
  const answer = useQuery({
    ...query.links.one.queryOptions({ input: { projectId, id } }),
    // From link to link the panel stays where it was scrolled to; what is shown meanwhile cannot be acted on.
    placeholderData: keepPreviousData,
  });
  if (answer.error !== null && answer.data === undefined)
    return <ErrorPanel message={errorOf(answer.error).message} details={errorDetails(answer.error)} />;
  if (answer.data === undefined) return <EmptyState title="Reading the evidence…" />;
  const detail = answer.data;
  return (
    <div className={styles.drawer} inert={answer.isPlaceholderData} aria-busy={answer.isPlaceholderData}>
      <Subject detail={detail} />
      {first === 'history' && <History detail={detail} />}
      <ScoreOpened scale="risk" score={detail.row.risk} signals={detail.row.signals} />
      <ScoreOpened scale="quality" score={detail.row.quality} signals={detail.row.signals} />
      <Details detail={detail} />
      {first === 'scores' && <History detail={detail} />}
      <NoteAndVerdict
        key={detail.row.id}
        target={{ kind: 'ids', table: 'links', ids: [detail.row.id] }}
        verdict={detail.row.verdict}
        note={detail.row.note}
        verdicts={verdicts}
      />
    </div>
  );
}

/** Looks and sources, each with all it says. */
function History({ detail }: { readonly detail: LinkDetail }) {
  const { checks, sightings } = detail;
  return (
    <div className={styles.section}>
      <Tabs
        label="Evidence"
        tabs={[
          { id: 'checks', title: `Checks ${checks.length}`, content: <Checks checks={checks} /> },
          { id: 'sources', title: `Sources ${sightings.length}`, content: <Sightings sightings={sightings} /> },
        ]}
      />
    </div>
  );
}

/** The link in its page: as the newest look that saw it, or read the page, tells it, and by the sources where none did. */
function Subject({ detail }: { readonly detail: LinkDetail }) {
  const { row, sightings, checks } = detail;
  const saw = checks.find(({ occurrences }) => occurrences.length > 0);
  const seen = saw?.occurrences[0];
  const told = sightings.find((sighting) => sighting.contextLeft !== null || sighting.contextRight !== null);
  const read = checks.find((check) => check.title !== null && readThePage(check.reason));
  const title = read?.title ?? sightings.find((sighting) => sighting.title !== null)?.title ?? null;
  return (
    <section className={styles.section} aria-label="Link">
      <StateAndCheck row={row} />
      {title !== null && title !== '' && (
        <p dir="auto" className={styles.pageTitle} title={title}>
          {title}
        </p>
      )}
      <Address url={row.sourceUrl} label="source page" />
      <Snippet
        left={seen?.contextLeft ?? told?.contextLeft ?? null}
        anchor={seen?.anchor ?? row.anchor}
        right={seen?.contextRight ?? told?.contextRight ?? null}
      />
      {saw !== undefined && saw !== checks[0] && (
        <p className={styles.faint}>So it was on {formatDay(saw.checkedAt)}.</p>
      )}
      <Address url={row.targetUrl} label="target" missing="Target not known" />
    </section>
  );
}

function Details({ detail }: { readonly detail: LinkDetail }) {
  const { row, domain } = detail;
  const retry = row.reason === null ? '' : retryWords(row.reason);
  return (
    <section className={styles.section} aria-label="Details">
      <Facts
        facts={[
          row.reason === null ? null : { name: 'Last check', value: reasonWords(row.reason) },
          retry === '' ? null : { name: 'Look again', value: retry },
          detail.lastCertain === null
            ? null
            : {
                name: 'Last certain',
                value: `${STATE_WORDS[detail.lastCertain.state]}, ${formatDay(detail.lastCertain.checkedAt)}`,
              },
          {
            name: 'Rel',
            value: row.rel.length > 0 ? row.rel.join(' ') : row.followed === true ? 'followed' : 'not known',
          },
          { name: 'Placement', value: PLACEMENT_WORDS[row.placement] },
          { name: 'Anchor class', value: ANCHOR_CLASS_WORDS[row.anchorClass] },
          { name: 'Domain', value: `${domain.domain}, ${formatCount(domain.links, 'link')}` },
          { name: 'Seen', value: formatSpan(row.firstSeen, row.lastSeen) },
        ]}
      />
    </section>
  );
}

/** The state as the last check left it, and a further look at this one link. */
function StateAndCheck({ row }: { readonly row: LinkRow }) {
  const { summary } = useProject();
  const { start } = useCheckStart();
  return (
    <div className={styles.stateAndCheck}>
      <StateCell state={row.state} reason={row.reason} />
      <Button
        kind="quiet"
        icon="checks"
        isDisabled={summary.readOnly}
        onPress={() => start({ kind: 'ids', table: 'links', ids: [row.id] })}
      >
        {row.state === 'unchecked' ? 'Check' : 'Check again'}
      </Button>
    </div>
  );
}

function Checks({ checks }: Pick<LinkDetail, 'checks'>) {
  if (checks.length === 0)
    return <p className={styles.faint}>Nobody has looked yet. Check the link to see its state.</p>;
  return (
    <ol aria-label="Checks, newest first">
      {checks.map((check, index) => (
        // By place, not by check: what was unfolded of one link is unfolded of the next.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={styles.entry}>
          <div className={styles.entryHead}>
            <StateCell state={check.state} reason={check.reason} />
            <span className={styles.faint}>{formatMoment(check.checkedAt)}</span>
          </div>
          <p>{check.evidence === '' ? reasonWords(check.reason) : <EvidenceText text={check.evidence} />}</p>
          {check.changes.map((change) => (
            <p key={change} className={styles.faint}>
              <EvidenceText text={change} />
            </p>
          ))}
          <details className={styles.more}>
            <summary>What was found</summary>
            {check.occurrences.map((entry) => (
              <Occurrence key={`${entry.href} ${entry.contextLeft} ${entry.anchor}`} entry={entry} />
            ))}
            <Facts facts={checkFacts(check)} />
          </details>
        </li>
      ))}
    </ol>
  );
}

/** One link to the client in the page. */
function Occurrence({ entry }: { readonly entry: LinkOccurrence }) {
  return (
    <div className={styles.occurrence}>
      <Snippet left={entry.contextLeft} anchor={entry.anchor} right={entry.contextRight} />
      <Facts
        facts={[
          { name: 'Links to', value: entry.href },
          { name: 'Rel', value: entry.rel.length === 0 ? 'followed' : entry.rel.join(' ') },
          {
            name: 'Placement',
            value: <EvidenceText text={`${PLACEMENT_WORDS[entry.placement]}: ${entry.placementEvidence}`} />,
          },
        ]}
      />
    </div>
  );
}

function checkFacts(check: LinkCheck): readonly (Fact | null)[] {
  return [
    check.httpStatus === null ? null : { name: 'HTTP', value: String(check.httpStatus) },
    check.redirects.length === 0
      ? null
      : { name: 'Redirects', value: check.redirects.map((hop) => `${hop.status} ${hop.url}`).join(' → ') },
    textFact('Final URL', check.finalUrl),
    textFact('robots.txt', check.robots),
    textFact('For Googlebot', check.robotsGooglebot),
    textFact('Meta robots', check.metaRobots),
    check.indexable === null ? null : { name: 'Indexable', value: check.indexable ? 'yes' : 'no' },
    textFact('Title', check.title),
    textFact('Canonical', check.canonical),
    textFact('Type', check.contentType),
    check.sizeBytes === null ? null : { name: 'Size', value: formatBytes(check.sizeBytes) },
    check.textLength === null ? null : { name: 'Text', value: formatCount(check.textLength, 'character') },
    check.externalLinks === null
      ? null
      : {
          name: 'Links',
          value: `${formatNumber(check.externalLinks)} to other sites, ${formatNumber(check.internalLinks)} to its own`,
        },
    textFact('Certificate', check.certificate === null ? null : `not valid (${check.certificate}), ignored on request`),
    { name: 'Took', value: formatMilliseconds(check.durationMs) },
  ];
}

function Sightings({ sightings }: { readonly sightings: readonly LinkSighting[] }) {
  return (
    <ul aria-label="Sources">
      {sightings.map((sighting) => (
        <li key={`${sighting.importId} ${sighting.line}`} className={styles.entry}>
          <div className={styles.entryHead}>
            <span>{VENDOR_WORDS[sighting.vendor]}</span>
            <span className={styles.faint}>{formatSpan(sighting.firstSeen, sighting.lastSeen)}</span>
          </div>
          <p className={styles.faint}>
            <bdi>{sighting.fileName}</bdi>, line {sighting.line}
            {sighting.linksInGroup > 1 && `, stands for ${formatCount(sighting.linksInGroup, 'link')}`}
          </p>
          <Facts
            facts={[
              textFact(
                'Lost',
                sighting.lost === null ? null : `${formatDay(sighting.lost)} ${sighting.lostReason ?? ''}`,
              ),
              ...Object.entries(sighting.metrics).map(([name, value]) => ({ name, value: String(value) })),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function textFact(name: string, text: string | null): Fact | null {
  return text === null || text === '' ? null : { name, value: text };
}
