import type { ServiceGuide } from '@shared/contract/reading/serviceGuide'
import type { Db } from '@server/platform/store/db'
import type { ListedService } from '@server/power/lists'
import { presentGuide } from './presenters/serviceGuide'
import { serviceGuideData } from './queries/serviceGuide'

/** Answers the power list's question for the guide of a service, which is that of its catalogue items. */
export const guideOfService = async (db: Db, asked: ListedService): Promise<ServiceGuide> =>
  presentGuide(await serviceGuideData(db, asked))
