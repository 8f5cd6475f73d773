/** State of one part of an installation: ✓ in order, ! look at it soon, × fix it now, ? could not be looked at. */
type Health = 'ok' | 'soon' | 'broken' | 'unknown'

/** One finding of `doctor` 体检, in plain Chinese. */
export interface Finding {
  /** What was looked at, e.g. `disk`. */
  part: string
  health: Health
  words: string
  /** What to do about it; absent if nothing. */
  mend?: string
}

export const SIGNS: Record<Health, string> = { ok: '✓', soon: '!', broken: '×', unknown: '?' }

/** Runs a check; what fails in it is a finding too. */
export async function finding(part: string, check: () => Promise<Omit<Finding, 'part'>>): Promise<Finding> {
  try {
    return { part, ...(await check()) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { part, health: 'unknown', words: `没有查成：${reason}` }
  }
}
