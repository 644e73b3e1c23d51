import type { HostServices } from './engine-api.ts';
import type { EventHub } from './event-hub.ts';
import type { ProjectRegistry } from './project-registry.ts';
import type { RecentProjects } from './recent-projects.ts';
import type { Uploads } from './uploads.ts';
import type { UserPresets } from './user-presets.ts';

/** What every call's handler can use; one per engine. */
export interface EngineContext {
  readonly version: string;
  readonly dataFolder: string;
  readonly startupPath: string | null;
  readonly host: HostServices;
  readonly projects: ProjectRegistry;
  readonly recent: RecentProjects;
  readonly userPresets: UserPresets;
  readonly uploads: Uploads;
  readonly events: EventHub;
  /** The time as ISO text. */
  now(): string;
}
