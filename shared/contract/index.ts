import { cataloguesEndpoints } from './catalogues/endpoints'
import { disclosureEndpoints } from './disclosure/endpoints'
import { participationEndpoints } from './participation/endpoints'
import { peopleEndpoints } from './people/endpoints'
import { powerEndpoints } from './power/endpoints'
import { readingEndpoints } from './reading/endpoints'

/** Every endpoint of the API: the source of routes, validation, OpenAPI and the client's types. */
export const CONTRACT = {
  ...peopleEndpoints,
  ...cataloguesEndpoints,
  ...disclosureEndpoints,
  ...powerEndpoints,
  ...participationEndpoints,
  ...readingEndpoints,
}
export type Contract = typeof CONTRACT
