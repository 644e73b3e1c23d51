import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DisavowVersion } from '../../../contract/disavow.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { formatCount } from '../../format.ts';
import { useNotices } from '../../shell/notices.tsx';
import { downloadText } from './download-text.ts';
import type { Proposal } from './proposal.ts';
import { type DisavowText, editorText } from './use-disavow-text.ts';

/** The name Google's tool and people expect. */
const FILE_NAME = 'disavow.txt';

export interface DisavowCalls {
  /** A text that waits for a yes or no. */
  readonly proposal: Proposal | null;
  readonly proposeBuild: () => void;
  readonly proposeFixes: () => void;
  readonly acceptProposal: () => void;
  readonly dropProposal: () => void;
  readonly save: () => void;
  readonly download: () => void;
  readonly importFile: (file: File) => void;
  readonly loadVersion: (version: DisavowVersion) => void;
  readonly downloadVersion: (version: DisavowVersion) => void;
}

/** What can be done with the text beyond typing. Whatever replaces it can be undone in the editor. */
export function useDisavowCalls({ editor }: DisavowText): DisavowCalls {
  const { client } = useEngine();
  const { projectId } = useProject();
  const queryClient = useQueryClient();
  const { notify, notifyError } = useNotices();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const isBusy = useRef(false);

  function once(work: () => Promise<void>) {
    if (isBusy.current) return;
    isBusy.current = true;
    void work()
      .catch(notifyError)
      .finally(() => {
        isBusy.current = false;
      });
  }

  const refresh = () => queryClient.invalidateQueries({ queryKey: [['disavow']] });

  async function build() {
    const before = editor?.text() ?? '';
    const answer = await client.disavow.build({ projectId });
    const diff = await client.disavow.diff({ projectId, before, after: answer.text });
    setProposal({ kind: 'build', answer, diff });
  }

  async function fix() {
    if (editor === null) return;
    setProposal({ kind: 'fix', answer: await client.disavow.fix({ projectId, text: editor.text() }) });
  }

  async function save() {
    if (editor === null) return;
    const text = editor.text();
    const version = await client.disavow.save({ projectId, text, fileName: FILE_NAME });
    await refresh();
    notify({ text: `Saved as a version with ${formatCount(version.entries, 'entry', 'entries')}.` });
  }

  async function importFile(file: File) {
    const answer = await client.disavow.importFile({ projectId, body: file, fileName: file.name });
    const { text } = await client.disavow.version({ projectId, id: answer.version.id });
    editor?.replaceAll(editorText(text));
    await refresh();
    const matched = `${formatCount(answer.links, 'link')} of ${formatCount(answer.domains, 'domain')} marked disavow`;
    const rest =
      answer.unmatched === 0 ? '' : `; ${formatCount(answer.unmatched, 'entry', 'entries')} matched no known link`;
    notify({ text: `Imported ${file.name}: ${matched}${rest}.` });
  }

  async function loadVersion(version: DisavowVersion) {
    const { text } = await client.disavow.version({ projectId, id: version.id });
    editor?.replaceAll(editorText(text));
    editor?.focus();
  }

  async function downloadVersion(version: DisavowVersion) {
    downloadText(FILE_NAME, (await client.disavow.version({ projectId, id: version.id })).text);
  }

  return {
    proposal,
    proposeBuild: () => once(build),
    proposeFixes: () => once(fix),
    acceptProposal: () => {
      if (proposal !== null) editor?.replaceAll(editorText(proposal.answer.text));
      setProposal(null);
    },
    dropProposal: () => setProposal(null),
    save: () => once(save),
    download: () => {
      if (editor !== null) downloadText(FILE_NAME, editor.text());
    },
    importFile: (file) => once(() => importFile(file)),
    loadVersion: (version) => once(() => loadVersion(version)),
    downloadVersion: (version) => once(() => downloadVersion(version)),
  };
}
