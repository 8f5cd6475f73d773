import { addDays, HolidaysMissing, type HolidayTable } from '@server/domain/deadline'
import { CORRECTION_NOTICE, EXTENSION, OPINION, REPLY } from '../law'
import { type ClockFault, type ClockFaultCode, clockFault, type PlacedEvent } from './faults'
import type { ClockEvent, EventOf } from './input'
import { Exclusions, isPast, lastDay, type Letter, newTerm, type Term, walk, type Trace } from './term'

/** Reasons for which the reply clock does not run. */
export type Stop = 'correction' | 'fee'

/** What an application waits for. */
type ClockState = 'not-received' | 'running' | 'awaiting-correction' | 'awaiting-fee' | 'ended'

/** The reply clock after a whole event list. */
export interface ReplyClock {
  /** Day of receipt R; a correction or a payment moves it. */
  receipt: string | null
  /** Last day for the reply; null: not received, stopped, or beyond the holiday tables. */
  due: string | null
  stopped: Stop | null
  state: ClockState
  endedOn: string | null
  excluded: { from: string; to: string; workingDays: number }[]
  faults: ClockFault[]
  trace: Trace
  letters: readonly Letter[]
  /** Day by which an unconfirmed letter, fax or e-mail needs attention: arrival + 20 working days. */
  alarm: string | null
  /** The term that was walked; null without receipt. */
  term: Term | null
  extension: number
  /** Year whose holiday table is needed and missing. */
  missingYear: number | null
}

const CLOSED: readonly ClockEvent['type'][] = [
  'correction-notified',
  'corrected',
  'opinion-sought',
  'extended',
  'delayed-to',
  'fee-notified',
  'fee-paid',
]

const RECEIPTS: readonly ClockEvent['type'][] = ['submitted', 'signed', 'arrived', 'confirmed']

type Handler<Type extends ClockEvent['type']> = (placed: PlacedEvent<EventOf<Type>>) => void

/** Runs the events in the order of their days; events of one day in the order of the list. */
class ReplyRun {
  private receipt: string | null = null
  private term: Term | null = null
  private extension = 0
  private readonly stops: Stop[] = []
  private readonly letters: Letter[] = []
  private readonly faults: ClockFault[] = []
  private asked: { correction: boolean; fee: boolean } = { correction: false, fee: false }
  private arrival: EventOf<'arrived'> | null = null
  private endedOn: string | null = null
  private missingYear: number | null = null

  constructor(private readonly holidays: HolidayTable) {}

  private readonly handlers: { [Type in ClockEvent['type']]: Handler<Type> } = {
    submitted: placed => this.receive(placed),
    signed: placed => this.receive(placed),
    arrived: ({ event }) => {
      this.arrival ??= event
    },
    confirmed: placed => this.confirm(placed),
    'correction-notified': placed => this.notifyCorrection(placed),
    corrected: placed => this.resume('correction', 'correction-unasked', placed),
    'opinion-sought': placed => this.seekOpinion(placed),
    'opinion-received': placed => this.receiveOpinion(placed),
    extended: placed => this.extend(placed),
    'reason-asked': () => undefined,
    'reason-given': () => undefined,
    'delayed-to': placed => this.delay(placed),
    'fee-notified': placed => this.notifyFee(placed),
    'fee-paid': placed => this.resume('fee', 'fee-unasked', placed),
    replied: placed => this.end(placed),
    delivered: placed => this.end(placed),
  }

  /** Takes the events until one cannot be judged for want of a holiday table. */
  takeAll(events: readonly PlacedEvent[]): void {
    try {
      for (const placed of events) this.take(placed)
      this.closeLetters()
    } catch (error) {
      if (!(error instanceof HolidaysMissing)) throw error
      this.missingYear = error.year
    }
  }

  private take(placed: PlacedEvent): void {
    const { type } = placed.event
    if (this.receipt === null && !RECEIPTS.includes(type)) this.tell('before-receipt', placed)
    else if (this.endedOn !== null && CLOSED.includes(type)) this.tell('after-reply', placed)
    else (this.handlers[type] as Handler<ClockEvent['type']>)(placed)
  }

  private tell(code: ClockFaultCode, placed: PlacedEvent): void {
    this.faults.push(clockFault(code, placed))
  }

  private begin(receipt: string): void {
    this.closeLetters()
    this.receipt = receipt
    this.term = newTerm(receipt)
    this.extension = 0
    for (const letter of this.letters) letter.counts = false
  }

  private receive(placed: PlacedEvent): void {
    if (this.receipt === null) this.begin(placed.event.on)
    else this.tell('receipt-again', placed)
  }

  private confirm(placed: PlacedEvent): void {
    if (this.receipt !== null) return
    const late = this.arrival?.channel === 'post-ordinary' && this.arrival.on < placed.event.on
    if (late) this.tell('confirm-late', placed)
    this.begin(placed.event.on)
  }

  private exclusions(): Exclusions {
    return new Exclusions(this.letters, this.holidays)
  }

  /** True if the reply was due before this day; a stopped clock is never past. */
  private isOver(day: string): boolean {
    if (this.term === null || this.stops.length > 0) return false
    return isPast(this.term, day, this.exclusions(), this.holidays)
  }

