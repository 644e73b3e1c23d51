import { scoreLinks } from '../../engine/jobs/score-links.ts';
import { withControl } from '../job-control.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine } from '../output.ts';

/** `anchorage score`: judges every link and domain. */
export async function score(file: string, options: { readonly json?: boolean }): Promise<void> {
  await withProject(file, async (project) => {
    const startedMs = performance.now();
    const { links, domains } = await withControl('Scoring', 'links', (control) => scoreLinks(project, control));
    const seconds = Math.round(performance.now() - startedMs) / 1000;
    if (options.json === true) printJson({ links, domains, seconds });
    else printLine(`Scored ${countOf(links, 'link')} of ${countOf(domains, 'domain')} in ${seconds} s.`);
  });
}
