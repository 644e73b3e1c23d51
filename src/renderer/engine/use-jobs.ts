import { useQuery } from '@tanstack/react-query';
import type { JobStatus } from '../../contract/jobs.ts';
import { useEngine } from './engine-context.ts';
import { useProject } from './project-context.ts';

const NO_JOBS: readonly JobStatus[] = [];

/** The project's jobs, newest first, kept up to date by the engine's notices. */
export function useJobs(): readonly JobStatus[] {
  const { query } = useEngine();
  const { projectId } = useProject();
  return useQuery(query.jobs.list.queryOptions({ input: { projectId } })).data ?? NO_JOBS;
}

/** True while a job waits, runs or is paused. */
export function isJobActive(job: JobStatus): boolean {
  return job.state === 'queued' || job.state === 'running' || job.state === 'paused';
}
