import { dateLabel } from '@shared/common/period'
import type { OrgKind, OrgRef } from '@shared/contract/people/org'

/** True for villages and communities, which have boards; higher levels have catalogues. */
export const isTenant = ({ kind }: { kind: OrgKind }): boolean => kind === 'village' || kind === 'community'

type Changed = Pick<OrgRef, 'name' | 'formerNames' | 'mergedInto'>

/** Says what an organisation was called before; empty when it always had this name. */
export function formerWords({ formerNames = [] }: Pick<Changed, 'formerNames'>): string {
  if (formerNames.length === 0) return ''
  return `曾用名：${formerNames.map(({ name, until }) => `${name}（到${dateLabel(until)}）`).join('、')}`
}

/** Says what an organisation was called on a day (ISO date) if it has another name now; empty otherwise. */
export function nameThen({ name, formerNames = [] }: Changed, day: string): string {
  const then = formerNames.find(({ until }) => day < until)
  return then ? `公开时名为“${then.name}”，现名“${name}”` : ''
}

/** Says what an organisation has become part of; empty when it was not merged. */
export const mergedWords = ({ name, mergedInto }: Changed): string =>
  mergedInto ? `${name}已于${dateLabel(mergedInto.day)}并入${mergedInto.name}，以前公开的都留在这里。` : ''

/** Whether an organisation has or had a name with these words. */
export const isNamed = ({ name, formerNames = [] }: Changed, words: string): boolean =>
  [name, ...formerNames.map(former => former.name)].some(one => one.indexOf(words) >= 0)

/** `已并入东二村`; empty when it was not merged. */
export const mergedShort = ({ mergedInto }: Pick<Changed, 'mergedInto'>): string =>
  mergedInto ? `已并入${mergedInto.name}` : ''
