import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SourceOverlap as Overlap, SourceCombination } from '../../../core/model/source-overlap.ts';
import { ShareBar } from '../../components/share-bar.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { OverlapTable } from './overlap-table.tsx';
import styles from './overview-screen.module.css';

const AGREEMENTS = [
  { words: 'known to one source', filter: 'sources:1', tone: 'neutral', has: (count: number) => count === 1 },
  { words: 'to two', filter: 'sources:2', tone: 'half', has: (count: number) => count === 2 },
  { words: 'to three or more', filter: 'sources>=3', tone: 'accent', has: (count: number) => count > 2 },
] as const;

/** How far the sources agree, and who saw what: each of them, each two, and every combination. */
export function SourceOverlap() {
  const { query } = useEngine();
  const { projectId } = useProject();
  const { navigate } = useNavigation();
  const overlap = useQuery({
    ...query.project.sourceOverlap.queryOptions({ input: { projectId } }),
    placeholderData: keepPreviousData,
  }).data;
  if (overlap === undefined || overlap.sources.length < 2) return null;
  return (
    <section className={styles.block} aria-label="Sources">
      <h2>Sources</h2>
      <ShareBar
        label="Backlinks by number of sources"
        parts={AGREEMENTS.map(({ words, tone, has }) => ({ words, tone, count: linksOf(overlap.combinations, has) }))}
        onOpen={(words) =>
          navigate('backlinks', { filter: AGREEMENTS.find((entry) => entry.words === words)?.filter ?? '' })
        }
      />
      <Tabs label="Who saw what" tabs={overlapTabs(overlap)} />
    </section>
  );
}

function overlapTabs({ sources, pairs, combinations }: Overlap) {
  return [
    {
      id: 'sources',
      title: 'Each source',
      content: (
        <OverlapTable
          label="What each source knows"
          firstColumn="Source"
          rows={sources.map(({ source, ...counts }) => ({ sources: [source], ...counts }))}
        />
      ),
    },
    {
      id: 'pairs',
      title: 'Each two',
      content: <OverlapTable label="What both of two sources know" firstColumn="Both of" rows={pairs} />,
    },
    {
      id: 'combinations',
      title: 'Combinations',
      content: (
        <OverlapTable
          label="What exactly these sources know"
          firstColumn="These and no others"
          isExact
          rows={combinations.map(({ sources: these, links, domains }) => ({
            sources: these,
            links,
            linksOnlyHere: links,
            domains,
            domainsOnlyHere: domains,
          }))}
        />
      ),
    },
  ];
}

function linksOf(combinations: readonly SourceCombination[], has: (sources: number) => boolean): number {
  return combinations.reduce((sum, { sources, links }) => (has(sources.length) ? sum + links : sum), 0);
}
