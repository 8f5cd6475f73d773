import type { Todo, TodoKind } from '@shared/contract/people/todo'
import { routes } from '../../../routes'

type Way = (todo: Todo) => string

const isDraft = (subject: string) => /^[a-z]{3}_/.test(subject)

/** Page on which each kind is done. */
const WAYS: Record<TodoKind, Way> = {
  notice: ({ subject }) => routes.review(subject),
  obligation: ({ orgCode, form }) =>
    form
      ? routes.edit({ org: orgCode, item: form.itemId, period: form.period ?? undefined })
      : routes.obligations(orgCode),
  application: ({ subject }) => routes.applicationWork(subject),
  objection: ({ subject }) => routes.answer(subject),
  discrepancy: ({ subject }) => routes.discrepancy(subject),
  case: ({ subject }) => routes.workCase(subject),
  catalogue: ({ subject, stage }) => {
    if (!isDraft(subject)) return routes.villageDiff(subject)
    return stage.startsWith('还有') ? routes.draft(subject) : routes.draftDiff(subject)
  },
  claim: ({ orgCode }) => routes.residencyClaims(orgCode),
  inspection: ({ subject }) => routes.inspection(subject),
  removal: ({ subject }) => routes.removal(subject),
  grant: ({ orgCode, step }) => (step === '出示任职码' ? routes.appointmentCode() : routes.grants(orgCode)),
}

export const todoUrl = (todo: Todo): string => WAYS[todo.kind](todo)
