import { IconButton } from '../components/button.tsx';
import { useEngine } from '../engine/engine-context.ts';
import { useNotices } from '../shell/notices.tsx';
import styles from './evidence.module.css';

export interface AddressProps {
  readonly url: string | null;
  /** What the address is, for the buttons' names. */
  readonly label: string;
  readonly missing?: string;
}

/** An address in full, to copy or to open in the user's own browser. */
export function Address({ url, label, missing = '' }: AddressProps) {
  const { client } = useEngine();
  const { notify, notifyError } = useNotices();
  if (url === null) return <p className={styles.faint}>{missing}</p>;

  async function copy(text: string) {
    await navigator.clipboard.writeText(text);
    notify({ text: 'Address copied.' });
  }

  async function open(address: string) {
    const isOpened = await client.app.openExternal({ url: address });
    if (!isOpened) notify({ text: 'No browser could be opened. Copy the address instead.', tone: 'problem' });
  }

  return (
    <div className={styles.address}>
      <span className={styles.addressText} dir="ltr">
        {url}
      </span>
      <IconButton icon="copy" label={`Copy the ${label}`} onPress={() => void copy(url).catch(notifyError)} />
      <IconButton
        icon="external"
        label={`Open the ${label} in the browser`}
        onPress={() => void open(url).catch(notifyError)}
      />
    </div>
  );
}
