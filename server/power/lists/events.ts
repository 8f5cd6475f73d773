import { defineQuestion } from '@server/platform/events'
import type { PowerItem } from '@shared/contract/power/item'
import type { ServiceGuide } from '@shared/contract/reading/serviceGuide'
import type { PowerPlace } from './queries/powerLists'

/** A service of a list. */
export interface ListedService {
  place: PowerPlace
  service: PowerItem
}

/** Asks for the guide of a service, which is also made of disclosures. */
export const guideAsked = defineQuestion<ListedService, ServiceGuide>('guideAsked')
