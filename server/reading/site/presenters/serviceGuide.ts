import { guideOf, officePhones } from '@shared/presentation/serviceGuide'
import type { ServiceGuide } from '@shared/contract/reading/serviceGuide'
import type { GuideData } from '../queries/serviceGuide'

const IN_TOWN = /^town/

/**
 * Returns the office phones of the village and its street without duplicates and without the contacts' names; those of the
 * responsible office first.
 */
function officesOf({ subject, place, above }: GuideData) {
  const isTown = IN_TOWN.test(subject.service?.responsible.role ?? '')
  const orgs = isTown ? [above, place] : [place, above]
  const offices = orgs.flatMap(org =>
    (org?.contacts ?? []).flatMap(({ phone }) =>
      officePhones(phone).map(number => ({ name: org!.name, phone: number })),
    ),
  )
  return [...new Map(offices.map(office => [office.phone, office])).values()]
}

/** Public: the guide for applicants. */
export const presentGuide = (data: GuideData): ServiceGuide =>
  guideOf(data.subject, data.sources, officesOf(data))
