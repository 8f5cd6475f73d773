import type { Role } from '../../../shared/contract/people/auth'
import { type Person, userId } from '../../support/api/world'
import { failedJob } from '../../support/jobs/failedJob'
import type { Row } from './row'

const grant = (orgCode: string, person: Person, role: Role): Row['prepare'] => {
  const body = { userId: userId(person), role, from: '2026-11-01' }
  return async () => ({ path: `/orgs/${orgCode}/grants`, body })
}

const ofGrant =
  (name: string, more: object): Row['prepare'] =>
  async story => {
    const { id, version } = await story.grant('newcomer', 'villager', 'V1')
    return { path: `/grants/${id}/${name}`, body: { version, ...more } }
  }

const waiting =
  (role: Role): Row['prepare'] =>
  async story => {
    const { id, version } = await story.give('newcomer', role, 'V1')
    return { path: `/grants/${id}/confirm`, body: { version } }
  }

const at =
  (path: string): Row['prepare'] =>
  async () => ({ path })

/** Accounts, roles, failed jobs and the audit log. */
export const ACCOUNT_ROWS: readonly Row[] = [
  {
    route: 'GET /users/:id',
    situation: 'of somebody without a role: administrators of any area',
    allowed: ['system-admin', 'other-system-admin', 'security-admin', 'other-security-admin'],
    prepare: at(`/users/${userId('newcomer')}`),
  },
  {
    route: 'GET /users/:id',
    situation: 'of a village’s editor: administrators of the area',
    allowed: ['system-admin', 'security-admin'],
    prepare: at(`/users/${userId('editor')}`),
  },
  {
    route: 'GET /appointment-codes/:code',
    situation: 'of a village’s editor: administrators of the area',
    allowed: ['system-admin', 'security-admin'],
    prepare: async story => ({ path: `/appointment-codes/${await story.appointmentCode('editor')}` }),
  },
  {
    route: 'PUT /users/:id',
    situation: 'of a village’s editor: the area’s system administrator',
    allowed: ['system-admin'],
    prepare: async () => ({
      path: `/users/${userId('editor')}`,
      body: { name: '人物editor', jobTitle: '职务' },
    }),
  },
  {
    route: 'PUT /users/:id',
    situation: 'of a system administrator: another one',
    allowed: ['system-admin'],
    prepare: async () => ({
      path: `/users/${userId('other-system-admin')}`,
      body: { name: '人物', jobTitle: '职务' },
    }),
  },
  {
    route: 'POST /users/:id/second-factor/reset',
    situation: 'of somebody without a role',
    allowed: ['security-admin', 'other-security-admin'],
    prepare: async () => ({ path: `/users/${userId('newcomer')}/second-factor/reset`, body: {} }),
  },
  {
    route: 'POST /users/:id/second-factor/reset',
    situation: 'of an administrator: never of oneself',
    allowed: ['security-admin'],
    prepare: async () => ({ path: `/users/${userId('other-security-admin')}/second-factor/reset`, body: {} }),
  },
  {
    route: 'GET /orgs/:code/grants',
    situation: 'a village’s: administrators, its head and the street’s',
    allowed: ['system-admin', 'security-admin', 'head', 'street-head'],
    prepare: at('/orgs/V1/grants'),
  },
  {
    route: 'GET /orgs/:code/grants',
    situation: 'a community’s under another street',
    allowed: ['system-admin', 'other-system-admin', 'security-admin', 'other-security-admin'],
    prepare: at('/orgs/V9/grants'),
  },
  {
    route: 'POST /orgs/:code/grants',
    situation: 'in a village',
    allowed: ['security-admin'],
    prepare: grant('V1', 'newcomer', 'supervisor'),
  },
  {
    route: 'POST /orgs/:code/grants',
    situation: 'to an administrator: never to oneself',
    allowed: ['other-security-admin'],
    prepare: grant('V9', 'security-admin', 'villager'),
  },
  {
    route: 'POST /grants/:id/confirm',
    situation: 'of an editor, granted by the security administrator: the second administrator, the head',
    allowed: ['system-admin', 'head'],
    prepare: waiting('editor'),
  },
  {
    route: 'POST /grants/:id/confirm',
    situation: 'of a supervisor: never whom it supervises, but the head above',
    allowed: ['system-admin', 'street-head'],
    prepare: waiting('supervisor'),
  },
  {
    route: 'POST /grants/:id/term',
    situation: 'in a village',
    allowed: ['security-admin'],
    prepare: ofGrant('term', { from: '2026-11-01', to: '2029-10-31' }),
  },
  {
    route: 'POST /grants/:id/revoke',
    situation: 'in a village',
    allowed: ['security-admin'],
    prepare: ofGrant('revoke', { reason: 'resigned' }),
  },
  {
    route: 'GET /audit',
    situation: 'of a village: the audit administrator above it',
    allowed: ['audit-admin'],
    prepare: at('/audit?org=V1'),
  },
  {
    route: 'GET /audit',
    situation: 'of a street: its own audit administrator too',
    allowed: ['audit-admin', 'other-audit-admin'],
    prepare: at('/audit?org=ST2'),
  },
  {
    route: 'GET /audit/export',
    situation: 'of a community under another street',
    allowed: ['audit-admin', 'other-audit-admin'],
    prepare: at('/audit/export?org=V9'),
  },
  {
    route: 'GET /failed-jobs',
    situation: 'of the whole installation: system administrators of any area',
    allowed: ['system-admin', 'other-system-admin'],
    prepare: at('/failed-jobs'),
  },
  {
    route: 'POST /failed-jobs/:id/retry',
    situation: 'of the whole installation: system administrators of any area',
    allowed: ['system-admin', 'other-system-admin'],
    prepare: async story => ({ path: `/failed-jobs/${(await failedJob(story.server.db))._id}/retry` }),
  },
  {
    route: 'GET /feedback',
    situation: 'of the whole installation: system administrators of any area',
    allowed: ['system-admin', 'other-system-admin'],
    prepare: at('/feedback'),
  },
]
