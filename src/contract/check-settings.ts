import { z } from 'zod';

/** What a check is asked for; in a module of its own because the command line checks links without the rest of the contract. */

/** Which of the selected links a check asks again: all of them, or those of which something is to be learnt. */
export const checkPolicySchema = z.object({
  only: z.enum(['all', 'unchecked', 'unknown', 'changed']).default('all'),
  /** Only links that were not checked for so long: `30d`, `2w`, `6m`, `1y`; empty for all. */
  olderThan: z
    .string()
    .regex(/^(?:[1-9]\d{0,3}[dwm]|[1-9]\d{0,1}y)?$/)
    .default(''),
});
export type CheckPolicy = z.output<typeof checkPolicySchema>;

export const checkSettingsSchema = z.object({
  concurrency: z.int().min(1).max(512).default(32),
  perHost: z.int().min(1).max(32).default(2),
  timeoutSeconds: z.number().min(1).max(300).default(20),
  /** Pause between the starts of two requests to one host. */
  delaySeconds: z.number().min(0).max(3600).default(0),
  /** Pages started a second over all hosts; 0 for as many as the rest allows. */
  pagesPerSecond: z.number().min(0).max(10_000).default(0),
  /** `22:00-06:30`: a time of the day in which nothing is asked; empty for none. */
  quietHours: z
    .string()
    .regex(/^(?:(?:[01]?\d|2[0-3]):[0-5]\d-(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00))?$/)
    .default(''),
  maxPageMegabytes: z.number().min(0.1).max(100).default(5),
  /** Reads every page in full, also where its server says that it has not changed since the last look. */
  rereadAll: z.boolean().default(false),
  /** Looks again, in an installed browser, at pages whose text scripts write. */
  renderPages: z.boolean().default(false),
  /** Reads pages whose certificate is not valid. */
  ignoreCertificates: z.boolean().default(false),
  /** `http://host:port` that all requests go through; empty for none. */
  proxy: z
    .string()
    .max(300)
    .regex(/^(?:https?:\/\/[^\s/@]+\/?)?$/)
    .default(''),
  /** Where a site owner reads who asks; the client's site where empty. */
  contactUrl: z
    .string()
    .max(300)
    .regex(/^(?:https?:\/\/[\x21-\x7e]+)?$/)
    .default(''),
});
export type CheckSettings = z.output<typeof checkSettingsSchema>;

/** The settings that differ from the defaults. */
export function unusualSettings(settings: CheckSettings): Partial<CheckSettings> {
  const defaults: Readonly<Record<string, unknown>> = checkSettingsSchema.parse({});
  return Object.fromEntries(Object.entries(settings).filter(([field, value]) => value !== defaults[field]));
}
