import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { formatCount, formatNumber } from '../../format.ts';
import { ScoreCell } from '../../judging/cells.tsx';
import { withoutTurning } from '../../judging/quoted-text.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import styles from './overview-screen.module.css';

const TO_REVIEW = 'verdict:none suggestion:disavow-domain,disavow-url,review';
const SHOWN = 8;

/** The domains with the strongest risk signals that nobody has decided on. */
export function DomainsToReview() {
  const { query } = useEngine();
  const { projectId } = useProject();
  const { navigate } = useNavigation();
  const page = useQuery({
    ...query.domains.page.queryOptions({
      input: { projectId, filter: TO_REVIEW, sort: [{ key: 'risk', desc: true }], offset: 0, limit: SHOWN },
    }),
    placeholderData: keepPreviousData,
  }).data;
  if (page === undefined) return null;
  return (
    <section className={styles.block} aria-label="To review">
      <h2>To review</h2>
      {page.total === 0 ? (
        <p className={styles.quiet}>No domain waits for a verdict.</p>
      ) : (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Domain</th>
                <th scope="col" className={styles.end}>
                  Links
                </th>
                <th scope="col" className={styles.end}>
                  Risk
                </th>
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <tr key={row.id}>
                  <td title={withoutTurning(row.suggestionReason)}>
                    <button
                      type="button"
                      className={styles.open}
                      onClick={() => navigate('domains', { filter: `domain:${row.domain}` })}
                    >
                      {row.domain}
                    </button>
                  </td>
                  <td className={styles.end}>{formatNumber(row.links)}</td>
                  <td className={styles.end}>
                    <ScoreCell score={row.risk} scale="risk" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button onPress={() => navigate('review')}>{`Review ${formatCount(page.total, 'domain')}…`}</Button>
        </>
      )}
    </section>
  );
}
