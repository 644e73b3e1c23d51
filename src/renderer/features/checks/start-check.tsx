import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
import { CHECK_SCOPES, type CheckScopeId } from './check-scopes.ts';
import styles from './checks-screen.module.css';

/** What to check and how hard, with the count before it starts. */
export function StartCheck() {
  const { client, query } = useEngine();
  const { projectId, summary } = useProject();
  const { notifyError } = useNotices();
  const isRunning = useJobs().some((job) => job.kind === 'check' && isJobActive(job));
  const [scope, setScope] = useState<CheckScopeId>(summary.states.unchecked > 0 ? 'unchecked' : 'all');
  const [typed, setTyped] = useState('');
  const [settings, setSettings] = useCheckSettings();
  const [isOpen, setOpen] = useState(false);

  const parsed = scope === 'filter' ? parseFilter(typed, 'links') : null;
  const problem = parsed === null || parsed.ok ? undefined : parsed.problems[0]?.message;
  const filter = scope === 'filter' ? typed : (CHECK_SCOPES.find((entry) => entry.value === scope)?.filter ?? '');
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
          <Select<CheckScopeId>
            label="What to check"
            hideLabel
            options={CHECK_SCOPES}
            value={scope}
            onChange={setScope}
          />
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
        {isRunning && <span className={styles.hint}>Waits for the running check</span>}
        <Button kind="primary" shortcut="Mod+Enter" isDisabled={!canStart} onPress={start}>
          {!canStart || count === undefined ? 'Check' : `Check ${formatCount(count, 'link')}`}
        </Button>
      </Toolbar>
      {isOpen && <CheckOptions settings={settings} onChange={setSettings} />}
    </>
  );
}
