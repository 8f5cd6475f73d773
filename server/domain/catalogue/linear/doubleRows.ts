import { type Column, type RoleKind, TICK_KINDS } from '../header/roles'
import { likeness } from '../likeness'
import { joinLayout } from '../text'
import { type Atom, isBlankAtom } from './atoms'
import type { LinearRow } from './rows'

/** Returns the positions of the atoms that are certainly cells of a kind. */
const placesOf = (atoms: readonly Atom[], kind: RoleKind): number[] =>
  atoms.flatMap(({ text }, index) => (likeness(kind, text) >= 4 ? [index] : []))

const has = (columns: readonly Column[], kind: RoleKind): boolean =>
  columns.some(({ role }) => role.kind === kind)

const ANCHORS = ['deadline', 'channels'] as const

/** Checks for two whole deadlines and two cells of boxes in one row: the border between two rows was lost. */
export function holdsTwoRows({ atoms }: LinearRow, columns: readonly Column[]): boolean {
  const anchors = ANCHORS.filter(kind => has(columns, kind))
  const twice = anchors.filter(kind => {
    const places = placesOf(atoms, kind)
    return places.length > 1 && (places.at(-1) ?? 0) - (places[0] ?? 0) > columns.length / 3
  })
  return anchors.length > 0 && twice.length === anchors.length
}

const isTick = ({ text }: Atom): boolean => joinLayout(text) === '' || likeness('level-tick', text) > 0

/** Checks whether only tick columns follow the channels, which then end a row. */
const endsWithChannels = (columns: readonly Column[]): boolean => {
  const at = columns.findIndex(({ role }) => role.kind === 'channels')
  return at >= 0 && columns.slice(at + 1).every(({ role }) => TICK_KINDS.includes(role.kind))
}

/** Returns where the second row begins: after the first channels cell and the ticks that follow it. */
function secondStart(atoms: readonly Atom[]): number {
  const channels = atoms.findIndex(({ text }) => likeness('channels', text) >= 4)
  const own = atoms
    .slice(channels + 1)
    .findIndex(atom => !isTick(atom) && likeness('channels', atom.text) < 4)
  return channels < 0 || own < 0 ? -1 : channels + 1 + own
}

/** Splits a row that absorbed the next one, whose number was lost; the second number stays open. */
export function splitTwoRows(row: LinearRow, columns: readonly Column[]): LinearRow[] {
  if (!endsWithChannels(columns) || !holdsTwoRows(row, columns)) return [row]
  const at = secondStart(row.atoms)
  const second = row.atoms.slice(at)
  if (at < columns.length / 2 || second.filter(atom => !isBlankAtom(atom)).length < 3) return [row]
  const rest: LinearRow = { line: second[0]?.line ?? row.line, number: null, atoms: second, numberLost: true }
  return [{ ...row, atoms: row.atoms.slice(0, at) }, ...splitTwoRows(rest, columns)]
}
