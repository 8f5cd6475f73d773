import type { WorkCase } from '@shared/contract/power/case'
import { assumedNote } from '@shared/texts/holidays'

type Clock = NonNullable<WorkCase['clock']>

const LOOKS: Partial<Record<Clock['light'], { sign: string; className: string }>> = {
  yellow: { sign: '! ', className: 'state' },
  red: { sign: '× ', className: 'state state--late' },
}

/** Describes a time limit by sign and words; colour only repeats them. */
export function clockWords({ light, words, assumedYears }: Clock): { text: string; className: string } {
  const { sign, className } = LOOKS[light] ?? { sign: '', className: 'state' }
  return { text: `${sign}${words}${assumedNote(assumedYears)}`, className }
}
