import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { policyFilter } from '../../../core/check/recheck-policy.ts';
import { parseFilter } from '../../../core/filter/parse-filter.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Toolbar, ToolbarSpace } from '../../components/toolbar.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { isJobActive, useJobs } from '../../engine/use-jobs.ts';
import { formatCount } from '../../format.ts';
import { useCheckSettings } from '../../judging/use-check-settings.ts';
import { useActions } from '../../shell/actions.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { CheckOptions } from './check-options.tsx';
import styles from './checks-screen.module.css';

const SCOPES = [
  { value: 'unchecked', label: 'Links not checked yet', filter: policyFilter({ only: 'unchecked', olderThan: '' }) },
  {
    value: 'unknown',
    label: 'Links that could not be checked',
    filter: policyFilter({ only: 'unknown', olderThan: '' }),
  },
  { value: 'changed', label: 'Links that changed', filter: policyFilter({ only: 'changed', olderThan: '' }) },
  { value: 'old', label: 'Links not checked for 30 days', filter: policyFilter({ only: 'all', olderThan: '30d' }) },
  { value: 'live', label: 'Live links', filter: 'state:live' },
  { value: 'all', label: 'All links', filter: '' },
  { value: 'filter', label: 'Links that match a filter', filter: '' },
] as const;
type Scope = (typeof SCOPES)[number]['value'];

/** What to check and how hard, with the count before it starts. */
export function StartCheck() {
  const { client, query } = useEngine();
  const { projectId, summary } = useProject();
  const { notifyError } = useNotices();
  const isRunning = useJobs().some((job) => job.kind === 'check' && isJobActive(job));
  const [scope, setScope] = useState<Scope>(summary.states.unchecked > 0 ? 'unchecked' : 'all');
  const [typed, setTyped] = useState('');
  const [settings, setSettings] = useCheckSettings();
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
          Check settings
        </Button>
        <ToolbarSpace />
        {isRunning && <span className={styles.quiet}>A check is running; a further one waits for it.</span>}
        <Button kind="primary" shortcut="Mod+Enter" isDisabled={!canStart} onPress={start}>
          {!canStart || count === undefined ? 'Check' : `Check ${formatCount(count, 'link')}`}
        </Button>
      </Toolbar>
      {isOpen && <CheckOptions settings={settings} onChange={setSettings} />}
    </>
  );
}
