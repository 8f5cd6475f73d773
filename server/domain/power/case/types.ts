import type { PowerItem } from '@shared/contract/power/item'

/** Whoever acts on a case, and the codes of the roles (shared/facts/power/terms.ts) that they hold for it. */
export interface CaseActor {
  id: string
  roles: readonly string[]
  /** May stop any case: the supervising body, or whoever supervises it. */
  supervises: boolean
}

/** Count of a vote 表决. */
export interface Ballots {
  /** 应到, 实到. */
  eligible: number
  present: number
  agree: number
  against: number
  abstain: number
}

/** A file kept as one of a step's papers 凭证. */
export interface CaseFile {
  paper: string
  name: string
  mime: string
  bytes: number
  sha256: string
}

/** What came out of a step when it was finished. */
export interface Finish {
  on: string
  by: string
  result: string | null
  ballots: Ballots | null
  papers: readonly string[]
  files: readonly CaseFile[]
  amountFen: number | null
  /** Where it led: a step's id or END; `back`: by a declared way back. */
  to: string
  back: boolean
}

/** One stay at a step. A later one of the same step exists only after this one was undone. */
export interface Visit {
  step: string
  enteredOn: string
  claimedBy: string | null
  finished: Finish | null
  /** It no longer counts: sent back for correction, or the amount changed. */
  undone: 'back' | 'amount' | null
}

/** Days on which no clock of the case runs, from the day after `from` to `to`; open: still so. */
export interface Pause {
  kind: 'pause' | 'stop'
  from: string
  to: string | null
  by: string
  reason: string
}

/** 监督意见: what the supervisors say of a step; the case goes on. */
interface Remark {
  on: string
  by: string
  step: string
  text: string
}

export type CaseStatus = 'running' | 'paused' | 'stopped' | 'finished' | 'cancelled'

/** A case 办件: one run of an item. It keeps the item as it was when the case was opened. */
export interface CaseState {
  item: PowerItem
  /** Version of the list that the item was taken from. */
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
  /** Day on which it is done. */
  on: string
  by: CaseActor
}

/** What is there when a step is left. */
interface Evidence {
  papers: readonly string[]
  files: readonly CaseFile[]
}

/** What can happen to a case. `step`: the step that the actor sees; refused when the case has moved on. */
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
