import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ShareBar } from '../../components/share-bar.tsx';
import { useProject } from '../../engine/project-context.ts';
import { formatList, formatNumber } from '../../format.ts';
import { STATE_TONES } from '../../judging/words.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { DomainsToReview } from './domains-to-review.tsx';
import { NextSteps } from './next-steps.tsx';
import styles from './overview-screen.module.css';
import { SourceOverlap } from './source-overlap.tsx';

/** What one wants to know of a client's links before anything else, and what to do next. */
export function OverviewScreen() {
  const { summary } = useProject();
  const { navigate } = useNavigation();
  const { totals, states, decided, settings } = summary;
  if (totals.backlinks === 0 && totals.domains === 0) {
    return (
      <EmptyState
        title={`No backlinks of ${formatList(settings.sites)} yet`}
        actions={
          <Button kind="primary" size="large" onPress={() => navigate('imports')}>
            Import exports…
          </Button>
        }
      >
        Start with the exports of Search Console and of any backlink tool. Everything they say is kept, and each link
        once.
      </EmptyState>
    );
  }
  const decidedLinks = decided.keep + decided.disavow + decided.remove;
  return (
    // The screen scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.screen} tabIndex={0} aria-label="Overview">
      <header className={styles.header}>
        <h1>{settings.name}</h1>
        <p className={styles.quiet}>{formatList(settings.sites)}</p>
      </header>
      <dl className={styles.totals}>
        <Total words="backlinks" count={totals.backlinks} onOpen={() => navigate('backlinks', { filter: '' })} />
        <Total words="referring domains" count={totals.domains} onOpen={() => navigate('domains', { filter: '' })} />
        <Total words="linking pages" count={totals.pages} />
        <Total words="target pages" count={totals.targets} onOpen={() => navigate('targets', { filter: '' })} />
      </dl>
      <div className={styles.columns}>
        <div className={styles.main}>
          <section className={styles.block} aria-label="Are the links there?">
            <h2>Are the links there?</h2>
            <ShareBar
              label="Backlinks by state"
              parts={[
                { words: 'live', count: states.live, tone: STATE_TONES.live },
                { words: 'gone', count: states.gone, tone: STATE_TONES.gone },
                { words: 'unknown', count: states.unknown, tone: STATE_TONES.unknown },
                { words: 'not checked', count: states.unchecked, tone: STATE_TONES.unchecked },
              ]}
              onOpen={(words) =>
                navigate('backlinks', { filter: `state:${words === 'not checked' ? 'unchecked' : words}` })
              }
            />
          </section>
          <section className={styles.block} aria-label="Decided so far">
            <h2>Decided so far</h2>
            <ShareBar
              label="Backlinks by verdict"
              parts={[
                { words: 'keep', count: decided.keep, tone: 'good' },
                { words: 'disavow', count: decided.disavow, tone: 'high' },
                { words: 'ask for removal', count: decided.remove, tone: 'mid' },
                { words: 'no verdict', count: Math.max(0, totals.backlinks - decidedLinks), tone: 'neutral' },
              ]}
              onOpen={(words) => navigate('backlinks', { filter: VERDICT_FILTERS[words] ?? '' })}
            />
          </section>
          <SourceOverlap />
        </div>
        <div className={styles.side}>
          <NextSteps />
          <DomainsToReview />
        </div>
      </div>
    </section>
  );
}

const VERDICT_FILTERS: Readonly<Record<string, string>> = {
  keep: 'verdict:keep',
  disavow: 'verdict:disavow-domain,disavow-url',
  'ask for removal': 'verdict:remove',
  'no verdict': 'verdict:none',
};

function Total(props: { readonly words: string; readonly count: number; readonly onOpen?: () => void }) {
  const { words, count, onOpen } = props;
  return (
    <div className={styles.total}>
      <dt>{words}</dt>
      <dd>
        {onOpen === undefined ? (
          formatNumber(count)
        ) : (
          <button type="button" className={styles.open} aria-label={`${formatNumber(count)} ${words}`} onClick={onOpen}>
            {formatNumber(count)}
          </button>
        )}
      </dd>
    </div>
  );
}
