import { defineQuestion } from '@server/platform/events'
import type { Actor } from '@server/platform/access/actor'
import type { Todo } from '@shared/contract/people/todo'
import { actingTarget, type OrgRow } from '@server/people/orgs'

/** Who asks what waits for them. */
export interface TodosAsked {
  actor: Actor
  at: Date
  /** Day in China, `YYYY-MM-DD`. */
  today: string
  /** Organisations in which the person has a staff role, those below them, and those merged into them. */
  orgs: readonly OrgRow[]
}

/** One thing that waits for the person, as its room answers it. */
export interface TodoRow extends Pick<
  Todo,
  'kind' | 'subject' | 'orgCode' | 'title' | 'stage' | 'step' | 'dueOn'
> {
  assumedYears?: number[] | undefined
  acts?: Todo['acts']
  version?: number
  form?: Todo['form']
  /** On an obligation: the notice being written for it, which is listed in its stead with the earlier last day. */
  noticeId?: string
}

/** Most rows of one kind that a room answers; the earliest last day first. */
export const MOST_OF_A_KIND = 300

/** Asks each room what waits for a person, at most `MOST_OF_A_KIND` rows of a kind. */
export const todosOf = defineQuestion<TodosAsked, TodoRow[]>('todosOf')

/** Returns the organisations for which the person acts: those with a role of their own, and those merged into them. */
export const ownPlaces = ({ actor, orgs }: TodosAsked): OrgRow[] =>
  orgs.filter(org => actor.roles.some(({ orgCode }) => orgCode === actingTarget(org).code))
