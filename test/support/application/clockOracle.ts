import chineseDays from 'chinese-days'

/**
 * A second computation of the reply clock, made from the domain's table alone. It shares no code with the clock under
 * test: holidays come from the package chinese-days, and time runs forward day by day, so that nothing later is known.
 */

/** An event of a generated list. */
export interface OracleEvent {
  type: string
  on: string
  deliveredOn?: string
  limitWd?: number
  to?: string
  kind?: string
  wd?: number
  until?: string
  channel?: string
  manner?: string
}

/** Mistakes that other programs make; the generated lists have to show each of them. */
export const PLANTED = [
  'counts-receipt-day',
  'ignores-make-up-days',
  'ignores-holidays',
  'adds-intervals',
  'reason-stops',
  'late-correction-stops',
  'second-correction-stops',
  'correction-keeps-exclusions',
  'correction-keeps-extension',
  'day-after-opinion-out',
  'cap-from-sending',
  'no-cap',
  'late-extension-counts',
  'long-extension-counts',
  'second-extension-counts',
  'late-fee-stops',
  'payment-resumes-old-term',
  'late-delay-counts',
  'arrival-is-receipt',
  'later-receipt-wins',
  'reply-day-is-late',
  'late-letter-suspends',
] as const
export type Planted = (typeof PLANTED)[number] | null

const FIRST = Date.UTC(2009, 0, 1)
const DAY = 86_400_000
export const dayAt = (index: number): string => new Date(FIRST + index * DAY).toISOString().slice(0, 10)
export const indexOf = (day: string): number => (Date.parse(day) - FIRST) / DAY
/** Index of the first day without a holiday table. */
export const END = indexOf('2027-01-01')

type Calendar = readonly boolean[]
const calendar = (works: (day: string, weekday: number) => boolean): Calendar =>
  Array.from({ length: END }, (_, at) => works(dayAt(at), new Date(FIRST + at * DAY).getUTCDay()))
const isWeekday = (weekday: number): boolean => weekday > 0 && weekday < 6

const WORKS = calendar(day => chineseDays.isWorkday(day))
const NO_MAKE_UP = calendar((day, weekday) => isWeekday(weekday) && chineseDays.isWorkday(day))
const NO_HOLIDAYS = calendar((day, weekday) => isWeekday(weekday) || chineseDays.isWorkday(day))

const calendarOf = (planted: Planted): Calendar => {
  if (planted === 'ignores-make-up-days') return NO_MAKE_UP
  return planted === 'ignores-holidays' ? NO_HOLIDAYS : WORKS
}

interface Post {
  at: number
  sent: number
  delivered: number
  to: string
  age: number
  answered: number | null
  live: boolean
}

export interface OracleAnswer {
  receipt: string | null
  due: string | null
  stopped: string | null
  missing: boolean
  /** Excluded working days; compared only where there is a due day. */
  excluded: number
  faults: string[]
}

class Missing extends Error {}

type Tell = (code: string) => void
type Handler = (event: OracleEvent, at: number, day: number, tell: Tell) => void

const RECEIPTS = ['submitted', 'signed', 'arrived', 'confirmed']
const CLOSED = [
  'correction-notified',
  'corrected',
  'opinion-sought',
  'extended',
  'delayed-to',
  'fee-notified',
  'fee-paid',
]

class Simulation {
  private receipt: number | null = null
  private base = 0
  private need = 0
  private used = 0
  private out = 0
  private due: number | null = null
  private extended = false
  private posts: Post[] = []
  private today: Post[] = []
  private stops: string[] = []
  private arrived: { on: number; channel?: string } | null = null
  private correctionAsked = false
  private feeAsked = false
  private ended = false
  private reasonOpen = false
  private addedLater = 0
  readonly faults: [number, string][] = []

  constructor(
    private readonly works: Calendar,
    private readonly planted: Planted,
  ) {}

  private restart(day: number): void {
    this.judgeToday(day)
    this.receipt = day
    this.base = this.planted === 'counts-receipt-day' ? day - 1 : day
    this.need = 20
    this.used = this.planted === 'counts-receipt-day' && this.works[day] ? 1 : 0
    this.out = 0
    this.due = null
    this.extended = false
    for (const post of this.posts) post.live = false
    this.today = []
  }

