import { canonicalText, plainLabel } from '.'

/** One compared field of a presented record. */
export interface Field {
  /** Block id and id within the block. */
  id: string
  block: string
  label: string
  value: string
  /** Figures of a table's row by column, or of a total by its id. */
  figures?: readonly Figure[]
}

/** A figure in hundredths of its unit. */
export interface Figure {
  id: string
  label: string
  unit: string
  centi: number
}

export interface FieldPair {
  village: Field | null
  street: Field | null
}

/** Totals of a recipient table that the other side may have written as a separate element. */
const TOTALS: readonly [ending: string, label: RegExp][] = [
  ['/total/amount', /^(?:发放|补贴|补助|救助|支付|拨付|合计|总)*(?:金额|总额)(?:合计|总计)?$/],
  ['/total/persons', /^(?:发放|受益|享受|补贴|救助|保障|对象|总)*人数(?:合计|总计)?$/],
  ['/total/households', /^(?:发放|受益|享受|补贴|救助|保障|总)*户数(?:合计|总计)?$/],
]

/** Normalises a label's notation: 说明： and 说明, 第一季度 and 第1季度. */
function byLabel({ id, label }: Field): string {
  const at = id.indexOf('/')
  const [block, within] = [id.slice(0, at), id.slice(at + 1)]
  return within.startsWith('row/') ? `${block}/${canonicalText(within)}` : `${block}/${plainLabel(label)}`
}

/** Returns the total that a field states, in a table or as an element; null for every other field. */
export function totalOf({ id, label }: Pick<Field, 'id' | 'label'>): string | null {
  const inTable = TOTALS.find(([ending]) => id.endsWith(ending))
  if (inTable) return inTable[0]
  const isElement = !id.includes('/total/') && !id.includes('/row/')
  const named = isElement ? TOTALS.find(([, pattern]) => pattern.test(plainLabel(label))) : undefined
  return named?.[0] ?? null
}

/** Indexes the fields whose key is unique. */
function uniqueBy(fields: Iterable<Field>, keyOf: (field: Field) => string | null): Map<string, Field> {
  const found = new Map<string, Field | null>()
  for (const field of fields) {
    const key = keyOf(field)
    if (key !== null) found.set(key, found.has(key) ? null : field)
  }
  return new Map([...found].filter((entry): entry is [string, Field] => entry[1] !== null))
}

/** Checks that exactly one side is a table total: two table totals are already paired by id. */
const isMixed = (a: Field, b: Field): boolean => a.id.includes('/total/') !== b.id.includes('/total/')

/**
 * Pairs the fields of both sides: by id, then by normalised label, then a table's totals with the elements that state
 * them. In the village's order, followed by the street's extra ones.
 */
export function pairFields(village: readonly Field[], street: readonly Field[]): FieldPair[] {
  const [ours, theirs] = [new Set(village), new Set(street)]
  const partner = new Map<Field, Field>()
  const pairBy = (keyOf: (field: Field) => string | null, fits = (_a: Field, _b: Field): boolean => true) => {
    const left = uniqueBy(theirs, keyOf)
    for (const [key, field] of uniqueBy(ours, keyOf)) {
      const other = left.get(key)
      if (!other || !fits(field, other)) continue
      partner.set(field, other)
      ours.delete(field)
      theirs.delete(other)
    }
  }
  pairBy(field => field.id)
  pairBy(byLabel)
  pairBy(totalOf, isMixed)
  return [
    ...village.map(field => ({ village: field, street: partner.get(field) ?? null })),
    ...[...theirs].map(field => ({ village: null, street: field })),
  ]
}
