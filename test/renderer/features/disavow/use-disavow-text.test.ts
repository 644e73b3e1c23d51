import { describe, expect, it } from 'vitest';
import { editorText } from '../../../../src/renderer/features/disavow/use-disavow-text.ts';

describe('editorText', () => {
  it('turns every line end into LF and changes nothing else', () => {
    expect(editorText('a\r\nb\rc\n\n d\t')).toBe('a\nb\nc\n\n d\t');
  });
});
