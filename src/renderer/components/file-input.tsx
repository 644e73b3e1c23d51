import type { RefObject } from 'react';

export interface FileInputProps {
  /** Whoever opens the dialog clicks it: `ref.current?.click()`. */
  readonly ref: RefObject<HTMLInputElement | null>;
  /** The accessible name of the hidden input. */
  readonly label: string;
  readonly accept?: string;
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own file dialog, hidden behind whatever control opens it. */
export function FileInput({ ref, label, accept, isMultiple = false, onFiles }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={label}
      accept={accept}
      multiple={isMultiple}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        // The same file can be chosen again only after the input has forgotten it.
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
