import { useState } from 'react';
import type { ProjectSettings } from '../../../contract/project.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TagField } from '../../components/tag-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { useActions } from '../../shell/actions.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { findSettingProblems } from './setting-problems.ts';
import styles from './settings-screen.module.css';

/** The project's settings as a form; saving scores all links again, because the words decide what anchors mean. */
export function SettingsForm() {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const { notify } = useNotices();
  const [settings, setSettings] = useState<ProjectSettings>(summary.settings);
  const [failure, setFailure] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const problems = findSettingProblems(settings);
  const isEdited = JSON.stringify(settings) !== JSON.stringify(summary.settings);
  const canSave = isEdited && !isSaving && !summary.readOnly && Object.keys(problems).length === 0;

  function change(part: Partial<ProjectSettings>) {
    setSettings((before) => ({ ...before, ...part }));
  }

  async function save() {
    setSaving(true);
    setFailure(null);
    try {
      await client.project.saveSettings({ projectId, settings });
      notify({ text: 'Settings saved. All links are scored again with them.' });
    } catch (error) {
      setFailure(error);
    } finally {
      setSaving(false);
    }
  }

  useActions([
    {
      id: 'save-settings',
      title: 'Save the settings',
      section: 'Settings',
      shortcut: 'Mod+S',
      worksInFields: true,
      isDisabled: !canSave,
      run: () => void save(),
    },
  ]);

  return (
    <form
      className={styles.group}
      aria-label="Project settings"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) void save();
      }}
    >
      <TextField
        label="Name"
        value={settings.name}
        errorMessage={problems.name}
        isReadOnly={summary.readOnly}
        onChange={(name) => change({ name })}
      />
      <WordsField
        label="Sites"
        field="sites"
        description="The client’s own hosts. Links from them are not backlinks, links to other hosts are kept apart."
        placeholder="example.com"
        {...{ settings, change, problems }}
      />
      <WordsField
        label="Brand words"
        field="brandWords"
        description="How people name the client. Anchors with them count as brand."
        {...{ settings, change, problems }}
      />
      <WordsField
        label="Money words"
        field="moneyWords"
        description="What the client sells. Anchors with them count as commercial."
        {...{ settings, change, problems }}
      />
      <div className={styles.pair}>
        <WordsField
          label="Languages"
          field="languages"
          description="Two-letter codes of the languages links are expected in."
          placeholder="en"
          {...{ settings, change, problems }}
        />
        <WordsField
          label="Countries"
          field="countries"
          description="Two-letter codes of the countries the client works in."
          placeholder="gb"
          {...{ settings, change, problems }}
        />
      </div>
      {failure !== null && (
        <ErrorPanel message={errorOf(failure).message} safe="The settings in the project are as they were." />
      )}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" shortcut="Mod+S" isDisabled={!canSave}>
          Save
        </Button>
        <Button kind="quiet" isDisabled={!isEdited || isSaving} onPress={() => setSettings(summary.settings)}>
          Revert
        </Button>
        <span className={styles.quiet}>{isEdited ? 'Not saved yet' : ''}</span>
      </div>
    </form>
  );
}

type WordsFieldName = 'sites' | 'brandWords' | 'moneyWords' | 'languages' | 'countries';

interface WordsFieldProps {
  readonly label: string;
  readonly field: WordsFieldName;
  readonly description: string;
  readonly placeholder?: string;
  readonly settings: ProjectSettings;
  readonly change: (part: Partial<ProjectSettings>) => void;
  readonly problems: Readonly<Partial<Record<keyof ProjectSettings, string>>>;
}

function WordsField({ field, settings, change, problems, ...rest }: WordsFieldProps) {
  const { summary } = useProject();
  return (
    <TagField
      {...rest}
      values={settings[field]}
      isDisabled={summary.readOnly}
      errorMessage={problems[field]}
      onChange={(values) => change({ [field]: [...values] })}
    />
  );
}
