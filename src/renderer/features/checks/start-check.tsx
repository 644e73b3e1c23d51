import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unusualSettings } from '../../../contract/check-settings.ts';
import type { JobStatus } from '../../../contract/jobs.ts';
import { parseFilter } from '../../../core/filter/parse-filter.ts';
import { Button } from '../../components/button.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Toolbar } from '../../components/toolbar.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { useJobs } from '../../engine/use-jobs.ts';
import { formatCount } from '../../format.ts';
import { useCheckChoice } from '../../judging/check-choice.tsx';
import { CHECK_SCOPES, type CheckChoice, type CheckScopeName, requestOf } from '../../judging/check-scopes.ts';
import { settingTexts } from '../../judging/check-setting-fields.ts';
import { useCheckSettings } from '../../judging/check-settings.tsx';
import { useCheckStart } from '../../judging/use-check-start.ts';
import { useActions } from '../../shell/actions.tsx';
import { CheckOptions } from './check-options.tsx';
import styles from './checks-screen.module.css';

const SCOPE_OPTIONS = (Object.keys(CHECK_SCOPES) as CheckScopeName[]).map((value) => ({
  value,
  label: CHECK_SCOPES[value].label,
}));
/** The most that the engine takes. */
const MOST_DAYS = 9999;

/** What to check and how hard, with the count before it starts. */
export function StartCheck() {
  const { states } = useProject().summary;
  const { chosen, choose } = useCheckChoice();
  const [first] = useState<CheckScopeName>(() => (states.unchecked > 0 ? 'unchecked' : 'all'));
  const scope: CheckChoice = { ...chosen, name: chosen.name ?? first };
  const { problem, settings } = useCheckSettings();
  const { count, reason, start } = useScopeStart(scope);
  const jobs = useJobs();
  const [isOpen, setOpen] = useState(false);
  // What keeps a check from starting must be seen, and the fields stay once it is put right.
  if (problem !== null && !isOpen) setOpen(true);
  const remarks = [...waitTexts(jobs), ...(isOpen ? [] : settingTexts(unusualSettings(settings)))];
  return (
    <>
      <Toolbar label="Start a check" wraps>
        <div className={styles.scope}>
          <Select<CheckScopeName>
            label="What to check"
            hideLabel
            options={SCOPE_OPTIONS}
            value={scope.name}
            onChange={(name) => choose({ name })}
          />
        </div>
        {scope.name === 'filter' && <ScopeFilter />}
        {scope.name !== 'unchecked' && (
          <div className={styles.days}>
            <span aria-hidden="true">not checked for</span>
            <NumberField
              label="Not checked for so many days; 0 for all"
              hideLabel
              value={scope.days}
              minValue={0}
              maxValue={MOST_DAYS}
              isWhole
              onChange={(days) => choose({ days })}
            />
            <span aria-hidden="true">days</span>
          </div>
        )}
        <Button kind="quiet" aria-expanded={isOpen} icon="settings" onPress={() => setOpen(!isOpen)}>
          Check settings
        </Button>
        <div className={styles.begin}>
          <output className={styles.reason}>{reason ?? remarks.join(' · ')}</output>
          <Button kind="primary" shortcut="Mod+Enter" isDisabled={reason !== null} onPress={start}>
            {count === undefined || reason !== null ? 'Check' : `Check ${formatCount(count, 'link')}`}
          </Button>
        </div>
      </Toolbar>
      {isOpen && <CheckOptions />}
    </>
  );
}

/** Starts the check of the scope at hand, or says why there is nothing to start. */
function useScopeStart(scope: CheckChoice) {
  const { query } = useEngine();
  const { projectId } = useProject();
  const { blocked, start } = useCheckStart();
  const { selection, policy } = requestOf(scope);
  const parsed = parseFilter(selection.kind === 'filter' ? selection.filter : '', 'links');
  const answer = useQuery({
    ...query.checks.preview.queryOptions({ input: { projectId, selection, policy } }),
    enabled: parsed.ok,
    placeholderData: keepPreviousData,
  });
  const count = answer.data?.links;

  function reasonNotTo(): string | null {
    if (blocked !== null) return blocked;
    if (!parsed.ok) return parsed.problems[0]?.message ?? 'The filter cannot be understood.';
    if (count === undefined) return answer.isPending ? 'Counting the links…' : 'The links cannot be counted.';
    if (count > 0) return null;
    return policy.olderThan === ''
      ? CHECK_SCOPES[scope.name].none
      : `Each of these was checked within ${formatCount(scope.days, 'day')}.`;
  }

  const reason = reasonNotTo();
  const startScope = () => start(selection, policy);
  useActions([
    {
      id: 'start-check',
      title: 'Start the check',
      section: 'Checks',
      shortcut: 'Mod+Enter',
      worksInFields: true,
      isDisabled: reason !== null,
      run: () => {
        commitField();
        startScope();
      },
    },
  ]);
  return { count, reason, start: startScope };
}

/** A number is taken over when its field is left, which a shortcut does not do. */
function commitField() {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.blur();
  field.focus();
}

/** What is wrong with it is told beside the button that it keeps from working. */
function ScopeFilter() {
  const { chosen, choose } = useCheckChoice();
  const parsed = parseFilter(chosen.filter, 'links');
  return (
    <div className={styles.filter}>
      <TextField
        label="Filter of the links to check"
        hideLabel
        placeholder="risk>=60 -state:gone"
        value={chosen.filter}
        onChange={(filter) => choose({ filter })}
        isInvalid={!parsed.ok}
      />
    </div>
  );
}

/** What a check would wait for: jobs run one after the other, also beside those of another program; paused ones let others go first. */
function waitTexts(jobs: readonly JobStatus[]): string[] {
  const inTheWay = jobs.filter(({ state }) => state === 'queued' || state === 'running').map(({ kind }) => kind);
  if (inTheWay.includes('check')) return ['Waits for the running check'];
  if (inTheWay.includes('import')) return ['Waits for the running import'];
  return inTheWay.length > 0 ? ['Waits for the scoring'] : [];
}
