import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { userPresets } from '../../src/engine/user-presets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const preset = { name: 'Agency sheet', header: ['Page', 'To'], mapping: { source: 'Page' } };

describe('userPresets', () => {
  it('keeps presets by name, the newest of each', () => {
    const presets = userPresets(join(folder, 'new'));
    presets.save(preset);
    presets.save({ ...preset, name: 'A sheet' });
    presets.save({ ...preset, header: ['Page'] });
    expect(userPresets(join(folder, 'new')).list()).toEqual([
      { ...preset, name: 'A sheet', scope: 'user' },
      { ...preset, header: ['Page'], scope: 'user' },
    ]);
  });

  it.each(['', '{}', '[{"name": 1}]', 'torn ['])('takes the unreadable file %j for none', (text) => {
    writeFileSync(join(folder, 'mapping-presets.json'), text);
    expect(userPresets(folder).list()).toEqual([]);
  });
});
