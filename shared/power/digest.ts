import { flatMap } from '../common/lists'
import { powerRoleLabel } from '../facts/power/terms'
import type { PowerItem, PowerLimit, PowerStep } from '../contract/power/item'
import { limitWords } from './words'

const settles = ({ vote, next }: PowerStep): boolean =>
  vote !== null || next.some(({ when }) => when.kind === 'amount')

/**
 * Names the deciding roles 谁决定: those who vote or branch by amount, otherwise the reviewers, otherwise the
 * responsible role.
 */
export function deciders({ steps, responsible }: PowerItem): string[] {
  const settling = steps.filter(settles)
  const reviewing = steps.filter(({ kind }) => kind === 'review')
  const actors = (settling.length > 0 ? settling : reviewing).map(({ actor }) => actor)
  return [...new Set(actors.length > 0 ? actors : [responsible.role])].map(powerRoleLabel)
}

/** Lists every risk with its control and its step. */
export const risksOf = ({ steps }: PowerItem): { step: string; risk: string; control: string }[] =>
  flatMap(steps, ({ name, risks }) => risks.map(({ risk, control }) => ({ step: name, risk, control })))

/** Describes a limit; one without a legal source is labelled as local. */
export const sourcedLimit = (limit: PowerLimit): string =>
  `${limitWords(limit)}${limit.localSetting ? '（本地定的）' : ''}`
