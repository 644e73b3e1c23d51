import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckSettings } from '../../../contract/engine-contract.ts';
import { parseFilter } from '../../../core/filter/parse-filter.ts';
import { Button } from '../../components/button.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Toolbar, ToolbarSpace } from '../../components/toolbar.tsx';
import { useStored } from '../../components/use-stored.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { isJobActive, useJobs } from '../../engine/use-jobs.ts';
import { formatCount } from '../../format.ts';
import { useActions } from '../../shell/actions.tsx';
import { useNotices } from '../../shell/notices.tsx';
import styles from './checks-screen.module.css';

const SCOPES = [
  { value: 'unchecked', label: 'Links not checked yet', filter: 'state:unchecked' },
  { value: 'unknown', label: 'Links that could not be checked', filter: 'state:unknown' },
  { value: 'live', label: 'Live links', filter: 'state:live' },
  { value: 'all', label: 'All links', filter: '' },
  { value: 'filter', label: 'Links that match a filter', filter: '' },
] as const;
type Scope = (typeof SCOPES)[number]['value'];

const DEFAULT_SETTINGS: CheckSettings = { concurrency: 32, perHost: 2, timeoutSeconds: 20 };

/** What to check and how hard, with the count before it starts. */
export function StartCheck() {
  const { client, query } = useEngine();
  const { projectId, summary } = useProject();
  const { notifyError } = useNotices();
  const isRunning = useJobs().some((job) => job.kind === 'check' && isJobActive(job));
  const [scope, setScope] = useState<Scope>(summary.states.unchecked > 0 ? 'unchecked' : 'all');
  const [typed, setTyped] = useState('');
  const [settings, setSettings] = useStored('check-settings', DEFAULT_SETTINGS, isCheckSettings);
  const [isOpen, setOpen] = useState(false);

  const parsed = scope === 'filter' ? parseFilter(typed, 'links') : null;
  const problem = parsed === null || parsed.ok ? undefined : parsed.problems[0]?.message;
  const filter = scope === 'filter' ? typed : (SCOPES.find((entry) => entry.value === scope)?.filter ?? '');
  const count = useQuery({
    ...query.links.page.queryOptions({ input: { projectId, filter, sort: [], offset: 0, limit: 1 } }),
    enabled: problem === undefined,
    placeholderData: keepPreviousData,
  }).data?.total;
  const canStart = problem === undefined && count !== undefined && count > 0 && !summary.readOnly;

  function start() {
    const selection = { kind: 'filter' as const, table: 'links' as const, filter };
    void client.checks.start({ projectId, selection, settings }).catch(notifyError);
  }

  useActions([
    {
      id: 'start-check',
      title: 'Start the check',
      section: 'Checks',
      shortcut: 'Mod+Enter',
      worksInFields: true,
      isDisabled: !canStart,
      run: start,
    },
  ]);

  return (
    <>
      <Toolbar label="Start a check">
        <div className={styles.scope}>
          <Select<Scope> label="What to check" hideLabel options={SCOPES} value={scope} onChange={setScope} />
        </div>
        {scope === 'filter' && (
          <div className={styles.filter}>
            <TextField
              label="Filter of the links to check"
              hideLabel
              placeholder="risk>=60 -state:gone"
              value={typed}
              onChange={setTyped}
              errorMessage={problem}
            />
          </div>
        )}
        <Button kind="quiet" aria-expanded={isOpen} icon="settings" onPress={() => setOpen(!isOpen)}>
          Speed
        </Button>
        <ToolbarSpace />
        {isRunning && <span className={styles.quiet}>A check is running; a further one waits for it.</span>}
        <Button kind="primary" shortcut="Mod+Enter" isDisabled={!canStart} onPress={start}>
          {!canStart || count === undefined ? 'Check' : `Check ${formatCount(count, 'link')}`}
        </Button>
      </Toolbar>
      {isOpen && (
        <section aria-label="Speed" className={styles.speed}>
          <NumberField
            label="Pages at a time"
            value={settings.concurrency}
            minValue={1}
            maxValue={512}
            onChange={(concurrency) => setSettings({ ...settings, concurrency })}
          />
          <NumberField
            label="Per host"
            value={settings.perHost}
            minValue={1}
            maxValue={32}
            onChange={(perHost) => setSettings({ ...settings, perHost })}
          />
          <NumberField
            label="Seconds to wait"
            value={settings.timeoutSeconds}
            minValue={1}
            maxValue={300}
            onChange={(timeoutSeconds) => setSettings({ ...settings, timeoutSeconds })}
          />
          <p className={styles.quiet}>
            robots.txt is respected, and no host is asked for more than this many pages at once. A page that could not
            be read counts as unknown, never as gone.
          </p>
        </section>
      )}
    </>
  );
}

function isCheckSettings(value: unknown): value is CheckSettings {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['concurrency', 'perHost', 'timeoutSeconds'].every(
      (key) => key in value && Number.isFinite(Reflect.get(value, key)),
    )
  );
}
