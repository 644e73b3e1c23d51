import { TABLE_CELLS, TABLE_SECTIONS } from './tidy-elements.ts';
import type { TidyStack } from './tidy-stack.ts';
import type { TagScanner } from './tidy-tags.ts';

const TABLE: ReadonlySet<string> = new Set(['table']);

/** Opens a part of a table with the parts around it that may be left out; false where the page is not tidy. */
export function openTablePart(stack: TidyStack, tag: TagScanner): boolean {
  const { name } = tag.facts;
  if (!stack.isInTableFrame && !closeCell(stack)) return false;
  if (name === 'col') return openColumn(stack, tag);
  if (stack.topName === 'colgroup') stack.pop();
  if (name === 'td' || name === 'th') return openRowAround(stack) && stack.push(tag.facts, tag.attributesAt, tag.hasId);
  if (stack.topName === 'tr') stack.pop();
  if (name === 'tr') return openSectionAround(stack) && stack.push(tag.facts, tag.attributesAt, tag.hasId);
  if (TABLE_SECTIONS.has(stack.topName)) stack.pop();
  return stack.topName === 'table' && stack.push(tag.facts, tag.attributesAt, tag.hasId);
}

/** Closes a part of a table; false where the page is not tidy. */
export function closeTablePart(stack: TidyStack, name: string): boolean {
  if (TABLE_CELLS.has(name)) {
    const cell = stack.indexInTable(TABLE_CELLS);
    return cell !== -1 && stack.nameAt(cell) === name && stack.closeDownTo(cell, true);
  }
  if (name === 'caption') return stack.closeWithImplied(name);
  if (name === 'col') return false;
  if (!stack.isInTableFrame && !closeCell(stack)) return false;
  if (name === 'table') return stack.closeDownTo(stack.indexInTable(TABLE), true);
  if (TABLE_SECTIONS.has(name) && stack.topName === 'tr') stack.pop();
  return stack.close(name);
}

function closeCell(stack: TidyStack): boolean {
  const cell = stack.indexInTable(TABLE_CELLS);
  return cell !== -1 && stack.closeDownTo(cell, true);
}

function openColumn(stack: TidyStack, tag: TagScanner): boolean {
  if (stack.topName === 'table' && !stack.pushImplied('colgroup')) return false;
  if (stack.topName !== 'colgroup') return false;
  stack.add(tag.facts, tag.attributesAt, tag.hasId);
  return true;
}

function openSectionAround(stack: TidyStack): boolean {
  if (TABLE_SECTIONS.has(stack.topName)) return true;
  return stack.topName === 'table' && stack.pushImplied('tbody');
}

function openRowAround(stack: TidyStack): boolean {
  if (stack.topName === 'tr') return true;
  return openSectionAround(stack) && stack.pushImplied('tr');
}
