import { CELL_BREAK } from './normalize'

/** What stands between two groups of digits that may be one number. */
export type Gap = 'space' | 'dash' | 'dot' | 'break' | 'cell'

export interface DigitGroup {
  start: number
  end: number
  /** Digits; a check character is `X`. */
  digits: string
}

/** Groups of digits with nothing but gaps between them; `gaps[i]` stands after `groups[i]`. */
export interface DigitRun {
  groups: DigitGroup[]
  gaps: Gap[]
}

/** Consecutive groups of a run read as one number. */
export interface NumberWindow {
  start: number
  end: number
  digits: string
  /** Lengths of the groups and what stands between them. */
  lengths: number[]
  gaps: Gap[]
}

/** Digits, with a check character X that no letter follows. */
const GROUP = /\d[\dXx]*/g
const GAP = new RegExp(`^[ \\t\\n\\-._·|${CELL_BREAK}]{1,6}$`)
const MAX_GROUPS = 24

const isLetter = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/.test(char)

function gapOf(between: string): Gap | null {
  if (!GAP.test(between)) return null
  if (between.includes(CELL_BREAK) || between.includes('\t') || between.includes('|')) return 'cell'
  if (between.includes('\n')) return between.split('\n').length > 2 ? null : 'break'
  if (/[-_]/.test(between)) return 'dash'
  if (/[.·]/.test(between)) return between.length === 1 ? 'dot' : null
  return 'space'
}

/** The digits of a match; letters X that are no check character (XX, Xa) cut it. */
function groupAt(text: string, start: number, raw: string): DigitGroup {
  let length = raw.length
  const double = raw.search(/[Xx]{2}/)
  if (double >= 0) length = double
  else if (/[Xx]$/.test(raw) && isLetter(text[start + raw.length])) length -= 1
  return { start, end: start + length, digits: raw.slice(0, length).toUpperCase() }
}

/** A check character that stands alone behind a gap: `… 123 X`. */
function loneCheck(text: string, end: number): DigitGroup | null {
  const match = /^[ \t\n\-._·\u001f]{1,3}([Xx])(?![A-Za-z0-9Xx*×])/.exec(text.slice(end, end + 5))
  if (!match) return null
  const start = end + match[0].length - 1
  return { start, end: start + 1, digits: 'X' }
}

function* groupsOf(text: string): Generator<DigitGroup> {
  for (const match of text.matchAll(GROUP)) {
    const group = groupAt(text, match.index, match[0])
    yield group
    const check = loneCheck(text, group.end)
    if (check) yield check
  }
}

/** All runs of a text, in order, in one pass. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  let run: DigitRun | null = null
  for (const group of groupsOf(text)) {
    const last: DigitGroup | undefined = run?.groups.at(-1)
    const gap = last ? gapOf(text.slice(last.end, Math.min(group.start, last.end + 8))) : null
    if (run && last && gap && group.start - last.end <= 6) {
      run.gaps.push(gap)
      run.groups.push(group)
    } else {
      run = { groups: [group], gaps: [] }
      runs.push(run)
    }
  }
  return runs
}

/** Every stretch of whole groups whose digits number `min` to `max`. */
export function* windowsOf(run: DigitRun, min: number, max: number): Generator<NumberWindow> {
  for (let first = 0; first < run.groups.length; first += 1) {
    let digits = ''
    for (let last = first; last < run.groups.length && last - first < MAX_GROUPS; last += 1) {
      digits += run.groups[last]?.digits ?? ''
      if (digits.length > max) break
      if (digits.length < min) continue
      const groups = run.groups.slice(first, last + 1)
      yield {
        start: groups[0]?.start ?? 0,
        end: groups.at(-1)?.end ?? 0,
        digits,
        lengths: groups.map(group => group.digits.length),
        gaps: run.gaps.slice(first, last),
      }
    }
  }
}

/** The window is one unbroken group. */
export const isSolid = (window: NumberWindow): boolean => window.lengths.length === 1

/** All gaps are of these kinds. */
export const gapsAre = (window: NumberWindow, ...kinds: Gap[]): boolean =>
  window.gaps.every(gap => kinds.includes(gap))

/** The groups have just these lengths; `[1]` repeated stands for digits one by one. */
export const hasShape = (window: NumberWindow, shapes: readonly (readonly number[])[]): boolean =>
  window.lengths.every(length => length === 1) ||
  shapes.some(
    shape => shape.length === window.lengths.length && shape.every((n, i) => n === window.lengths[i]),
  )

/** Cut once, by a line break or cell border only. */
export const isCutOnce = (window: NumberWindow): boolean =>
  window.lengths.length === 2 && gapsAre(window, 'break', 'cell')
