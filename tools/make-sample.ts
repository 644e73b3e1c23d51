/**
 * Writes the bundled sample, resources/sample: the exports of a fictional client, an old disavow file and the web that
 * answers for their pages. Everything follows from fixed seeds, so a second run writes the same bytes. prose.json, the
 * sentence bank, is written by hand and only read.
 *
 *     node tools/make-sample.ts [FOLDER]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readProseBank } from '../src/engine/sample/sample-data.ts';
import { sampleFile } from '../src/engine/sample/sample-files.ts';
import { sampleProject } from '../src/engine/sample/sample-project.ts';
import { printAhrefsExport } from './sample/ahrefs-export.ts';
import { assignBehaviours } from './sample/assign-behaviours.ts';
import { buildHosts } from './sample/build-web.ts';
import { CLIENT_PAGES, CLIENT_REDIRECTS } from './sample/client-site.ts';
import { computeFacts } from './sample/facts.ts';
import { addHostilePages } from './sample/hostile-pages.ts';
import { printOldDisavow } from './sample/old-disavow.ts';
import { printWeb } from './sample/print-web.ts';
import {
  drawLists,
  printLatestLinks,
  printLinkingSites,
  printSampleLinks,
  UNSEEN_SITES,
} from './sample/search-console-export.ts';
import { OTHER_SITE_ROWS, printSemrushExport } from './sample/semrush-export.ts';
import { drawSightings } from './sample/sightings.ts';

const bank = readProseBank();
const planned = addHostilePages(assignBehaviours(buildHosts(bank)));
const { searchConsole, ahrefs, semrush } = drawSightings(planned);
const { latest, sample } = drawLists(searchConsole);
const sites = printLinkingSites(searchConsole);
const [latestFile, sampleLinksFile, sitesFile, ahrefsFile, semrushFile] = sampleProject.exports;
const facts = computeFacts(searchConsole, [...ahrefs, ...semrush], {
  [latestFile]: latest.length,
  [sampleLinksFile]: sample.length,
  [sitesFile]: sites.trimEnd().split('\n').length - 1,
  [ahrefsFile]: ahrefs.length,
  [semrushFile]: semrush.length + OTHER_SITE_ROWS.length,
});

const folder = process.argv[2] ?? dirname(sampleFile('web.jsonl'));
mkdirSync(folder, { recursive: true });
const files: readonly (readonly [string, string | Buffer])[] = [
  [latestFile, printLatestLinks(latest)],
  [sampleLinksFile, printSampleLinks(sample)],
  [sitesFile, sites],
  [ahrefsFile, printAhrefsExport(ahrefs, bank)],
  [semrushFile, printSemrushExport(semrush)],
  [sampleProject.oldDisavowFile, printOldDisavow(planned)],
  [
    'web.jsonl',
    printWeb({
      facts,
      clientPages: CLIENT_PAGES,
      clientRedirects: CLIENT_REDIRECTS,
      hosts: planned.map(({ host }) => host),
    }),
  ],
];
for (const [name, content] of files) writeFileSync(join(folder, name), content);
process.stdout.write(
  `${facts.backlinks} links of ${facts.domains} domains (${UNSEEN_SITES.length} without a page) in ${folder}\n`,
);
