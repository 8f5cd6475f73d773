import { flatMap } from '@shared/common/lists'
import type { Me } from '@shared/contract/people/auth'
import type { OrgRef } from '@shared/contract/people/org'
import { orgsOf } from '../../components/staff/orgsOf'

export interface Place {
  value: string
  label: string
}

/** An organisation with all below it, in the order of the tree. */
function below(orgs: readonly OrgRef[], code: string, depth: number): Place[] {
  return flatMap(
    orgs.filter(org => org.parentCode === code),
    org => [
      { value: org.code, label: `${'· '.repeat(depth)}${org.name}` },
      ...below(orgs, org.code, depth + 1),
    ],
  )
}

/** Whose notices a person may want to look at: one's own organisations, each with those below it. */
export function placesOf(me: Me, orgs: readonly OrgRef[]): Place[] {
  const places = flatMap(orgsOf(me), own => [own, ...below(orgs, own.value, 1)])
  return [...new Map(places.map(place => [place.value, place])).values()]
}
