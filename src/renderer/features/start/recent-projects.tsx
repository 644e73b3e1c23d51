import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconButton } from '../../components/button.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { formatDay } from '../../format.ts';
import styles from './start-screen.module.css';

/** The projects opened last; those whose file is missing say so. */
export function RecentProjects({ onOpen }: { readonly onOpen: (path: string) => void }) {
  const { client, query } = useEngine();
  const queryClient = useQueryClient();
  const recent = useQuery(query.app.recent.queryOptions({ staleTime: 0 })).data ?? [];
  if (recent.length === 0) return null;

  async function forget(path: string) {
    await client.app.forgetRecent({ path });
    await queryClient.invalidateQueries({ queryKey: query.app.recent.key() });
  }

  return (
    <section aria-labelledby="recent" className={styles.section}>
      <h2 id="recent" className={styles.heading}>
        Recent projects
      </h2>
      <ul className={styles.recent}>
        {recent.map((project) => (
          <li key={project.path} className={styles.project}>
            <button
              type="button"
              className={styles.open}
              disabled={!project.exists}
              title={project.path}
              onClick={() => onOpen(project.path)}
            >
              <span className={styles.name}>{project.name}</span>
              <span className={styles.path} dir="ltr">
                {project.path}
              </span>
              <span className={styles.when}>{project.exists ? formatDay(project.openedAt) : 'file not found'}</span>
            </button>
            <IconButton
              icon="close"
              label={`Take ${project.name} off this list`}
              onPress={() => void forget(project.path).catch(console.error)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
