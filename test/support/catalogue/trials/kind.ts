import { type SheetOptions, workbookOf } from './writers'
import type { Item, TrialDocument } from './facts'
import type { Expected } from './score'
import {
  type Field,
  type Hand,
  type Leaf,
  type Table,
  HAND,
  ORDER,
  bodyRows,
  headRows,
  leavesOf,
  merged,
} from './sheet'

export type Group = 'xlsx' | 'csv' | 'clipboard' | 'txt' | 'docx' | 'html'

/** A file and what it says. */
export interface Trial {
  file: string
  bytes: Buffer | Promise<Buffer>
  items: Expected[]
}

/** One way to lay a catalogue out. `unseen` kinds were not looked at while the reader was changed. */
export interface Kind {
  name: string
  group: Group
  unseen?: true
  make: (document: TrialDocument) => Trial
}

export const hand = (change: Partial<Hand>, words: Hand['words'] = {}): Hand => ({
  ...HAND,
  ...change,
  words: { ...HAND.words, ...words },
})

const KEYS: Readonly<Partial<Record<Field, keyof Item>>> = {
  no: 'no',
  path: 'path',
  elements: 'elements',
  basis: 'basis',
  deadline: 'deadline',
  subjects: 'subjects',
  channels: 'channels',
  audience: 'scope',
  mode: 'mode',
  levels: 'levels',
}

/** What a table with these columns says of the items. */
export function saidIn(leaves: readonly Leaf[], items: readonly Item[]): Expected[] {
  const keys = new Set(leaves.flatMap(({ field }) => KEYS[field] ?? []))
  if (keys.has('channels')) keys.add('listed')
  return items.map(item => Object.fromEntries([...keys].map(key => [key, item[key]])) as Expected)
}

export interface Drawn {
  leaves: Leaf[]
  head: Table
  body: Table
  items: Expected[]
}

/** The table of a document in one hand: columns in an order, some fields merged. */
export function drawn(
  items: readonly Item[],
  own: Hand = HAND,
  {
    order = ORDER,
    merge = [],
    leaves,
  }: { order?: readonly Field[]; merge?: readonly Field[]; leaves?: Leaf[] } = {},
): Drawn {
  const columns = leaves ?? order.flatMap(field => leavesOf(field, items, own))
  return {
    leaves: columns,
    head: headRows(columns),
    body: merged(bodyRows(items, columns), columns, merge),
    items: saidIn(columns, items),
  }
}

export const whole = ({ head, body }: Drawn): Table => [...head, ...body]

export const titleOf = ({ area }: TrialDocument): string => `××县${area}领域基层政务公开标准目录`

/** Numbered as a sheet numbers its rows: one, two, three. */
export const renumbered = (items: readonly Item[], no = (at: number): string => String(at + 1)): Item[] =>
  items.map((item, at) => ({ ...item, no: no(at) }))

/** A workbook of one sheet. */
export const xlsx = (table: Table, name = 'Sheet1', options: SheetOptions = {}): Promise<Buffer> =>
  workbookOf([[name, table, options]])
