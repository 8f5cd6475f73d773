import type { PowerItem } from '@shared/contract/power/item'

/** The actor of a case event, with the codes of the actor's roles (shared/facts/power/terms.ts). */
export interface CaseActor {
  id: string
  roles: readonly string[]
  /** May stop any case: the supervisory body, or its own supervisor. */
  supervises: boolean
}

/** Vote count 表决. */
export interface Ballots {
  /** Eligible 应到 and present 实到. */
  eligible: number
  present: number
  agree: number
  against: number
  abstain: number
}

/** A file stored as a voucher 凭证 of a step. */
export interface CaseFile {
  paper: string
  name: string
  mime: string
  bytes: number
  sha256: string
}

/** Result of a finished step. */
export interface Finish {
  on: string
  by: string
  result: string | null
  ballots: Ballots | null
  papers: readonly string[]
  files: readonly CaseFile[]
  amountFen: number | null
  /** Target: a step's id or END; `back`: by a declared way back. */
  to: string
  back: boolean
}

/** One visit to a step. A later one of the same step exists only after this one was undone. */
export interface Visit {
  step: string
  enteredOn: string
  claimedBy: string | null
  finished: Finish | null
  /** No longer counts: sent back for correction, or the amount changed. */
  undone: 'back' | 'amount' | null
}

/** Days on which no clock of the case runs, from the day after `from` to `to`; without `to`: still paused. */
export interface Pause {
  kind: 'pause' | 'stop'
  from: string
  to: string | null
  by: string
  reason: string
}

/** Supervisory remark 监督意见 on a step; the case continues. */
interface Remark {
  on: string
  by: string
  step: string
  text: string
}

export type CaseStatus = 'running' | 'paused' | 'stopped' | 'finished' | 'cancelled'

/** A case 办件: one run of an item. It stores the item as it was when the case was opened. */
export interface CaseState {
  item: PowerItem
  /** Version of the power list 小微权力清单 that contains the item. */
  version: number
  status: CaseStatus
  openedOn: string
  openedBy: string
  amountFen: number | null
  visits: readonly Visit[]
  pauses: readonly Pause[]
  remarks: readonly Remark[]
  closed: { on: string; by: string; reason: string | null } | null
  /** Day of the latest event. */
  lastOn: string
}

interface CaseAction {
  /** Day of the action. */
  on: string
  by: CaseActor
}

/** Evidence present when a step is left. */
interface Evidence {
  papers: readonly string[]
  files: readonly CaseFile[]
}

/** Events of a case. `step`: the step that the actor sees; refused when the case has moved on. */
export type CaseEvent = CaseAction &
  (
    | { kind: 'claim'; step: string }
    | { kind: 'hand-over'; step: string; to: CaseActor; reason: string }
    | ({ kind: 'finish'; step: string; result: string | null } & Evidence)
    | ({ kind: 'vote'; step: string; ballots: Ballots } & Evidence)
    | { kind: 'amount'; step: string; amountFen: number; reason: string }
    | { kind: 'pause'; reason: string }
    | { kind: 'resume' }
    | { kind: 'remark'; reason: string }
    | { kind: 'stop'; reason: string }
    | { kind: 'lift'; reason: string }
    | { kind: 'cancel'; reason: string }
  )

export type CaseEventKind = CaseEvent['kind']
export type CaseEventOf<Kind extends CaseEventKind> = Extract<CaseEvent, { kind: Kind }>
