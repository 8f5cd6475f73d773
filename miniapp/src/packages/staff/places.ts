import { flatMap } from '@shared/common/lists'
import type { Me } from '@shared/contract/people/auth'
import type { OrgRef } from '@shared/contract/people/org'
import { orgsOf } from '../../components/staff/orgsOf'

export interface Place {
  value: string
  label: string
}

/** Lists all below an organisation, in tree order, and those merged into it, whose notices it tends. */
function below(orgs: readonly OrgRef[], code: string, depth: number): Place[] {
  return flatMap(
    orgs.filter(org => org.parentCode === code || org.mergedInto?.code === code),
    org => [
      { value: org.code, label: `${'· '.repeat(depth)}${org.name}` },
      ...below(orgs, org.code, depth + 1),
    ],
  )
}

/** Lists the organisations whose notices a person may work on: their own, each with those below it. */
export function placesOf(me: Me, orgs: readonly OrgRef[]): Place[] {
  const places = flatMap(orgsOf(me), own => [own, ...below(orgs, own.value, 1)])
  return [...new Map(places.map(place => [place.value, place])).values()]
}
