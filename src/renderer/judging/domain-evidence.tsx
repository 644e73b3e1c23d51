import { useQuery } from '@tanstack/react-query';
import type { DomainRow, LinkRow } from '../../contract/rows.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { useEngine } from '../engine/engine-context.ts';
import { errorDetails, errorOf } from '../engine/error-of.ts';
import { useProject } from '../engine/project-context.ts';
import { formatCount, formatNumber, formatSpan } from '../format.ts';
import { Address } from './address.tsx';
import { PageText, StateCell, UrlCell } from './cells.tsx';
import styles from './evidence.module.css';
import { Facts, ScoreOpened, Section } from './evidence-parts.tsx';
import { EvidenceText } from './evidence-text.tsx';
import { NoteAndVerdict } from './note-and-verdict.tsx';
import type { Verdicts } from './use-verdicts.ts';
import { sourceWords, suggestionWords } from './words.ts';

const SHOWN_LINKS = 8;

/** Everything that is known about one referring domain, with its worst links. */
export function DomainEvidence({ id, verdicts }: { readonly id: number; readonly verdicts: Verdicts }) {
  const { query } = useEngine();
  const { projectId } = useProject();
  const answer = useQuery(query.domains.one.queryOptions({ input: { projectId, id } }));
  if (answer.error !== null && answer.data === undefined)
    return <ErrorPanel message={errorOf(answer.error).message} details={errorDetails(answer.error)} />;
  if (answer.data === undefined) return <EmptyState title="Reading the evidence…" />;
  const { row, worst } = answer.data;
  const signals = worst[0]?.signals ?? [];
  return (
    <div className={styles.drawer}>
      <DomainFacts row={row} />
      <ScoreOpened scale="risk" score={row.risk} signals={signals} />
      <ScoreOpened scale="quality" score={row.quality} signals={signals} />
      <WorstLinks links={worst.slice(0, SHOWN_LINKS)} />
      <NoteAndVerdict
        key={row.id}
        target={{ kind: 'ids', table: 'domains', ids: [row.id] }}
        verdict={row.verdict}
        note={row.note}
        verdicts={verdicts}
      />
    </div>
  );
}

function DomainFacts({ row }: { readonly row: DomainRow }) {
  const suggestion = suggestionWords(row.suggestion);
  return (
    <section className={styles.section} aria-label="Domain">
      <Address url={`https://${row.domain}/`} label="home page" />
      <Facts
        facts={[
          suggestion === ''
            ? null
            : {
                name: 'Suggestion',
                value: (
                  <EvidenceText
                    text={row.suggestionReason === '' ? suggestion : `${suggestion}: ${row.suggestionReason}`}
                  />
                ),
              },
          { name: 'Links', value: `${formatCount(row.links, 'link')} on ${formatCount(row.pages, 'page')}` },
          {
            name: 'State',
            value: `${formatNumber(row.live)} live, ${formatNumber(row.gone)} gone, ${formatNumber(row.unknown)} unknown`,
          },
          { name: 'Followed', value: formatNumber(row.followed) },
          row.rank === null ? null : { name: 'Rank', value: formatNumber(row.rank) },
          { name: 'Seen', value: formatSpan(row.firstSeen, row.lastSeen) },
          { name: 'Sources', value: sourceWords(row.sources) },
        ]}
      />
    </section>
  );
}

/** The signals above are those of the first of these. */
function WorstLinks({ links }: { readonly links: readonly LinkRow[] }) {
  return (
    <Section title="Links with the most risk">
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.id} className={styles.link}>
            <UrlCell url={link.sourceUrl} />
            <div className={styles.entryHead}>
              <PageText text={link.anchor} missing={link.anchor === null ? 'anchor not known' : 'no anchor text'} />
              <StateCell state={link.state} reason={link.reason} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
