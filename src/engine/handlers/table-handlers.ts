import { AppError } from '../../contract/app-error.ts';
import { domainPage, readDomain } from '../db/domain-queries.ts';
import { readLinkDetail } from '../db/link-detail-queries.ts';
import { linkPage } from '../db/link-queries.ts';
import { anchorPage, checkPage, targetPage } from '../db/summary-queries.ts';
import { engine } from './base.ts';

/** Calls that page through the tables and open one row. */
export const linkHandlers = {
  page: engine.links.page.handler(({ context, input }) =>
    linkPage(context.projects.get(input.projectId).reader, input),
  ),
  one: engine.links.one.handler(({ context, input }) => {
    const detail = readLinkDetail(context.projects.get(input.projectId).reader, input.id);
    if (detail === null)
      throw new AppError('not-found', 'This backlink is no longer in the project.', { id: input.id });
    return detail;
  }),
};

export const domainHandlers = {
  page: engine.domains.page.handler(({ context, input }) =>
    domainPage(context.projects.get(input.projectId).reader, input),
  ),
  one: engine.domains.one.handler(({ context, input }) => {
    const { reader } = context.projects.get(input.projectId);
    const row = readDomain(reader, input.id);
    if (row === null) throw new AppError('not-found', 'This domain is no longer in the project.', { id: input.id });
    const worst = linkPage(reader, {
      filter: `domain:"${row.domain}"`,
      sort: [{ key: 'risk', desc: true }],
      offset: 0,
      limit: 20,
    });
    return { row, worst: worst.rows };
  }),
};

export const anchorHandlers = {
  page: engine.anchors.page.handler(({ context, input }) =>
    anchorPage(context.projects.get(input.projectId).reader, input),
  ),
};

export const targetHandlers = {
  page: engine.targets.page.handler(({ context, input }) =>
    targetPage(context.projects.get(input.projectId).reader, input),
  ),
};

export const checkPageHandler = engine.checks.page.handler(({ context, input }) =>
  checkPage(context.projects.get(input.projectId).reader, input),
);
