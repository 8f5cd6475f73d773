import { defineFeature } from '@server/http/feature'
import { notifyObjectionJob, answerDueJob } from './jobs/notifyObjection'
import { recomputeAnswersJob } from './jobs/recomputeAnswers'
import { Objections, ObjectionEvents, ObjectionCounters } from './models/objections'
import { objectionRoutes } from './routes/objections'
import { POLICIES } from './policy'

export const objections = defineFeature({
  collections: [Objections, ObjectionEvents, ObjectionCounters],
  policies: POLICIES,
  routes: [...objectionRoutes],
  jobs: {
    'notify-objection': notifyObjectionJob,
    'answer-due': answerDueJob,
    'recompute-answers': recomputeAnswersJob,
  },
})
