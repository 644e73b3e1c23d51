import { useId, useState } from 'react';
import { AppError } from '../../../contract/app-error.ts';
import { type ProjectSettings, projectSettingsSchema } from '../../../contract/project.ts';
import { parseHost, stripWww } from '../../../core/url/host-name.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/text-field.tsx';
import { errorOf } from '../../engine/error-of.ts';
import { useProjectSession } from '../../engine/project-context.ts';
import { useFilePicker } from '../../shell/use-file-picker.tsx';
import { splitNames, splitPhrases } from './split-words.ts';
import styles from './start-screen.module.css';

interface Draft {
  readonly name: string;
  readonly sites: string;
  readonly brandWords: string;
  readonly moneyWords: string;
  readonly languages: string;
  readonly countries: string;
}

const EMPTY: Draft = { name: '', sites: '', brandWords: '', moneyWords: '', languages: '', countries: '' };

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'project name',
  sites: 'site',
  brandWords: 'brand word',
  moneyWords: 'money word',
  languages: 'language code (two letters, such as en)',
  countries: 'country code (two letters, such as us)',
};

/** What a new project is about, then where its file is kept. Only the site is needed; the rest sharpens the scores. */
export function NewProjectDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const session = useProjectSession();
  const picker = useFilePicker();
  const formId = useId();
  const [draft, setDraft] = useState(EMPTY);
  const [failure, setFailure] = useState<unknown>(null);
  const set = (field: keyof Draft) => (value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const sites = splitNames(draft.sites);
  const nameOfSite = siteName(sites[0] ?? '');

  async function create() {
    const name = draft.name.trim() === '' ? nameOfSite : draft.name;
    const settings = readSettings({
      name,
      sites,
      brandWords: splitPhrases(draft.brandWords),
      moneyWords: splitPhrases(draft.moneyWords),
      languages: splitNames(draft.languages),
      countries: splitNames(draft.countries),
    });
    const [path] = await picker.pick('new-project', `${fileNameOf(name)}.anchorage`);
    if (path !== undefined) await session.create(path, settings);
  }

  return (
    <>
      <Dialog
        title="New project"
        isOpen={isOpen}
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" form={formId} isDisabled={sites.length === 0}>
              Choose where to save…
            </Button>
          </>
        }
      >
        {failure !== null && <ErrorPanel message={errorOf(failure).message} />}
        <form
          id={formId}
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault();
            setFailure(null);
            void create().catch(setFailure);
          }}
        >
          <TextField
            label="The client’s sites"
            description="One or more hosts, with blanks or commas between them. Links to other sites are kept apart."
            placeholder="acme.com shop.acme.de"
            value={draft.sites}
            onChange={set('sites')}
            isRequired
          />
          <TextField
            label="Project name"
            placeholder={nameOfSite === '' ? 'The first site' : nameOfSite}
            value={draft.name}
            onChange={set('name')}
          />
          <TextField
            label="Brand words"
            description="Names of the brand and its products, with commas between them."
            value={draft.brandWords}
            onChange={set('brandWords')}
          />
          <TextField
            label="Money words"
            description="Words that customers search for when they want to buy, with commas between them."
            value={draft.moneyWords}
            onChange={set('moneyWords')}
          />
          <div className={styles.pair}>
            <TextField label="Languages" placeholder="en, de" value={draft.languages} onChange={set('languages')} />
            <TextField label="Countries" placeholder="us, de" value={draft.countries} onChange={set('countries')} />
          </div>
        </form>
      </Dialog>
      {picker.dialog}
    </>
  );
}

/** The settings as the engine takes them; throws `wrong-use` with what to change. */
function readSettings(input: ProjectSettings): ProjectSettings {
  const parsed = projectSettingsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path[0];
  const words = FIELD_WORDS[String(field)] ?? 'entry';
  throw new AppError('wrong-use', `One ${words} cannot be used: it is too long, too short, or there are too many.`, {
    field,
    problem: issue?.message,
  });
}

/** The host without `www.`, also where a whole address was pasted. */
function siteName(site: string): string {
  const host = parseHost(site);
  return host === null ? site : stripWww(host);
}

/** A file name that every system takes. */
function fileNameOf(name: string): string {
  return (
    name
      .trim()
      .replace(/[^\p{L}\p{N}.-]+/gu, '-')
      .replace(/^[.-]+|[.-]+$/g, '') || 'project'
  );
}
