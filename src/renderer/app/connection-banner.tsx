import { Icon } from '../components/icon.tsx';
import { useConnectionState } from '../engine/engine-context.ts';
import { errorOf } from '../engine/error-of.ts';
import { useProjectSession } from '../engine/project-context.ts';
import styles from './lines.module.css';

/** Says quietly when the engine is away, and why a project is read-only. */
export function ConnectionBanner() {
  const state = useConnectionState();
  const { project, failure } = useProjectSession();
  const text = bannerText(state !== 'connected', failure, project?.readOnly === true ? project.readOnlyReason : null);
  return (
    <output className={text === null ? undefined : styles.banner}>
      {text !== null && (
        <>
          <Icon name="info" />
          <span>{text}</span>
        </>
      )}
    </output>
  );
}

function bannerText(isAway: boolean, failure: unknown, readOnlyReason: string | null): string | null {
  if (isAway) return 'The engine is restarting. Nothing is lost.';
  if (failure !== null) return errorOf(failure).message;
  return readOnlyReason === null ? null : `This project is open for reading only. ${readOnlyReason}`;
}
