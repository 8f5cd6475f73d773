import {
  applicantsTopic,
  destituteTopic,
  disabilityTopic,
  lowIncomeTopic,
  temporaryTopic,
} from './assistance'
import { dayCareTopic, oldAgeTopic } from './elderly'
import { financeTopic } from './finance'
import { homesteadTopic, resolutionsTopic } from './general'
import { monitoringTopic, projectTopic } from './revitalisation'
import { assetsTopic, claimsTopic, distributionTopic, resourcesTopic } from './registers'
import { farmlandTopic, farmSupportTopic } from './subsidy'
import type { Topic } from './topic'

/** All disclosure topics of the villages, in all five focus categories and outside them. */
export const TOPICS: readonly Topic[] = [
  financeTopic,
  assetsTopic,
  resourcesTopic,
  claimsTopic,
  distributionTopic,
  lowIncomeTopic,
  applicantsTopic,
  destituteTopic,
  temporaryTopic,
  disabilityTopic,
  farmlandTopic,
  farmSupportTopic,
  oldAgeTopic,
  dayCareTopic,
  projectTopic,
  monitoringTopic,
  homesteadTopic,
  resolutionsTopic,
]