  private notifyCorrection(placed: PlacedEvent): void {
    const again = this.asked.correction
    this.asked.correction = true
    const window: Term = { from: this.receipt ?? placed.event.on, n: CORRECTION_NOTICE.n }
    if (again) this.tell('second-correction', placed)
    else if (isPast(window, placed.event.on, new Exclusions([], this.holidays), this.holidays)) {
      this.tell('correction-late', placed)
    } else this.stops.push('correction')
  }

  private notifyFee(placed: PlacedEvent): void {
    this.asked.fee = true
    if (this.isOver(placed.event.on)) this.tell('fee-late', placed)
    else if (!this.stops.includes('fee')) this.stops.push('fee')
  }

  /** A correction or a payment begins the term again, but only where its notice had stopped the clock. */
  private resume(stop: Stop, unasked: ClockFaultCode, placed: PlacedEvent): void {
    const at = this.stops.indexOf(stop)
    if (at >= 0) {
      this.stops.splice(at, 1)
      this.begin(placed.event.on)
    } else if (!this.asked[stop]) this.tell(unasked, placed)
  }

  private seekOpinion({ event, at }: PlacedEvent<EventOf<'opinion-sought'>>): void {
    this.letters.push({
      at,
      sent: event.on,
      cap: lastDay(event.deliveredOn ?? event.on, OPINION.n, this.holidays),
      received: null,
      to: event.to ?? null,
      kind: event.kind ?? null,
      counts: this.stops.length === 0,
    })
  }

  private receiveOpinion(placed: PlacedEvent<EventOf<'opinion-received'>>): void {
    const { to, kind, on } = placed.event
    const open = this.letters.filter(
      letter =>
        letter.received === null &&
        (!to || letter.to === null || letter.to === to) &&
        (!kind || letter.kind === null || letter.kind === kind),
    )
    const letter = open.find(one => one.to === (to ?? null)) ?? open[0]
    if (letter) letter.received = on
    else this.tell('opinion-unmatched', placed)
  }

  private extend(placed: PlacedEvent<EventOf<'extended'>>): void {
    const { wd, on } = placed.event
    if (this.term === null) return
    if (this.extension > 0) return this.tell('second-extension', placed)
    const late = this.isOver(on)
    if (late) this.tell('extension-late', placed)
    if (wd > EXTENSION.n) this.tell('extension-too-long', placed)
    if (late || wd > EXTENSION.n) return
    this.extension = wd
    this.term.n += wd
  }

  private delay(placed: PlacedEvent<EventOf<'delayed-to'>>): void {
    if (this.isOver(placed.event.on)) return this.tell('delay-late', placed)
    this.closeLetters()
    this.term = { from: placed.event.until, n: 0 }
  }

  private end(placed: PlacedEvent): void {
    if (this.endedOn !== null) return
    this.endedOn = placed.event.on
    if (this.isOver(placed.event.on)) this.tell('reply-late', placed)
  }

  /** Letters sent on the last day of the term or later exclude nothing. */
  private closeLetters(): void {
    const { term } = this
    if (term === null) return
    const before = this.exclusions()
    for (const letter of this.letters.filter(({ counts, sent }) => counts && sent >= term.from)) {
      if (!isPast(term, addDays(letter.sent, 1), before, this.holidays)) continue
      letter.counts = false
      this.faults.push(letterFault(letter))
    }
  }

  private state(): ClockState {
    if (this.receipt === null) return 'not-received'
    if (this.endedOn !== null) return 'ended'
    const stopped = this.stops.at(-1)
    return stopped === undefined ? 'running' : `awaiting-${stopped}`
  }

  private walked(excluded: Exclusions): Pick<ReplyClock, 'due' | 'trace' | 'missingYear'> {
    const { missingYear, term } = this
    const none = { due: null, trace: { counted: [], excluded: [], rest: [] }, missingYear }
    if (term === null || this.stops.length > 0 || missingYear !== null) return none
    try {
      return { ...none, ...walk(term, excluded, this.holidays) }
    } catch (error) {
      if (error instanceof HolidaysMissing) return { ...none, missingYear: error.year }
      throw error
    }
  }

  result(): ReplyClock {
    const excluded = this.exclusions()
    const intervals = this.term === null || this.term.n === 0 ? [] : excluded.joined(this.term.from)
    const faults = this.receipt === null ? [clockFault('no-receipt', null), ...this.faults] : this.faults
    return {
      receipt: this.receipt,
      ...this.walked(excluded),
      stopped: this.stops.at(-1) ?? null,
      state: this.state(),
      endedOn: this.endedOn,
      excluded: intervals
        .map(interval => ({ ...interval, workingDays: excluded.workingDays(interval) }))
        .filter(({ workingDays }) => workingDays > 0),
      faults: faults.toSorted((a, b) => (a.event ?? -1) - (b.event ?? -1)),
      letters: this.letters,
      alarm: this.arrival && lastDay(this.arrival.on, REPLY.n, this.holidays),
      term: this.term,
      extension: this.extension,
    }
  }
}

const letterFault = (letter: Letter): ClockFault =>
  clockFault('opinion-late', { event: { type: 'opinion-sought', on: letter.sent }, at: letter.at })

/** Computes the reply clock of an event list; a pure function of events and holiday tables. */
export function replyClock(events: readonly ClockEvent[], holidays: HolidayTable): ReplyClock {
  const run = new ReplyRun(holidays)
  const placed = events.map((event, at): PlacedEvent => ({ event, at }))
  run.takeAll(placed.toSorted((a, b) => (a.event.on < b.event.on ? -1 : Number(a.event.on > b.event.on))))
  return run.result()
}
