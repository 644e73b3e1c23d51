import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { MappingPreset } from '../contract/imports.ts';

/** Column mappings that hold for all projects of a user, in a small file of the user's data folder. */
export interface UserPresets {
  /** By name. */
  list(): MappingPreset[];
  /** Keeps a mapping, replacing one of the same name. */
  save(preset: Omit<MappingPreset, 'scope'>): void;
}

const fileSchema = z.array(
  z.object({ name: z.string(), header: z.array(z.string()), mapping: z.record(z.string(), z.string()) }),
);

/** The presets kept in `dataFolder`. An unreadable file counts as none. */
export function userPresets(dataFolder: string): UserPresets {
  const file = join(dataFolder, 'mapping-presets.json');
  return {
    list: () => read(file).map((preset) => ({ ...preset, scope: 'user' })),
    save(preset) {
      const others = read(file).filter(({ name }) => name !== preset.name);
      const presets = [...others, preset].sort((one, other) => one.name.localeCompare(other.name));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(presets, null, 2));
      renameSync(`${file}.new`, file);
    },
  };
}

function read(file: string): z.output<typeof fileSchema> {
  if (!existsSync(file)) return [];
  try {
    return fileSchema.catch([]).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
