import type { ParseWarning } from '@shared/contract/catalogues/catalogue'
import type { Column } from '../header/roles'
import { looksLikeDeadline } from '../likeness'
import { areaOfLine, areaOfTitle } from '../rows/areas'
import { sectionOf } from '../rows/sections'
import { joinLayout } from '../text'
import type { Atom, AtomText } from './atoms'
import { findHeader, readLinearHeader, standardColumns } from './header'

/** One table of a text: its columns and the atoms below the header. */
export interface Section {
  columns: Column[]
  atoms: Atom[]
  hasHeader: boolean
}

/** An area 领域 and the line from which it applies. */
export interface AreaLine {
  line: number
  name: string
}

/** Checks whether a line starts notes that end the table: no items follow. */
const endsTable = (atoms: readonly Atom[], index: number, layout: AtomText['layout']): boolean => {
  const line = joinLayout(atoms[index]?.text ?? '')
  const kind = line.length >= 2 && line.length <= 60 ? sectionOf(line).kind : 'other'
  if (kind !== 'note' && kind !== 'not-involved') return false
  return (
    isAlone(atoms, index, layout) &&
    !atoms.slice(index + 1).some(({ text }) => text.length < 60 && looksLikeDeadline(text))
  )
}

/** Checks that a heading is alone on its line, as the layout `rows` requires. */
const isAlone = (atoms: readonly Atom[], index: number, layout: AtomText['layout']): boolean => {
  const line = atoms[index]?.line
  const shares = atoms[index - 1]?.line === line || atoms[index + 1]?.line === line
  return layout !== 'rows' || !shares
}

/** Removes notes and lists of areas not involved, and extracts area titles. */
export function withoutNotes(
  { atoms, layout }: Pick<AtomText, 'atoms' | 'layout'>,
  areas: AreaLine[],
  warnings: ParseWarning[],
): Atom[] {
  const kept: Atom[] = []
  for (const [index, atom] of atoms.entries()) {
    if (endsTable(atoms, index, layout)) {
      const isNote = sectionOf(joinLayout(atom.text)).kind === 'note'
      warnings.push({
        row: atom.line,
        code: isNote ? 'section-note' : 'section-not-involved',
        message: `从这一行起是${isNote ? '说明' : '不涉及的领域'}，没有作为事项读入`,
      })
      break
    }
    const line = joinLayout(atom.text)
    const isArea = /领域|領域/.test(line) && line.length <= 30 && isAlone(atoms, index, layout)
    const area = isArea ? areaOfLine(line) : undefined
    if (area === undefined) kept.push(atom)
    else areas.push({ line: atom.line, name: area })
  }
  return kept
}

/** Splits a text into tables, each from its header to the next; a text without a header is one table. */
export function sectionsOf(atoms: readonly Atom[]): { sections: Section[]; above: string[] } {
  const sections: Section[] = []
  let start = findHeader(atoms, 0)
  if (start < 0) {
    return { sections: [{ columns: standardColumns(), atoms: [...atoms], hasHeader: false }], above: [] }
  }
  const above = atoms.slice(0, start).map(({ text }) => text)
  while (start >= 0) {
    const header = readLinearHeader(atoms, start)
    const next = findHeader(atoms, header.end)
    const body = atoms.slice(header.end, next < 0 ? undefined : next)
    sections.push({ columns: header.columns, atoms: body, hasHeader: true })
    start = next
  }
  return { sections, above }
}

/** Returns the area that one of the lines above a table names. */
export const areaAmong = (lines: readonly string[]): string | undefined =>
  lines
    .map(line => (joinLayout(line).length > 40 ? undefined : areaOfLine(joinLayout(line))))
    .find(area => area !== undefined)

/** Removes title lines of the next table from the end of the previous one. */
export function dropTitles(atoms: readonly Atom[], areas: AreaLine[]): Atom[] {
  const kept = [...atoms]
  while (kept.length > 0) {
    const at = kept.at(-1)
    const last = joinLayout(at?.text ?? '')
    const isTitle =
      last === '' ||
      (/(?:目录|清单|一览表)(?:[(（].*[)）])?$/.test(last) && last.length > 8 && last.length < 60)
    if (!isTitle) return kept
    const area = areaOfTitle(last)
    if (area !== undefined) areas.push({ line: at?.line ?? 0, name: area })
    kept.pop()
  }
  return kept
}

/** Checks for the same header again: the table continues. */
export const sameColumns = (left: Section | undefined, right: Section): boolean =>
  left !== undefined &&
  left.columns.map(({ header }) => header.join()).join('|') ===
    right.columns.map(({ header }) => header.join()).join('|')
