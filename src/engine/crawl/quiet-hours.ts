/** A time of the day, from one minute after midnight to another; over midnight where it ends before it begins. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

const MINUTES = 24 * 60;

/**
 * Reads `22:00-06:30`; null where it is no such time, or no time at all because both ends are one.
 *
 * @example parseQuietHours('22:00-06:30') // { fromMinute: 1320, toMinute: 390 }
 */
export function parseQuietHours(text: string): QuietHours | null {
  const match = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/.exec(text.trim());
  const fromMinute = minuteOf(match?.[1], match?.[2]);
  const toMinute = minuteOf(match?.[3], match?.[4]);
  if (fromMinute === null || toMinute === null || fromMinute === toMinute) return null;
  return { fromMinute, toMinute };
}

/** When the quiet time that `now` lies in ends, in milliseconds since 1970; `now` itself outside of it. Local time. */
export function quietUntil({ fromMinute, toMinute }: QuietHours, now: number): number {
  const date = new Date(now);
  const minute = date.getHours() * 60 + date.getMinutes();
  const isQuiet =
    fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
  if (!isQuiet) return now;
  date.setHours(0, minute < toMinute ? toMinute : toMinute + MINUTES, 0, 0);
  return date.getTime();
}

/** 24:00 is the end of the day, which is midnight. */
function minuteOf(hours: string | undefined, minutes: string | undefined): number | null {
  if (hours === undefined || minutes === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute > MINUTES || Number(minutes) > 59 ? null : minute % MINUTES;
}
