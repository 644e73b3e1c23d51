import { basename } from 'node:path';
import { createProject } from '../../engine/open-projects.ts';
import { printJson, printLine } from '../output.ts';

interface InitOptions {
  readonly site: readonly string[];
  readonly name?: string;
  readonly brand?: readonly string[];
  readonly money?: readonly string[];
  readonly language?: readonly string[];
  readonly country?: readonly string[];
  readonly json?: boolean;
}

/** `anchorage init`: makes the project file of a client. */
export function init(file: string, options: InitOptions): void {
  createProject(file, {
    name: options.name ?? options.site[0] ?? basename(file, '.anchorage'),
    sites: [...options.site],
    brandWords: [...(options.brand ?? [])],
    moneyWords: [...(options.money ?? [])],
    languages: [...(options.language ?? [])],
    countries: [...(options.country ?? [])],
  });
  if (options.json === true) printJson({ project: file, sites: options.site });
  else printLine(`Made ${file} for ${options.site.join(', ')}. Next: anchorage import ${file} EXPORT…`);
}
