import type { Finding, Place, PlacedFinding } from '@server/domain/privacy'

/** Finds line and column (both from 1) of an offset. */
export class LineIndex {
  private readonly starts: number[] = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  at(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 }
  }
}

export const placed = ({ kind, text, severity, mask }: Finding, place: Place): PlacedFinding => ({
  kind,
  text,
  place,
  severity,
  mask,
})

/** Creates a finding about the file itself: a picture, a page without text, the name of a device. */
export const fileNote = (text: string, place: Place): PlacedFinding => ({
  kind: 'file-metadata',
  text,
  place,
  severity: 'review',
  mask: '（已清除）',
})

/** Returns the spreadsheet name of a column: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** Removes duplicate findings. */
export function distinct(findings: readonly PlacedFinding[]): PlacedFinding[] {
  const seen = new Set<string>()
  return findings.filter(finding => {
    const key = JSON.stringify([finding.kind, finding.text, finding.place])
    return seen.has(key) ? false : seen.add(key)
  })
}
