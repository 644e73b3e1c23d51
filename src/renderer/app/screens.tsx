import type { ComponentType } from 'react';
import type { ProjectSummary } from '../../contract/project.ts';
import type { IconName } from '../components/icon.tsx';
import { AnchorsScreen } from '../features/anchors/anchors-screen.tsx';
import { BacklinksScreen } from '../features/backlinks/backlinks-screen.tsx';
import { ChecksScreen } from '../features/checks/checks-screen.tsx';
import { DisavowScreen } from '../features/disavow/disavow-screen.tsx';
import { DomainsScreen } from '../features/domains/domains-screen.tsx';
import { ImportsScreen } from '../features/imports/imports-screen.tsx';
import { OverviewScreen } from '../features/overview/overview-screen.tsx';
import { ReviewScreen } from '../features/review/review-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { TargetsScreen } from '../features/targets/targets-screen.tsx';
import type { ScreenId } from '../shell/screen-id.ts';

/** One entry of the navigation. A feature is on the screen by standing here and nowhere else. */
export interface Screen {
  readonly id: ScreenId;
  readonly title: string;
  readonly icon: IconName;
  readonly shortcut: string;
  readonly component: ComponentType;
  /** The screen shows a first-level heading of its own; others get their title as a hidden one. */
  readonly hasHeading?: boolean;
  /** The count behind the title; left out where none helps. */
  readonly count?: (summary: ProjectSummary) => number;
}

export const SCREENS: readonly Screen[] = [
  {
    id: 'overview',
    title: 'Overview',
    icon: 'overview',
    shortcut: 'Alt+1',
    component: OverviewScreen,
    hasHeading: true,
  },
  {
    id: 'backlinks',
    title: 'Backlinks',
    icon: 'links',
    shortcut: 'Alt+2',
    component: BacklinksScreen,
    count: (summary) => summary.totals.backlinks,
  },
  {
    id: 'domains',
    title: 'Referring domains',
    icon: 'domains',
    shortcut: 'Alt+3',
    component: DomainsScreen,
    count: (summary) => summary.totals.domains,
  },
  { id: 'anchors', title: 'Anchors', icon: 'anchors', shortcut: 'Alt+4', component: AnchorsScreen },
  {
    id: 'targets',
    title: 'Targets',
    icon: 'targets',
    shortcut: 'Alt+5',
    component: TargetsScreen,
    count: (summary) => summary.totals.targets,
  },
  {
    id: 'review',
    title: 'Review',
    icon: 'review',
    shortcut: 'Alt+6',
    component: ReviewScreen,
    count: (summary) => summary.toReview,
  },
  {
    id: 'disavow',
    title: 'Disavow',
    icon: 'disavow',
    shortcut: 'Alt+7',
    component: DisavowScreen,
    count: (summary) => summary.decided.disavow,
  },
  { id: 'imports', title: 'Imports', icon: 'imports', shortcut: 'Alt+8', component: ImportsScreen },
  { id: 'checks', title: 'Checks', icon: 'checks', shortcut: 'Alt+9', component: ChecksScreen },
  {
    id: 'settings',
    title: 'Settings',
    icon: 'settings',
    shortcut: 'Alt+0',
    component: SettingsScreen,
    hasHeading: true,
  },
];
