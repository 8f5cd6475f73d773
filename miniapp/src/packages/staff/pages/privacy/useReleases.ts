import { useState } from 'react'
import type { Release } from '@shared/contract/disclosure/notice'
import type { ContentFinding } from '@shared/contract/disclosure/privacy'

type Place = Pick<ContentFinding, 'field' | 'code'>

const isAt =
  ({ field, code }: Place) =>
  (other: Place) =>
    other.field === field && other.code === code

/** Holds the reasons entered on this page, by field and rule; sent with the check. */
export function useReleases(initial: readonly Release[]) {
  const [releases, setReleases] = useState<Release[]>([...initial])
  return {
    releases,
    releaseOf: (place: Place) => releases.find(isAt(place)) ?? null,
    add: ({ field, code }: Place, reason: string) =>
      setReleases(before => [...before.filter(one => !isAt({ field, code })(one)), { field, code, reason }]),
    remove: (place: Place) => setReleases(before => before.filter(one => !isAt(place)(one))),
  }
}
