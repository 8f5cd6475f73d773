import type { Subscription, Subscriptions } from '@shared/contract/people/message'
import type { OrgPage } from '@shared/contract/reading/site'

/** A village with its followed categories. */
export interface Place {
  code: string
  name: string
  categories: readonly string[]
}

/** Lists the selected village first, then the other followed ones. */
export function placesOf(
  { items }: Pick<Subscriptions, 'items'>,
  here: Pick<OrgPage, 'code' | 'name'> | null,
): Place[] {
  const followed = items.map(item => ({
    code: item.orgCode,
    name: item.orgName,
    categories: item.categories,
  }))
  if (!here) return followed
  const own = followed.find(place => place.code === here.code)
  return [
    own ?? { code: here.code, name: here.name, categories: [] },
    ...followed.filter(place => place.code !== here.code),
  ]
}

/** Computes what is followed after switching a category of a village. */
export function toggled(
  items: readonly Subscription[],
  orgCode: string,
  category: string,
  on: boolean,
): Subscription[] {
  const before = items.find(item => item.orgCode === orgCode)?.categories ?? []
  const rest = before.filter(code => code !== category)
  const categories = on ? [...rest, category] : rest
  return [
    ...items
      .filter(item => item.orgCode !== orgCode)
      .map(item => ({ orgCode: item.orgCode, categories: item.categories })),
    ...(categories.length > 0 ? [{ orgCode, categories }] : []),
  ]
}
