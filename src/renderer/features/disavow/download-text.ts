/** Hands a text to the browser's download as UTF-8. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has to begin before its address goes.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
