import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DisavowDraft, DisavowProblem, DisavowVersion } from '../../../contract/disavow.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { SplitPanel } from '../../components/split-panel.tsx';
import { isNumber, useStored } from '../../components/use-stored.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { CompareView } from './compare-view.tsx';
import { DisavowToolbar } from './disavow-toolbar.tsx';
import styles from './disavow-workbench.module.css';
import { EditorPane } from './editor-pane.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { ProblemList } from './problem-list.tsx';
import { ProposalView } from './proposal-view.tsx';
import { UploadDialog } from './upload-dialog.tsx';
import { useDisavowCalls } from './use-disavow-calls.ts';
import { useDisavowText } from './use-disavow-text.ts';
import { useLint } from './use-lint.ts';

export interface DisavowWorkbenchProps {
  readonly draft: DisavowDraft;
  /** Changes whenever the draft was asked for again. */
  readonly freshness: number;
}

/** The editor with everything around it. */
export function DisavowWorkbench({ draft, freshness }: DisavowWorkbenchProps) {
  const { query } = useEngine();
  const { projectId, summary } = useProject();
  const text = useDisavowText(draft);
  const { editor } = text;
  const lint = useLint(text.text, freshness);
  const calls = useDisavowCalls(text);
  const versions = useQuery(query.disavow.versions.queryOptions({ input: { projectId } })).data ?? [];
  const [comparedId, setComparedId] = useState<number | null>(null);
  const [uploaded, setUploaded] = useState<DisavowVersion | null>(null);
  const [problemsHeight, setProblemsHeight] = useStored('disavow-problems-height', 260, isNumber);
  const [factsWidth, setFactsWidth] = useStored('disavow-facts-width', 300, isNumber);
  const { readOnly } = summary;
  const isBehind = text.text === null || lint.of !== text.text;

  useEffect(() => {
    if (editor !== null && lint.answer !== null && editor.revision() === lint.of?.revision) {
      editor.showProblems(lint.answer.problems);
    }
  }, [editor, lint]);

  /** The lint speaks of the text there is; an older answer would fix the wrong line. */
  function fix(problem: DisavowProblem) {
    if (editor === null || problem.fix === null || editor.revision() !== lint.of?.revision) return;
    editor.replaceLine(problem.line, problem.fix);
  }

  const isOverlaid = calls.proposal !== null || comparedId !== null;
  return (
    <FileDrop
      invitation="Drop to import this disavow file"
      isDisabled={readOnly}
      onFiles={([file]) => {
        if (file !== undefined) calls.importFile(file);
      }}
    >
      <DisavowToolbar text={text} calls={calls} versions={versions} onCompare={setComparedId} />
      <div className={styles.columns}>
        <div className={styles.centre}>
          <div className={styles.editing} hidden={isOverlaid}>
            {draft.verdictsChanged && (
              <div className={styles.remark}>
                <Callout>Verdicts changed after this version. Build from verdicts to see what would differ.</Callout>
              </div>
            )}
            {lint.answer?.entries === 0 && !isBehind && <NoEntries />}
            <EditorPane
              text={text.first.text}
              kept={text.first.kept}
              isReadOnly={readOnly}
              onEditor={text.setEditor}
              onChange={text.typed}
              onKeep={text.keep}
              onFix={fix}
            />
            {lint.error !== null && (
              <ErrorPanel
                message={errorOf(lint.error).message}
                safe="The text is untouched; it is only not being checked just now."
              />
            )}
            <SplitPanel
              label="problems"
              edge="top"
              size={problemsHeight}
              minSize={96}
              maxSize={520}
              onResize={setProblemsHeight}
            >
              <ProblemList
                problems={lint.answer?.problems ?? null}
                isBehind={isBehind}
                isReadOnly={readOnly}
                onShow={(problem, enter) => {
                  editor?.goTo(problem.line, problem.column);
                  if (enter) editor?.focus();
                }}
                onFix={fix}
                onFixAll={calls.proposeFixes}
              />
            </SplitPanel>
          </div>
          {calls.proposal !== null && (
            <ProposalView proposal={calls.proposal} onAccept={calls.acceptProposal} onCancel={calls.dropProposal} />
          )}
          {calls.proposal === null && comparedId !== null && text.text !== null && (
            <CompareView versions={versions} before={comparedId} text={text.text} onClose={() => setComparedId(null)} />
          )}
        </div>
        <div className={styles.facts}>
          <SplitPanel
            label="facts about the file"
            edge="left"
            size={factsWidth}
            minSize={220}
            maxSize={480}
            onResize={setFactsWidth}
          >
            <FactsPanel
              answer={lint.answer}
              versions={versions}
              isReadOnly={readOnly}
              onCompare={(version) => {
                calls.dropProposal();
                setComparedId(version.id);
              }}
              onUse={(version) => {
                setComparedId(null);
                calls.loadVersion(version);
              }}
              onDownload={calls.downloadVersion}
              onRecordUpload={setUploaded}
            />
          </SplitPanel>
        </div>
      </div>
      {uploaded !== null && <UploadDialog version={uploaded} onClose={() => setUploaded(null)} />}
    </FileDrop>
  );
}

/** What to do about a file that disavows nothing. */
function NoEntries() {
  const { navigate } = useNavigation();
  return (
    <div className={styles.remark}>
      <Callout actions={<Button onPress={() => navigate('review')}>Review…</Button>}>
        No entries yet. Mark domains or links in Review and build the file from the verdicts, or import the file the
        client already has.
      </Callout>
    </div>
  );
}
