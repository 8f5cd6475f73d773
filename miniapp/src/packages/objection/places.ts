import type { PresentedBlock } from '@shared/contract/disclosure/presentation'

/** A place that an objection can refer to. */
export interface Place {
  blockId: string
  rowId?: string
  title: string
  text: string
}

export interface PlaceGroup {
  id: string
  label: string
  places: Place[]
}

type BlockOf<K extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: K }>

function tablePlaces({ id, columns, rows, totals }: BlockOf<'table'>): Place[] {
  const said = rows.map((row, index) => ({
    blockId: id,
    rowId: row.id,
    title: `第 ${index + 1} 行 ${row.cells.slice(0, 2).join(' ')}`,
    text: row.cells
      .map((cell, at) => `${columns[at]?.label ?? ''} ${cell}`)
      .slice(2)
      .join('，'),
  }))
  const sums = totals.map(total => ({
    blockId: id,
    rowId: `total/${total.id}`,
    title: total.label,
    text: total.value,
  }))
  return [...said, ...sums]
}

function placesOf(block: PresentedBlock): Place[] {
  if (block.kind === 'table') return tablePlaces(block)
  if (block.kind === 'facts') {
    return block.rows.map(({ id, label, value }) => ({
      blockId: block.id,
      rowId: id,
      title: label,
      text: value,
    }))
  }
  if (block.kind === 'files') {
    return block.files.map(({ id, name, size }) => ({
      blockId: block.id,
      rowId: id,
      title: name,
      text: size,
    }))
  }
  if (block.kind === 'text') {
    return [{ blockId: block.id, title: block.label, text: block.paragraphs[0] ?? '' }]
  }
  return []
}

/** Lists all places of a notice, without derived blocks and the standard. */
export const placeGroups = (blocks: readonly PresentedBlock[]): PlaceGroup[] =>
  blocks
    .filter(({ id }) => id !== 'standard')
    .map(block => ({ id: block.id, label: block.label, places: placesOf(block) }))
    .filter(({ places }) => places.length > 0)

const holding = (words: string) => (place: Place) => `${place.title}${place.text}`.includes(words)

/** Filters places by words. */
export const matching = (groups: readonly PlaceGroup[], words: string): PlaceGroup[] =>
  groups
    .map(group => ({ ...group, places: group.places.filter(holding(words)) }))
    .filter(({ places }) => places.length > 0)
