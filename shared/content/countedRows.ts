import type { ContentBlock } from '../contract/disclosure/notice'
import { FIELD_POLICY } from '../facts/disclosure/fieldPolicy'
import { householdsOf } from './statement'

type Recipients = Extract<ContentBlock, { type: 'recipients' }>

type Row = Recipients['rows'][number]

const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

/** True for a single row that is a count already: there is nothing to merge. */
const isOneCount = (rows: readonly Row[]): boolean => rows.length === 1 && rows.every(isCounted)

/** Merges the rows of count-only groups 只公开人数 into one row per scheme, without names and places. */
export function withoutCountedNames(block: Recipients): Recipients {
  const rowsOf = (scheme: string): Row[] => block.rows.filter(row => row.scheme === scheme)
  const schemes = [...new Set(block.rows.map(row => row.scheme).filter(isCountsOnly))]
  const counted = schemes.filter(scheme => !isOneCount(rowsOf(scheme)))
  if (counted.length === 0) return block
  const rowOf = (scheme: string): Row => {
    const rows = rowsOf(scheme)
    const isKnown = rows.every(row => !isCounted(row) || row.households !== undefined)
    return {
      name: FIELD_POLICY.countsOnlyName,
      scheme,
      persons: sum(rows, row => row.persons),
      amountFen: sum(rows, row => row.amountFen),
      ...(isKnown && { households: householdsOf(rows) }),
    }
  }
  return {
    ...block,
    rows: [...block.rows.filter(row => !counted.includes(row.scheme)), ...counted.map(rowOf)],
  }
}

const COUNTS_ONLY = new RegExp(FIELD_POLICY.countsOnly)

/**
 * True for a scheme of a count-only group 只公开人数的对象: children in need, left-behind families, veterans with
 * benefits …
 */
export const isCountsOnly = (scheme: string): boolean => COUNTS_ONLY.test(scheme)

const SENSITIVE = new RegExp(FIELD_POLICY.sensitive)

/**
 * True for a scheme of a sensitive group, whose small sums stay hidden 小格规则: people with disabilities, on
 * assistance, children …
 */
export const isSensitive = (scheme: string): boolean => SENSITIVE.test(scheme) || isCountsOnly(scheme)

/** True for a row of persons shown as a count only 只公开人数. */
export const isCounted = ({ name }: { name: string }): boolean => name === FIELD_POLICY.countsOnlyName
