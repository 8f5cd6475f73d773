/** Separates the cells of a row that is scanned as one text. */
export const CELL_BREAK = '\u001f'

/** Separator of two groups of digits that may be one number. */
export type Gap = 'space' | 'dash' | 'dot' | 'break' | 'cell' | 'mark'

interface DigitGroup {
  start: number
  end: number
  /** Digits; a check character is `X`. */
  digits: string
}

/** Groups of digits separated only by gaps; `gaps[i]` follows `groups[i]`. */
export interface DigitRun {
  groups: DigitGroup[]
  gaps: Gap[]
}

/** Consecutive groups of a run read as one number; rarely used properties are computed on demand. */
export class NumberWindow {
  constructor(
    private readonly run: DigitRun,
    private readonly first: number,
    private readonly last: number,
    readonly digits: string,
  ) {}

  get start(): number {
    return this.run.groups[this.first]?.start ?? 0
  }

  get end(): number {
    return this.run.groups[this.last]?.end ?? 0
  }

  /** Number of digits in each group. */
  get lengths(): number[] {
    return this.run.groups.slice(this.first, this.last + 1).map(group => group.digits.length)
  }

  /** Separators of the groups. */
  get gaps(): Gap[] {
    return this.run.gaps.slice(this.first, this.last)
  }

  /** Whether it is one unbroken group. */
  get isSolid(): boolean {
    return this.first === this.last
  }
}

/** Digits, with a check character X that no letter follows. */
const GROUP = /\d[\dXx]*/g
const GAP = new RegExp(`^[ \\t\\n\\-._·|/,、${CELL_BREAK}]{1,6}$`)
const MAX_GROUPS = 24

const isLetter = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/.test(char)

function gapOf(between: string): Gap | null {
  if (!GAP.test(between)) return null
  if (between.includes(CELL_BREAK) || between.includes('\t') || between.includes('|')) return 'cell'
  if (between.includes('\n')) return between.split('\n').length > 2 ? null : 'break'
  if (/[/,、]/.test(between)) return between.trim().length === 1 ? 'mark' : null
  if (/[-_]/.test(between)) return 'dash'
  if (/[.·]/.test(between)) return between.length === 1 ? 'dot' : null
  return 'space'
}

/** Returns the digits of a match; letters X that are no check character (XX, Xa) cut it. */
function groupAt(text: string, start: number, raw: string): DigitGroup {
  let length = raw.length
  const double = raw.search(/[Xx]{2}/)
  if (double >= 0) length = double
  else if (/[Xx]$/.test(raw) && isLetter(text[start + raw.length])) length -= 1
  return { start, end: start + length, digits: raw.slice(0, length).toUpperCase() }
}

/** Reads a check character after a gap, `… 123 X`, or with the two extra digits of a disability card. */
function loneCheck(text: string, end: number): DigitGroup | null {
  const match = /^[ \t\n\-._·\u001f]{1,3}([Xx](?:[1-7][1-4])?)(?![A-Za-z0-9*×])/.exec(
    text.slice(end, end + 7),
  )
  if (!match) return null
  const digits = match[1]?.toUpperCase() ?? ''
  const start = end + match[0].length - digits.length
  return { start, end: start + digits.length, digits }
}

function* groupsOf(text: string): Generator<DigitGroup> {
  for (const match of text.matchAll(GROUP)) {
    const group = groupAt(text, match.index, match[0])
    yield group
    const check = loneCheck(text, group.end)
    if (check) yield check
  }
}

/** Returns all runs of a text, in order, in one pass. */
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

/** Yields every sequence of whole groups with `min` to `max` digits. */
export function* windowsOf(run: DigitRun, min: number, max: number): Generator<NumberWindow> {
  for (let first = 0; first < run.groups.length; first += 1) {
    let digits = ''
    const end = Math.min(run.groups.length, first + MAX_GROUPS)
    for (let last = first; last < end; last += 1) {
      digits += run.groups[last]?.digits ?? ''
      if (digits.length > max) break
      if (digits.length >= min) yield new NumberWindow(run, first, last, digits)
    }
  }
}

/** Checks that all gaps are of these kinds. */
export const gapsAre = (window: NumberWindow, ...kinds: Gap[]): boolean =>
  window.gaps.every(gap => kinds.includes(gap))

/** Checks that the groups have one of these shapes. */
export const hasShape = (lengths: readonly number[], shapes: readonly (readonly number[])[]): boolean =>
  shapes.some(shape => shape.length === lengths.length && shape.every((n, i) => n === lengths[i]))

/** Checks for a single cut, by a line break or cell border. */
export const isCutOnce = (window: NumberWindow): boolean =>
  window.lengths.length === 2 && gapsAre(window, 'break', 'cell')
