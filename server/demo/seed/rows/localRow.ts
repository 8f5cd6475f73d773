import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import { owesOf } from '@server/domain/comparison/compareSides'
import { categoryOf } from '@server/domain/category'
import data from '../data/area.json'

/** What the area's own catalogue writes where the published one, made elsewhere, is silent. */
interface Defaults {
  basis: readonly string[]
  deadline: string
  subjects: readonly string[]
  channels: readonly string[]
}

const DEFAULTS: Readonly<Record<string, Defaults>> = data.areas
/** Offices of other places, and the area's own of the same kind. */
const OFFICES: Readonly<Record<string, readonly string[]>> = data.offices
/** 依据 that name no document, and the ones that are meant. */
const BASES: Readonly<Record<string, readonly string[]>> = data.bases
const CHANNELS: Readonly<Record<string, string>> = data.channels

const distinct = (values: readonly string[]): string[] => [...new Set(values)]

type Basis = CatalogueColumns['basis']

/** Returns a 依据 as the import reads it: with the name between 《 and 》. */
function basisNamed(text: string): Basis[number] {
  const title = /《([^》]+)》/.exec(text)?.[1]
  return title === undefined ? { text } : { text, title }
}

function basisOf(basis: Basis, { basis: usual }: Defaults): Basis {
  const texts = basis.flatMap(({ text }) => BASES[text] ?? [text])
  return distinct(texts.length > 0 ? texts : usual).map(
    text => basis.find(one => one.text === text) ?? basisNamed(text),
  )
}

function channelsOf(channels: CatalogueColumns['channels'], usual: Defaults): CatalogueColumns['channels'] {
  if (channels.length === 0) return usual.channels.map(name => ({ name, ticked: true }))
  return channels.map(channel => ({ ...channel, name: CHANNELS[channel.name] ?? channel.name }))
}

/** Returns the levels of a row that names none: those of the bodies that it obliges. */
function levelsOf(row: CatalogueColumns, area: string): NonNullable<CatalogueColumns['levels']> {
  const { village, street } = owesOf({ ...row, category: categoryOf({ area, path: row.path }) }, false)
  const levels = [...(street ? (['town'] as const) : []), ...(village ? (['village'] as const) : [])]
  return levels.length > 0 ? levels : ['county']
}

/** Returns a published row as the demonstration area would have adopted it: with its own offices, nothing left open. */
export function localRow<Row extends CatalogueColumns>(row: Row, area: string): Row {
  const usual = DEFAULTS[area]
  if (!usual) throw new RangeError(`no defaults for the area ${area}`)
  return {
    ...row,
    basis: basisOf(row.basis, usual),
    deadline: row.deadline ?? usual.deadline,
    subjects:
      row.subjects.length > 0
        ? distinct(row.subjects.flatMap(name => OFFICES[name] ?? [name]))
        : [...usual.subjects],
    channels: channelsOf(row.channels, usual),
    levels: row.levels ?? levelsOf(row, area),
    uncertain: [],
  }
}
