import type { Token } from 'parse5';
import { TABLE_CELLS, TABLE_FRAMES, TABLE_SECTIONS } from './tidy-elements.ts';
import type { TidyStack } from './tidy-stack.ts';

const TABLE: ReadonlySet<string> = new Set(['table']);

/** Opens a part of a table with the parts around it that may be left out; false where the page is not tidy. */
export function openTablePart(stack: TidyStack, name: string, attributes: Token.Attribute[]): boolean {
  if (!TABLE_FRAMES.has(stack.topName) && !closeCell(stack)) return false;
  if (name === 'col') return openColumn(stack, attributes);
  if (stack.topName === 'colgroup') stack.pop();
  if (name === 'td' || name === 'th') return openRowAround(stack) && stack.push(name, attributes);
  if (stack.topName === 'tr') stack.pop();
  if (name === 'tr') return openSectionAround(stack) && stack.push(name, attributes);
  if (TABLE_SECTIONS.has(stack.topName)) stack.pop();
  return stack.topName === 'table' && stack.push(name, attributes);
}

/** Closes a part of a table; false where the page is not tidy. */
export function closeTablePart(stack: TidyStack, name: string): boolean {
  if (TABLE_CELLS.has(name)) {
    const cell = stack.indexInTable(TABLE_CELLS);
    return cell !== -1 && stack.nameAt(cell) === name && stack.closeDownTo(cell, true);
  }
  if (name === 'caption') return stack.closeWithImplied(name);
  if (name === 'col') return false;
  if (!TABLE_FRAMES.has(stack.topName) && !closeCell(stack)) return false;
  if (name === 'table') return stack.closeDownTo(stack.indexInTable(TABLE), true);
  if (TABLE_SECTIONS.has(name) && stack.topName === 'tr') stack.pop();
  return stack.close(name);
}

function closeCell(stack: TidyStack): boolean {
  const cell = stack.indexInTable(TABLE_CELLS);
  return cell !== -1 && stack.closeDownTo(cell, true);
}

function openColumn(stack: TidyStack, attributes: Token.Attribute[]): boolean {
  if (stack.topName === 'table' && !stack.push('colgroup', [])) return false;
  if (stack.topName !== 'colgroup') return false;
  stack.add('col', attributes);
  return true;
}

function openSectionAround(stack: TidyStack): boolean {
  if (TABLE_SECTIONS.has(stack.topName)) return true;
  return stack.topName === 'table' && stack.push('tbody', []);
}

function openRowAround(stack: TidyStack): boolean {
  if (stack.topName === 'tr') return true;
  return openSectionAround(stack) && stack.push('tr', []);
}
