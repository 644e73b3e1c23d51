/** How long a job was at work, which its dates do not tell: it may have waited, been paused, or gone on days later. */
export const WORKED_TIME = 'ALTER TABLE job ADD COLUMN worked_ms INTEGER;';
