import { AppError } from '../contract/app-error.ts';
import { type ProjectSettings, projectSettingsSchema } from '../contract/project.ts';
import { parseHost, stripWww } from '../core/url/host-name.ts';

/**
 * Settings as people type them, brought into the form the engine relies on: sites as bare hosts without `www.`, words
 * trimmed and without doubles. Throws `wrong-use` naming the value that cannot be used.
 */
export function checkedSettings(input: ProjectSettings): ProjectSettings {
  const parsed = projectSettingsSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError('wrong-use', `The project's ${issue?.path.join('.')} cannot be used: ${issue?.message}.`);
  }
  const settings = parsed.data;
  return {
    ...settings,
    sites: unique(settings.sites.map(siteHost)),
    brandWords: unique(settings.brandWords),
    moneyWords: unique(settings.moneyWords),
    languages: unique(settings.languages.map((language) => language.toLowerCase())),
    countries: unique(settings.countries.map((country) => country.toLowerCase())),
  };
}

function siteHost(text: string): string {
  const host = parseHost(text);
  if (host === null || !host.includes('.')) {
    throw new AppError('wrong-use', `"${text}" is not a site. Give a host such as example.com.`, { site: text });
  }
  return stripWww(host);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
