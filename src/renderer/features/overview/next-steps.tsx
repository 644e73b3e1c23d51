import type { ProjectSummary } from '../../../contract/project.ts';
import { Button } from '../../components/button.tsx';
import { useProject } from '../../engine/project-context.ts';
import { isJobActive, useJobs } from '../../engine/use-jobs.ts';
import { formatCount } from '../../format.ts';
import { useCheckChoice } from '../../judging/check-choice.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import type { ScreenId } from '../../shell/screen-id.ts';
import styles from './overview-screen.module.css';

interface Step {
  readonly screen: ScreenId;
  readonly label: string;
  readonly why: string;
}

/** What would come next, the most useful first. */
export function NextSteps() {
  const { summary } = useProject();
  const { navigate } = useNavigation();
  const { choose } = useCheckChoice();
  const isBusy = useJobs().some(isJobActive);
  const steps = nextSteps(summary, isBusy);

  function open(screen: ScreenId) {
    if (screen === 'checks') choose({ name: 'unchecked' });
    navigate(screen);
  }

  return (
    <section className={styles.block} aria-label="Next">
      <h2>Next</h2>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step.screen} className={styles.step}>
            <span className={styles.why}>{step.why}</span>
            <Button kind={index === 0 ? 'primary' : 'normal'} onPress={() => open(step.screen)}>
              {step.label}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function nextSteps({ states, toReview, decided }: ProjectSummary, isBusy: boolean): readonly Step[] {
  const steps: Step[] = [];
  if (states.unchecked > 0 && !isBusy) {
    steps.push({
      screen: 'checks',
      label: 'Check…',
      why: `${formatCount(states.unchecked, 'link')} nobody has looked at yet`,
    });
  }
  if (toReview > 0) {
    steps.push({
      screen: 'review',
      label: 'Review…',
      why: `${formatCount(toReview, 'domain')} with risk signals and no verdict`,
    });
  }
  if (decided.disavow > 0) {
    steps.push({
      screen: 'disavow',
      label: 'Disavow file…',
      why: `${formatCount(decided.disavow, 'link')} marked disavow`,
    });
  }
  steps.push({ screen: 'imports', label: 'Import…', why: 'Further exports fill the gaps' });
  return steps;
}
