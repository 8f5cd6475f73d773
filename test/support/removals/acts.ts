import type { TodoPage } from '../../../shared/contract/people/todo'
import { createClock } from '@server/platform/clock'
import { createJobRunner } from '@server/platform/jobs/runner'
import { JOB_HANDLERS } from '@server/compose'
import type { RemovalPage, RemovalRegister, WorkRemovals } from '@shared/contract/disclosure/removal'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { ask, server } from '../api/workDesk'
import type { Person } from '../api/world'

/** A withdrawal as an editor alone could once make final. */
export const LEAK = {
  reason: '内容写错了，先撤下来',
  leaked: ['name'],
  persons: 1,
  measures: '已撤回，已电话告知本人',
} as const

export const BASIS = { edition: 1, basis: 'pipl-47-4', note: '名单里写了不该公开的内容' } as const

/** Runs the jobs that are due at a moment; the server's own clock stays. */
export const runJobs = (at: string) => {
  const services = { ...server.services, clock: createClock(at) }
  return createJobRunner({ services, handlers: JOB_HANDLERS }).runDue()
}

export const waiting = async (person: Person) =>
  (await ask<TodoPage>(person, 'GET', '/me/todos?kind=removal')).body.items

export const register = async (code = 'V1') =>
  (await server.ask<RemovalRegister>('GET', `/orgs/${code}/removals`)).body.items

/** The removal of a notice that is first in the register of its village's staff. */
export async function removalOf(page: WorkNoticePage) {
  const { body } = await ask<WorkRemovals>('head', 'GET', '/orgs/V1/removals/work')
  const found = body.items.find(one => one.noticeId === page.notice.id)
  if (!found) throw new Error(`no removal of ${page.notice.id}`)
  return found
}

export const act = (
  person: Person,
  { id, version }: { id: string; version: number },
  name: 'agree' | 'refuse' | 'drop',
  more: object = {},
) => ask<RemovalPage>(person, 'POST', `/removals/${id}/${name}`, { version, ...more })

export const propose = (person: Person, page: WorkNoticePage, change: object = {}) =>
  ask<RemovalPage>(person, 'POST', `/notices/${page.notice.id}/erasures`, { ...BASIS, ...change })
