import { generateKeyPairSync } from 'node:crypto'
import type { Chance } from '../privacy/chance'
import { type Line, forge, rebuild, recount } from './forge'

/** One way of tampering with an export: takes a copy of its lines that it may change, gives what is left. */
export type Tampering = (lines: Line[], chance: Chance) => Line[]

type Place = { holder: Record<string, unknown>; key: string }

/** Every single value below a value. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap(key =>
    typeof holder[key] === 'object' && holder[key] !== null ? placesIn(holder[key]) : [{ holder, key }],
  )
}

function otherValue(value: unknown, chance: Chance): unknown {
  if (typeof value === 'number') return value + chance.pick([1, -1, 100])
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return '改'
  if (value === '') return '改'
  const at = chance.int(0, value.length - 1)
  const letter = value[at] === '1' ? '2' : '1'
  return value.slice(0, at) + letter + value.slice(at + 1)
}

function changeSome(places: Place[], chance: Chance): void {
  const { holder, key } = chance.pick(places)
  holder[key] = otherValue(holder[key], chance)
}

const entriesOf = (lines: Line[]) => lines.filter(line => line.kind === 'entry')
const checkpointsOf = (lines: Line[]) => lines.filter(line => line.kind === 'checkpoint')
const openedOf = (lines: Line[]) => lines.filter(line => line.publication && line.salts)

/** What a withdrawal 撤回 leaves blank: the salts of these open nothing any more. */
const BLANK = new Set(['title', 'sentence', 'content'])

/** All that the ledger answers for. Who withdrew a notice is in the operations log 操作日志. */
const placesOf = (line: Line, within: unknown = line): Place[] =>
  placesIn(within)
    .filter(({ holder, key }) => !(key === 'by' && 'reason' in holder))
    .filter(({ holder, key }) => !(line.publication?.withdrawn && holder === line.salts && BLANK.has(key)))

function editAnything(lines: Line[], chance: Chance): Line[] {
  changeSome(placesOf(chance.pick(lines)), chance)
  return lines
}

function editAndRebuild(lines: Line[], chance: Chance): Line[] {
  const { entry } = chance.pick(entriesOf(lines))
  const kept = new Set(['index', 'orgIndex', 'previous'])
  changeSome(
    placesIn(entry).filter(({ key }) => !kept.has(key)),
    chance,
  )
  return rebuild(lines)
}

function removeLine(lines: Line[], chance: Chance): Line[] {
  const at = chance.int(0, lines.length - 1)
  return chance.pick([(some: Line[]) => some, recount])(lines.filter((_line, index) => index !== at))
}

function removeAndRebuild(lines: Line[], chance: Chance): Line[] {
  const gone = chance.pick(entriesOf(lines))
  return rebuild(lines.filter(line => line !== gone))
}

function insertCopy(lines: Line[], chance: Chance): Line[] {
  const copy = structuredClone(chance.pick(lines))
  return lines.toSpliced(chance.int(1, lines.length), 0, copy)
}

function insertAndRebuild(lines: Line[], chance: Chance): Line[] {
  const copy = structuredClone(chance.pick(entriesOf(lines)))
  copy.entry!.noticeId = `ntc_${chance.letters(20)}`
  const first = lines.findIndex(line => line.kind === 'entry')
  return rebuild(lines.toSpliced(chance.int(first, lines.length - 1), 0, copy))
}

function swapped(lines: Line[], chance: Chance, mend: (lines: Line[]) => Line[]): Line[] {
  const one = chance.pick(entriesOf(lines))
  const other = chance.pick(entriesOf(lines).filter(line => line !== one))
  return mend(lines.map(line => (line === one ? other : line === other ? one : line)))
}

function backDate(lines: Line[], chance: Chance, mend: (lines: Line[]) => Line[]): Line[] {
  const { entry, publication } = chance.pick(entriesOf(lines))
  const earlier = (text: string) => new Date(Date.parse(text) - chance.int(1, 40) * 86_400_000).toISOString()
  entry!.publishedAt = earlier(entry!.publishedAt)
  entry!.recordedAt = earlier(entry!.recordedAt)
  if (publication) publication.publishedAt = entry!.publishedAt
  return mend(lines)
}

/** The newest entries gone, with or without a last line that agrees. */
function truncate(lines: Line[], chance: Chance): Line[] {
  const from = chance.int(1, lines.length - 1)
  if (chance.int(0, 1) === 0) return lines.slice(0, from)
  const gone = new Set(entriesOf(lines).slice(-chance.int(1, entriesOf(lines).length)))
  return recount(lines.filter(line => !gone.has(line)))
}

/** A second story from some entry on, with a checkpoint of its own next to the true ones. */
function fork(lines: Line[], chance: Chance): Line[] {
  const { privateKey } = generateKeyPairSync('ed25519')
  const other = structuredClone(lines)
  chance.pick(entriesOf(other)).entry!.basis = '另一种说法'
  const forged = forge(other, privateKey)
  const [theirs, ours] = [checkpointsOf(forged), checkpointsOf(lines)]
  const replaced = chance.int(0, ours.length - 1)
  const both = ours.flatMap((line, index) => (index === replaced ? [line, theirs[index]!] : [line]))
  const rest = chance.pick([lines, forged]).filter(line => line.kind !== 'checkpoint')
  return recount([rest[0]!, ...both, ...rest.slice(1)])
}

function wrongSignature(lines: Line[], chance: Chance): Line[] {
  const line = chance.pick(checkpointsOf(lines))
  const { privateKey } = generateKeyPairSync('ed25519')
  const forged = forge(lines, privateKey).find(one => one.checkpoint?.size === line.checkpoint!.size)!
  const { signature, publicKey } = forged.checkpoint!
  line.checkpoint = { ...line.checkpoint!, ...chance.pick([{ signature }, { publicKey }]) }
  return lines
}

function changeWords(lines: Line[], chance: Chance): Line[] {
  const line = chance.pick(openedOf(lines))
  changeSome(placesOf(line, chance.pick([line.publication, line.salts])), chance)
  return lines
}

function dropWords(lines: Line[], chance: Chance): Line[] {
  const line = chance.pick(openedOf(lines))
  if (chance.int(0, 1) === 0) line.salts = null
  else line.publication = null
  return recount(lines)
}

const asIs = (lines: Line[]) => lines

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  edit: editAnything,
  'edit, hashes redone': editAndRebuild,
  delete: removeLine,
  'delete, hashes redone': removeAndRebuild,
  insert: insertCopy,
  'insert, hashes redone': insertAndRebuild,
  swap: (lines, chance) => swapped(lines, chance, asIs),
  'swap, hashes redone': (lines, chance) => swapped(lines, chance, rebuild),
  'back-date': (lines, chance) => backDate(lines, chance, asIs),
  'back-date, hashes redone': (lines, chance) => backDate(lines, chance, rebuild),
  truncate,
  fork,
  'wrong signature': wrongSignature,
  'published words changed': changeWords,
  'published words removed': dropWords,
}
