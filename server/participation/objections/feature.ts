import { defineFeature } from '@server/http/feature'
import { notifyObjectionJob, answerDueJob } from './jobs/notifyObjection'
import { reckonAnswersJob } from './jobs/reckonAnswers'
import { Objections, ObjectionEvents, ObjectionCounters } from './models/objections'
import { objectionRoutes } from './routes/objections'
import { POLICIES } from './policy'

export const objections = defineFeature({
  collections: [Objections, ObjectionEvents, ObjectionCounters],
  policies: POLICIES,
  routes: [...objectionRoutes],
  jobs: {
    'tell-objection': notifyObjectionJob,
    'answer-due': answerDueJob,
    'reckon-answers': reckonAnswersJob,
  },
})
