import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '../contract/project.ts';

/** The projects opened last, newest first, in a small file of the user's data folder. */
export interface RecentProjects {
  list(): RecentProject[];
  /** Puts a project on top. */
  add(project: { readonly path: string; readonly name: string; readonly openedAt: string }): void;
  remove(path: string): void;
}

const KEPT = 20;
const fileSchema = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() }));
type RecentFile = z.output<typeof fileSchema>;

/** The list kept in `dataFolder`. An unreadable file counts as an empty list: it is a convenience, never a reason to fail. */
export function recentProjects(dataFolder: string): RecentProjects {
  const file = join(dataFolder, 'recent-projects.json');
  return {
    list: () => read(file).map((project) => ({ ...project, exists: existsSync(project.path) })),
    add: (project) => write(file, [project, ...read(file).filter(({ path }) => path !== project.path)].slice(0, KEPT)),
    remove: (path) =>
      write(
        file,
        read(file).filter((project) => project.path !== path),
      ),
  };
}

function read(file: string): RecentFile {
  if (!existsSync(file)) return [];
  try {
    return fileSchema.catch([]).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function write(file: string, projects: RecentFile): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(projects, null, 2));
  renameSync(`${file}.new`, file);
}
