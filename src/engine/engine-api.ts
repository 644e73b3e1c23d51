import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { ChosenFiles } from '../contract/files.ts';
import type { CommandEvent } from '../contract/jobs.ts';

/** What the engine cannot do by itself and asks of the host it runs in. */
export interface HostServices {
  chooseFiles(request: FileRequest): Promise<ChosenFiles>;
  /** Opens an address in the user's own browser; false where the host refuses it or has no way to. */
  openExternal(url: string): Promise<boolean>;
  /** Tells the host of a project that was opened or made, for the operating system's recent documents. */
  projectOpened(path: string): void;
}

export interface FileRequest {
  readonly purpose: 'open-project' | 'new-project' | 'exports';
  /** File name a new project starts with. */
  readonly suggestedName?: string | undefined;
}

export interface EngineOptions {
  /** Absolute path of the folder for settings, the recent list and the sample project; made when missing. */
  readonly dataFolder: string;
  readonly version: string;
  /** The project file the host was started with, as an absolute path. */
  readonly startupPath: string | null;
  readonly host: HostServices;
}

/** The engine as its host sees it; src/engine/engine.ts exports `startEngine(options: EngineOptions): Engine`. */
export interface Engine {
  /** Answers the calls of one window until the port closes; see serve-port.ts. The caller starts the port. */
  servePort(port: SupportedMessagePort): void;
  /** Sends a menu command, or a file the operating system wants opened, to every listening window. */
  sendCommand(command: CommandEvent): void;
  /** Stops running jobs so that they can be resumed and closes every project. Never rejects; later calls do nothing. */
  close(): Promise<void>;
}
