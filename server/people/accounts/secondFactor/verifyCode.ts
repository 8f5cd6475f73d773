import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'

const { wrongCodes, windowMinutes, lockMinutes } = ACCOUNT_SECURITY.lockout
const MINUTE = 60_000

/** Earlier codes of a person, as far as they decide about the next one. */
export interface CodeHistory {
  /** Time step of the last accepted code; codes up to it are refused. */
  lastStep: number
  /** Times of the wrong codes that still count. */
  wrongAt: readonly Date[]
  lockedUntil: Date | null
}

export interface Judgement {
  verdict: 'good' | 'wrong' | 'used' | 'locked'
  next: CodeHistory
  /** Wrong codes left before the lock. */
  left: number
}

function afterWrong(history: CodeHistory, verdict: 'wrong' | 'used', now: Date): Judgement {
  const since = new Date(now.getTime() - windowMinutes * MINUTE)
  const wrongAt = [...history.wrongAt.filter(at => at > since), now]
  const left = wrongCodes - wrongAt.length
  if (left > 0) return { verdict, next: { ...history, wrongAt, lockedUntil: null }, left }
  const lockedUntil = new Date(now.getTime() + lockMinutes * MINUTE)
  return { verdict: 'locked', next: { ...history, wrongAt: [], lockedUntil }, left: 0 }
}

/** Judges a code by its time step (null = no step matches). Accepts a code once; a lock expires by itself. */
export function verifyCode(history: CodeHistory, step: number | null, now: Date): Judgement {
  if (history.lockedUntil && now < history.lockedUntil) return { verdict: 'locked', next: history, left: 0 }
  if (step === null) return afterWrong(history, 'wrong', now)
  if (step <= history.lastStep) return afterWrong(history, 'used', now)
  return { verdict: 'good', next: { lastStep: step, wrongAt: [], lockedUntil: null }, left: wrongCodes }
}
