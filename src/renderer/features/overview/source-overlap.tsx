import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { Vendor } from '../../../core/model/vendor.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { formatNumber } from '../../format.ts';
import { VENDOR_WORDS } from '../../judging/words.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import styles from './overview-screen.module.css';
import { ShareBar } from './share-bar.tsx';

const OVERLAPS = [
  { words: 'known to one source', filter: 'sources:1', tone: 'none' },
  { words: 'to two', filter: 'sources:2', tone: 'half' },
  { words: 'to three or more', filter: 'sources>=3', tone: 'accent' },
] as const;

/** How far the sources agree, and what each knows that no other does. */
export function SourceOverlap() {
  const { query } = useEngine();
  const { projectId } = useProject();
  const { navigate } = useNavigation();
  const imports = useQuery(query.imports.list.queryOptions({ input: { projectId } })).data ?? [];
  const vendors = [...new Set(imports.map((entry) => entry.vendor))];
  const overlaps = useLinkCounts(OVERLAPS.map(({ filter }) => filter));
  const known = useLinkCounts(vendors.map((vendor) => `source:${vendor}`));
  const alone = useLinkCounts(vendors.map((vendor) => `source:${vendor} sources:1`));
  if (vendors.length < 2) return null;
  return (
    <section className={styles.block} aria-label="Sources">
      <h2>Sources</h2>
      <ShareBar
        label="Backlinks by number of sources"
        parts={OVERLAPS.map(({ words, tone }, index) => ({ words, tone, count: overlaps[index] ?? 0 }))}
        onOpen={(words) =>
          navigate('backlinks', { filter: OVERLAPS.find((entry) => entry.words === words)?.filter ?? '' })
        }
      />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col" className={styles.end}>
              Links
            </th>
            <th scope="col" className={styles.end}>
              Only here
            </th>
          </tr>
        </thead>
        <tbody>
          {vendors.map((vendor: Vendor, index) => (
            <tr key={vendor}>
              <td>{VENDOR_WORDS[vendor]}</td>
              <td className={styles.end}>{formatNumber(known[index] ?? null)}</td>
              <td className={styles.end}>{formatNumber(alone[index] ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The number of backlinks that match each filter; undefined until known. */
function useLinkCounts(filters: readonly string[]): readonly (number | undefined)[] {
  const { query } = useEngine();
  const { projectId } = useProject();
  return useQueries({
    queries: filters.map((filter) => ({
      ...query.links.page.queryOptions({ input: { projectId, filter, sort: [], offset: 0, limit: 1 } }),
      placeholderData: keepPreviousData,
    })),
  }).map((answer) => answer.data?.total);
}
