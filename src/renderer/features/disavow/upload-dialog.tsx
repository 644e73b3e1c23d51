import { useId, useState } from 'react';
import type { DisavowVersion } from '../../../contract/disavow.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { formatDay, formatMoment } from '../../format.ts';
import { useNotices } from '../../shell/notices.tsx';
import styles from './upload-dialog.module.css';
import { dayOf } from './words.ts';

/** Notes where and when a version was uploaded to Search Console, which only the person who did it knows. */
export function UploadDialog({ version, onClose }: { readonly version: DisavowVersion; readonly onClose: () => void }) {
  const { client } = useEngine();
  const { projectId } = useProject();
  const { notify } = useNotices();
  const formId = useId();
  const [property, setProperty] = useState(version.property ?? '');
  const [uploadedOn, setUploadedOn] = useState(() => version.uploadedAt ?? dayOf(new Date()));
  const [failure, setFailure] = useState<unknown>(null);

  async function record() {
    await client.disavow.recordUpload({ projectId, versionId: version.id, property, uploadedOn });
    notify({ text: `Noted: uploaded ${formatDay(uploadedOn)} to ${property}.` });
    onClose();
  }

  return (
    <Dialog
      title="Record an upload"
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={formId} isDisabled={property.trim() === '' || uploadedOn === ''}>
            Record
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorPanel message={errorOf(failure).message} safe="The version is kept as it was." />}
      <form
        id={formId}
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          setFailure(null);
          void record().catch(setFailure);
        }}
      >
        <p className={styles.quiet}>{`Version of ${formatMoment(version.createdAt)}`}</p>
        <TextField
          label="Search Console property"
          description="As it is written there, such as https://www.acme.com/"
          value={property}
          onChange={setProperty}
          isRequired
        />
        <TextField label="Uploaded on" type="date" value={uploadedOn} onChange={setUploadedOn} isRequired />
      </form>
    </Dialog>
  );
}