  /** A letter sent when no day is left excludes nothing. */
  private judgeToday(day: number): void {
    for (const post of this.today) {
      if (!post.live || this.due === null || this.due > day) continue
      this.faults.push([post.at, 'opinion-late'])
      post.live = false
      if (this.planted === 'late-letter-suspends') this.addedLater = 1
    }
  }

  private isOut(day: number): number {
    const capped = this.planted !== 'no-cap'
    const longer = this.planted === 'day-after-opinion-out'
    return this.posts.filter(
      post =>
        post.live &&
        post.sent < day &&
        (post.answered === null || (longer && post.answered === day - 1)) &&
        (!capped || post.age <= 15),
    ).length
  }

  get isWaiting(): boolean {
    return this.receipt === null || this.stops.length > 0 || this.due !== null
  }

  /** The day passes: it is counted, excluded or a rest day. */
  pass(day: number): void {
    const works = this.works[day]
    if (works) for (const post of this.posts) if (day > post.delivered) post.age++
    if (this.isWaiting || day <= this.base) return
    if (works === undefined) throw new Missing()
    if (works && !this.reasonOpen) this.count(day)
  }

  private count(day: number): void {
    const out = this.isOut(day)
    if (out === 0) {
      this.used++
      if (this.used >= this.need) this.due = day
      return
    }
    this.out++
    if (this.planted === 'adds-intervals') this.used -= out - 1
  }

  endOfDay(day: number): void {
    this.judgeToday(day)
    this.today = []
  }

  private isOver(day: number): boolean {
    return this.stops.length === 0 && this.due !== null && this.due < day
  }

  private workingDaysBefore(from: number, to: number): number {
    let n = 0
    for (let day = from + 1; day < to; day++) if (this.works[day]) n++
    return n
  }

  event(event: OracleEvent, at: number, day: number): void {
    const tell: Tell = code => this.faults.push([at, code])
    if (this.receipt === null && !RECEIPTS.includes(event.type)) tell('before-receipt')
    else if (this.ended && CLOSED.includes(event.type)) tell('after-reply')
    else this.handlers[event.type]?.(event, at, day, tell)
  }

  private readonly handlers: Record<string, Handler> = {
    submitted: (_event, _at, day, tell) => this.receive(day, tell),
    signed: (_event, _at, day, tell) => this.receive(day, tell),
    arrived: ({ channel }, _at, day) => {
      this.arrived ??= { on: day, channel }
      if (this.planted === 'arrival-is-receipt' && this.receipt === null) this.restart(day)
    },
    confirmed: (_event, _at, day, tell) => {
      if (this.receipt !== null) return
      if (this.arrived?.channel === 'post-ordinary' && this.arrived.on < day) tell('confirm-late')
      this.restart(day)
    },
    'correction-notified': (_event, _at, day, tell) => this.askCorrection(day, tell),
    corrected: (_event, _at, day, tell) => this.resume('correction', this.correctionAsked, tell, day),
    'fee-notified': (_event, _at, day, tell) => {
      this.feeAsked = true
      if (this.isOver(day) && this.planted !== 'late-fee-stops') tell('fee-late')
      else if (!this.stops.includes('fee')) this.stops.push('fee')
    },
    'fee-paid': (_event, _at, day, tell) => this.resume('fee', this.feeAsked, tell, day),
    'opinion-sought': (event, at, day) => {
      const { planted } = this
      const delivered = indexOf(planted === 'cap-from-sending' ? event.on : (event.deliveredOn ?? event.on))
      const live = this.stops.length === 0
      const post = { at, sent: day, delivered, to: event.to ?? '', age: 0, answered: null, live }
      this.posts.push(post)
      this.today.push(post)
    },
    'opinion-received': (event, _at, day, tell) => {
      const post = this.posts.find(({ answered, to }) => answered === null && to === (event.to ?? ''))
      if (post) post.answered = day
      else tell('opinion-unmatched')
    },
    extended: (event, _at, day, tell) => this.extend(event.wd ?? 0, day, tell),
    'delayed-to': (event, _at, day, tell) => this.delay(indexOf(event.until ?? event.on), day, tell),
    'reason-asked': () => {
      this.reasonOpen = this.planted === 'reason-stops'
    },
    'reason-given': () => {
      this.reasonOpen = false
    },
    replied: (_event, _at, day, tell) => this.end(day, tell),
    delivered: (_event, _at, day, tell) => this.end(day, tell),
  }

