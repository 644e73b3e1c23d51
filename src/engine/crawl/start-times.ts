import type { CrawlSettings } from './crawl-settings.ts';
import { quietUntil } from './quiet-hours.ts';

const CATCH_UP_MS = 100;

/** When the next page of a crawl may be started, whatever host it is of. */
export class StartTimes {
  private readonly settings: Pick<CrawlSettings, 'ratePerSecond' | 'quietHours'>;
  private notBefore = 0;

  constructor(settings: Pick<CrawlSettings, 'ratePerSecond' | 'quietHours'>) {
    this.settings = settings;
  }

  /** The earliest time, not before `now`. */
  next(now: number): number {
    const at = Math.max(now, this.notBefore);
    return this.settings.quietHours === null ? at : quietUntil(this.settings.quietHours, at);
  }

  /** True in the quiet hours, when nothing starts for long. */
  isQuiet(now: number): boolean {
    return this.settings.quietHours !== null && quietUntil(this.settings.quietHours, now) > now;
  }

  /** Notes a start. What waiting was too long by is caught up with, but no more than a moment's worth. */
  note(now: number): void {
    if (this.settings.ratePerSecond === null) return;
    this.notBefore = Math.max(now - CATCH_UP_MS, this.notBefore) + 1_000 / this.settings.ratePerSecond;
  }
}
