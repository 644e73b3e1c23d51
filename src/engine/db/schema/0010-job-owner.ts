/** The process that has a job in hand, so that any other can tell one at work from what a killed one left behind. */
export const JOB_OWNER = "ALTER TABLE job ADD COLUMN owner TEXT NOT NULL DEFAULT '';";