  private receive(day: number, tell: Tell): void {
    if (this.receipt === null || this.planted === 'later-receipt-wins') this.restart(day)
    else tell('receipt-again')
  }

  private askCorrection(day: number, tell: Tell): void {
    const { planted } = this
    const late = this.workingDaysBefore(this.receipt ?? day, day) >= 7
    const again = this.correctionAsked
    this.correctionAsked = true
    if (again && planted !== 'second-correction-stops') tell('second-correction')
    else if (late && planted !== 'late-correction-stops') tell('correction-late')
    else if (!this.stops.includes('correction')) this.stops.push('correction')
  }

  private delay(until: number, day: number, tell: Tell): void {
    if (this.isOver(day) && this.planted !== 'late-delay-counts') {
      tell('delay-late')
      return
    }
    this.judgeToday(day)
    this.base = until
    this.due = until
    this.need = 0
    this.used = 0
    this.out = 0
  }

  private end(day: number, tell: Tell): void {
    if (this.ended) return
    this.ended = true
    if (this.isOver(this.planted === 'reply-day-is-late' ? day + 1 : day)) tell('reply-late')
  }

  private resume(stop: 'correction' | 'fee', asked: boolean, tell: Tell, day: number): void {
    if (!this.stops.includes(stop)) {
      if (!asked) tell(`${stop}-unasked`)
      return
    }
    this.stops = this.stops.filter(one => one !== stop)
    if (stop === 'fee' && this.planted === 'payment-resumes-old-term') return
    const { out, need, extended } = this
    const live = this.posts.filter(post => post.live)
    this.restart(day)
    if (this.planted === 'correction-keeps-exclusions') {
      this.out = out
      for (const post of live) post.live = true
    }
    if (this.planted === 'correction-keeps-extension' && extended) {
      this.need = need
      this.extended = true
    }
  }

  private extend(wd: number, day: number, tell: Tell): void {
    const { planted } = this
    if (this.extended && planted !== 'second-extension-counts') {
      tell('second-extension')
      return
    }
    const late = this.isOver(day) && planted !== 'late-extension-counts'
    const long = wd > 20 && planted !== 'long-extension-counts'
    if (late) tell('extension-late')
    if (long) tell('extension-too-long')
    if (late || long) return
    this.extended = true
    this.need += wd
    this.due = null
  }

  answer(missing: boolean): OracleAnswer {
    const running = this.receipt !== null && this.stops.length === 0 && !missing
    const due = running && this.due !== null ? dayAt(this.due + this.addedLater) : null
    const none = this.receipt === null ? ['no-receipt@-1'] : []
    return {
      receipt: this.receipt === null ? null : dayAt(this.receipt),
      due,
      stopped: this.stops.at(-1) ?? null,
      missing,
      excluded: this.need === 0 ? 0 : this.out,
      faults: [...none, ...this.faults.toSorted((a, b) => a[0] - b[0]).map(([at, code]) => `${code}@${at}`)],
    }
  }
}

/** Runs a list; days are passed one by one up to the last event and on to the due day. */
export function oracle(events: readonly OracleEvent[], planted: Planted = null): OracleAnswer {
  const byDay = new Map<number, [OracleEvent, number][]>()
  events.forEach((event, at) => {
    const day = indexOf(event.on)
    byDay.set(day, [...(byDay.get(day) ?? []), [event, at]])
  })
  const days = [...byDay.keys()]
  const last = Math.max(...days)
  const simulation = new Simulation(calendarOf(planted), planted)
  try {
    for (let day = Math.min(...days); day <= last || !simulation.isWaiting; day++) {
      simulation.pass(day)
      for (const [event, at] of byDay.get(day) ?? []) simulation.event(event, at, day)
      simulation.endOfDay(day)
    }
  } catch (error) {
    if (error instanceof Missing) return simulation.answer(true)
    throw error
  }
  return simulation.answer(false)
}

/** One of the other limits: the n-th working day after its base, or the next working day after calendar days. */
export function oracleLimit(base: string, n: number, unit: 'wd' | 'd'): string | null {
  let day = indexOf(base)
  if (unit === 'd') {
    day += n
    while (day < END && !WORKS[day]) day++
    return day < END ? dayAt(day) : null
  }
  for (let left = n; left > 0;) {
    day++
    if (day >= END) return null
    if (WORKS[day]) left--
  }
  return dayAt(day)
}
