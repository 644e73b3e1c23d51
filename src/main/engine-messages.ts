import type { ChosenFiles } from '../contract/files.ts';
import type { CommandEvent } from '../contract/jobs.ts';
import type { FileRequest } from '../engine/engine-api.ts';

/** What Electron's main process tells the engine process. */
export type MessageToEngine =
  | {
      readonly kind: 'start';
      readonly version: string;
      readonly dataFolder: string;
      readonly startupPath: string | null;
    }
  /** Comes with the engine's end of a new window's channel. */
  | { readonly kind: 'window' }
  | { readonly kind: 'command'; readonly event: CommandEvent }
  | { readonly kind: 'files-chosen'; readonly id: number; readonly chosen: ChosenFiles }
  | { readonly kind: 'address-opened'; readonly id: number; readonly isOpened: boolean }
  /** Close everything and end the process. */
  | { readonly kind: 'close' };

/** What the engine process asks of the main process; `id` comes back with the answer. */
export type MessageFromEngine =
  | { readonly kind: 'choose-files'; readonly id: number; readonly request: FileRequest }
  | { readonly kind: 'open-address'; readonly id: number; readonly url: string }
  | { readonly kind: 'project-opened'; readonly path: string };
