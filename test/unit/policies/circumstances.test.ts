import { NoticeState } from '@shared/contract/disclosure/notice'
import { areaOf, guides, holds, holdsAbove } from '../../../server/platform/access/actor'
import {
  AREA,
  ME,
  SISTER,
  STREET,
  type TestTarget,
  VILLAGE,
  person,
  targetAt,
} from '../../support/policies/places'
import { workAreas } from '@server/people/accounts/workAreas'
import { actionOf } from '@server/disclosure/notices/policy'
import { SYSTEM_ID } from '@server/platform/access/actor'
import { POLICIES, refusalOf, type Action } from '@server/policies'

/** What of a person who holds the right role is refused by what went before, and by what name. */

const asked = (
  action: Action,
  grants: string,
  more: Partial<Record<keyof TestTarget, unknown>> = {},
  at = VILLAGE,
) => refusalOf(person(grants), action, { ...targetAt(at), ...more } as never)

describe('two persons 四眼', () => {
  const hands = [
    { hand: { writers: [ME] } },
    { hand: { writers: ['usr_w', ME] } },
    { hand: { submittedBy: ME } },
  ]
  test.each(hands)('nobody signs what they wrote or handed in: $hand', ({ hand }) => {
    expect(asked('notice.sign-off', 'supervisor@V1', hand)).toBe('four-eyes')
    expect(asked('notice.sign-off', 'street-clerk@ST1', hand, STREET)).toBe('four-eyes')
    expect(asked('notice.sign-off', 'editor@V1', hand)).toBe('forbidden')
  })

  test('having signed before keeps nobody from signing the next edition', () => {
    expect(asked('notice.sign-off', 'supervisor@V1', { signedBy: ME })).toBeNull()
  })

  test.each(['notice.publish', 'notice.schedule', 'notice.unschedule'] as const)(
    '%s: not by whoever signed',
    action => {
      expect(asked(action, 'head@V1', { signedBy: ME })).toBe('four-eyes')
      expect(asked(action, 'head@V1', { signedBy: null, submittedBy: ME, writers: [ME] })).toBeNull()
      expect(asked(action, 'supervisor@V1', { signedBy: ME })).toBe('forbidden')
    },
  )

  test('a committee member never signs for the body that supervises the committee, but may elsewhere', () => {
    for (const post of ['editor', 'head']) {
      expect(asked('notice.sign-off', `supervisor@V1 ${post}@V1`)).toBe('committee-member')
      expect(asked('notice.sign-off', `supervisor@V1 ${post}@V2`)).toBeNull()
      expect(asked('objection.release', `supervisor@V1 ${post}@V1`)).toBe('committee-member')
      expect(asked('objection.release', `supervisor@V1 ${post}@V2`)).toBeNull()
      expect(asked('case.stop', `supervisor@V1 ${post}@V1`)).toBe('committee-member')
      expect(asked('case.stop', `supervisor@V1 ${post}@V2`)).toBeNull()
    }
    // At a street both are the same people.
    expect(asked('notice.sign-off', 'head@ST1 street-clerk@ST1', {}, STREET)).toBeNull()
    expect(asked('objection.release', 'head@ST1 street-clerk@ST1', {}, STREET)).toBeNull()
    expect(asked('case.stop', 'editor@V1 head@V1')).toBe('forbidden')
  })

  test('a catalogue and a list come into force by somebody who did not alter them', () => {
    expect(asked('catalogueDraft.activate', 'street-clerk@ST1', { writers: ['usr_w', ME] }, STREET)).toBe(
      'own-import',
    )
    expect(asked('catalogueDraft.activate', 'district-office@XQ', { writers: [ME] }, STREET)).toBe(
      'forbidden',
    )
    expect(asked('catalogueDraft.activate', 'head@V1', { writers: [] })).toBe('forbidden')
    expect(asked('villageCatalogue.activate', 'supervisor@V1', { writers: ['usr_w', ME] })).toBe('four-eyes')
    expect(asked('villageCatalogue.activate', 'editor@V1', { writers: [ME] })).toBe('forbidden')
    expect(asked('villageCatalogue.activate', 'head@ST1', { writers: [] }, STREET)).toBe('forbidden')
  })
})

describe('the town sees a village’s notices once the supervisors have spoken', () => {
  const HIDDEN = ['draft', 'checked', 'submitted', 'discarded']
  test.each(NoticeState.options)('%s', state => {
    const expected = HIDDEN.includes(state) ? 'forbidden' : null
    for (const action of ['workbench.list', 'workbench.read', 'notice.comment', 'notice.remind'] as const) {
      expect([action, asked(action, 'street-clerk@ST1', { state })]).toEqual([action, expected])
      expect([action, asked(action, 'street-clerk@ST2', { state })]).toEqual([action, 'forbidden'])
    }
    expect(asked('workbench.read', 'supervisor@V1', { state })).toBeNull()
    expect(asked('workbench.read', 'district-office@XQ', { state })).toBeNull()
    expect(asked('notice.order', 'head@ST1', { state })).toBeNull()
  })

  test('notices in all states are for the village’s own people and the district', () => {
    expect(asked('workbench.list', 'street-clerk@ST1', { state: null })).toBe('forbidden')
    expect(asked('workbench.list', 'editor@V1', { state: null })).toBeNull()
    expect(asked('workbench.list', 'street-clerk@ST1', { state: null }, STREET)).toBeNull()
  })

  test('papers of work under way are not the street’s, in whatever state the target says it is', () => {
    expect(asked('file.read', 'street-clerk@ST1', { state: 'published' })).toBe('forbidden')
  })
})

test('a period ends by itself, never by a person', () => {
  const system = person('', { id: SYSTEM_ID })
  expect(refusalOf(system, 'notice.end', targetAt(VILLAGE) as never)).toBeNull()
  expect(asked('notice.end', 'head@V1 head@ST1')).toBe('forbidden')
})

test('verified residents urge their own village to disclose, nobody else', () => {
  expect(asked('obligation.nudge', 'villager@V1')).toBeNull()
  expect(asked('obligation.nudge', 'villager@V2')).toBe('not-resident')
  expect(asked('obligation.nudge', 'head@V1')).toBe('not-resident')
})

test('a table is taken from whoever works somewhere; the form behind it says where', () => {
  expect(asked('table.send', 'editor@V2')).toBeNull()
  expect(asked('table.send', 'villager@V1')).toBe('forbidden')
})

describe('objections', () => {
  test('only verified people of a village concerned ask, or whoever acts for an elder there', () => {
    expect(asked('objection.file', 'villager@V1')).toBeNull()
    expect(asked('objection.file', 'villager@V1', { concerned: ['V2', 'V1'] })).toBeNull()
    expect(asked('objection.file', 'villager@V1', { concerned: ['V2'] })).toBe('not-resident')
    expect(asked('objection.file', 'villager@V1', { concerned: [] })).toBe('not-resident')
    expect(asked('objection.file', 'head@V1')).toBe('not-resident')
    expect(asked('objection.file', '', { concerned: ['V2', 'V1'], elderOf: 'V1' })).toBeNull()
    expect(asked('objection.file', 'villager@V2', { concerned: ['V2'], elderOf: 'V1' })).toBe('not-resident')
  })

  test('the objector reads, settles, escalates and withdraws; nobody else does the last three', () => {
    for (const action of ['read', 'settle', 'escalate', 'withdraw'] as const) {
      expect(asked(`objection.${action}`, '', { userId: ME })).toBeNull()
      expect(asked(`objection.${action}`, 'villager@V1')).toBe('forbidden')
    }
    expect(asked('objection.settle', 'head@V1')).toBe('forbidden')
  })

  const LEVELS = [
    { level: 'own', via: 'committee', handler: VILLAGE, may: 'editor@V1 head@V1' },
    { level: 'own', via: 'supervisors', handler: VILLAGE, may: 'editor@V1 head@V1 supervisor@V1' },
    { level: 'town', via: 'supervisors', handler: STREET, may: 'street-clerk@ST1 head@ST1' },
    { level: 'county', via: 'supervisors', handler: AREA, may: 'district-office@XQ' },
  ]
  const ANSWERERS =
    'editor@V1 head@V1 supervisor@V1 villager@V1 head@V2 supervisor@V2 street-clerk@ST1 head@ST1 head@ST2 district-office@XQ district-office@YQ lawyer@V1'
  test.each(LEVELS)('level $level, asked through the $via: answered by $may', ({ may, ...more }) => {
    for (const grant of ANSWERERS.split(' ')) {
      const expected = may.split(' ').includes(grant) ? null : 'forbidden'
      expect([grant, asked('objection.answer', grant, more)]).toEqual([grant, expected])
      // One's own question, answered by oneself.
      const own = expected ?? 'own-matter'
      expect([grant, asked('objection.answer', grant, { ...more, userId: ME })]).toEqual([grant, own])
    }
  })

  test('whoever alone wrote the notice does not answer for it; one of two writers, or of another level, does', () => {
    expect(asked('objection.answer', 'editor@V1', { writers: [ME] })).toBe('own-matter')
    expect(asked('objection.answer', 'editor@V1', { writers: ['usr_w'] })).toBeNull()
    expect(asked('objection.answer', 'editor@V1', { writers: [ME, 'usr_w'] })).toBeNull()
    expect(asked('objection.answer', 'editor@V1', { writers: [] })).toBeNull()
    const town = { level: 'town', handler: STREET, writers: [ME] }
    expect(asked('objection.answer', 'head@ST1', town)).toBeNull()
    expect(asked('objection.answer', 'street-clerk@ST1', { writers: [ME] }, STREET)).toBe('own-matter')
    expect(asked('objection.answer', 'supervisor@V1', { via: 'supervisors' }, STREET)).toBe('forbidden')
  })

  test('held text is not released by whoever wrote it', () => {
    expect(asked('objection.release', 'supervisor@V1', { userId: ME })).toBe('own-matter')
    expect(asked('objection.refuse', 'head@ST1', { userId: ME }, STREET)).toBe('own-matter')
    expect(asked('objection.release', 'editor@V1', { userId: ME })).toBe('forbidden')
  })
})

describe('accounts and roles', () => {
  test('nobody changes their own account or roles', () => {
    for (const action of [
      'grant.give',
      'grant.change-term',
      'grant.revoke',
      'account.reset-factor',
    ] as const) {
      expect(asked(action, 'security-admin@XQ', { userId: ME })).toBe('own-account')
      expect(asked(action, 'system-admin@XQ', { userId: ME })).toBe('forbidden')
    }
    expect(asked('account.edit', 'system-admin@XQ', { userId: ME })).toBe('own-account')
    expect(asked('account.read', 'system-admin@XQ', { userId: ME })).toBeNull()
  })

  test('an account that reaches beyond the area is somebody else’s to keep; one without a place is every administrator’s', () => {
    const wide = { orgs: [VILLAGE, { ...SISTER, path: ['YQ', 'V2'] }] }
    const nowhere = { orgs: [] }
    expect(asked('account.edit', 'system-admin@XQ', wide)).toBe('forbidden')
    expect(asked('account.read', 'security-admin@XQ', wide)).toBe('forbidden')
    expect(asked('account.edit', 'system-admin@ST2', nowhere)).toBeNull()
    expect(asked('account.reset-factor', 'security-admin@ST2', nowhere)).toBeNull()
    expect(asked('account.read', 'audit-admin@XQ', nowhere)).toBe('forbidden')
    expect(asked('account.edit', '', nowhere)).toBe('forbidden')
  })

  test('staff keep their own second factor, villagers need none', () => {
    for (const action of [
      'account.enrol-factor',
      'account.verify-factor',
      'account.recovery-codes',
      'account.recover',
    ] as const) {
      expect(asked(action, 'lawyer@V1', { userId: ME })).toBeNull()
      expect(asked(action, 'villager@V1', { userId: ME })).toBe('forbidden')
      expect(asked(action, 'villager@V2 editor@V1', { userId: ME })).toBeNull()
      expect(asked(action, 'security-admin@XQ')).toBe('forbidden')
    }
  })
})

test('everybody keeps their own logins, villagers too, and nobody those of others', () => {
  for (const action of [
    'account.close',
    'ownData.read',
    'agreement.give',
    'login.end',
    'webLogin.confirm',
    'webLogin.refuse',
    'webLogin.unlink',
  ] as const) {
    for (const who of ['', 'villager@V1', 'editor@V1', 'security-admin@XQ']) {
      expect(asked(action, who, { userId: ME })).toBeNull()
      expect(asked(action, who)).toBe('forbidden')
    }
  }
})

test('staff link their own account with the unified identity; villagers have none', () => {
  expect(asked('webLogin.link', 'editor@V1', { userId: ME })).toBeNull()
  expect(asked('webLogin.link', 'editor@V1')).toBe('forbidden')
  expect(asked('webLogin.link', 'villager@V1', { userId: ME })).toBe('forbidden')
})

test('nobody confirms, refuses or ends their own claim to be of the village; anybody may claim, of a village', () => {
  for (const action of ['residencyClaim.confirm', 'residencyClaim.refuse', 'residencyClaim.end'] as const) {
    expect(asked(action, 'supervisor@V1', { userId: ME })).toBe('own-matter')
    expect(asked(action, 'villager@V1', { userId: ME })).toBe('forbidden')
    expect(asked(action, 'head@V1', { userId: ME }, SISTER)).toBe('forbidden')
  }
  expect(asked('residencyClaim.file', '')).toBeNull()
  expect(asked('residencyClaim.file', 'villager@V1', {}, SISTER)).toBeNull()
  expect(asked('residencyClaim.file', 'head@ST1', {}, STREET)).toBe('forbidden')
})

test('a holiday table counts by somebody who did not import it', () => {
  expect(asked('holidays.confirm', 'system-admin@XQ', { userId: ME }, STREET)).toBe('own-holidays')
  expect(asked('holidays.confirm', 'district-office@XQ', { userId: ME }, STREET)).toBe('forbidden')
  expect(asked('holidays.confirm', 'security-admin@XQ', {}, STREET)).toBeNull()
})

test('a verdict of one role is not undone by another', () => {
  expect(asked('notice.publish', 'lawyer@V1 head@V1')).toBeNull()
  expect(asked('audit.read', 'security-admin@XQ audit-admin@XQ')).toBeNull()
})

test('roles are asked at a place, and at a place with those above it', () => {
  const actor = person('head@ST1 editor@V2')
  expect(holds(actor, 'ST1', 'head')).toBe(true)
  expect(holds(actor, 'ST1', 'editor')).toBe(false)
  expect(holds(actor, 'V1', 'head', 'editor')).toBe(false)
  expect(holdsAbove(actor, VILLAGE, 'head')).toBe(true)
  expect(holdsAbove(actor, VILLAGE, 'editor')).toBe(false)
  expect(holdsAbove(actor, SISTER, 'editor')).toBe(true)
  expect(areaOf(person('editor@V2 head@V2 head@ST1'), 'head')).toBe('V2')
  expect(areaOf(actor, 'supervisor')).toBeNull()
})

test('only the level directly above guides, and only those who govern themselves', () => {
  const street = person('street-clerk@ST1')
  expect(guides(street, VILLAGE)).toBe(true)
  expect(guides(street, { ...VILLAGE, kind: 'community' })).toBe(true)
  expect(guides(street, { ...VILLAGE, path: ['V1'] })).toBe(false)
  expect(guides(street, { ...VILLAGE, path: ['ST1', 'X', 'V1'] })).toBe(false)
  expect(guides(street, STREET)).toBe(false)
  expect(guides(person('head@XQ'), STREET)).toBe(false)
})

test('an ability of a notice is judged by the action of its name', () => {
  expect(actionOf('sign-off')).toBe('notice.sign-off')
  expect(Object.keys(POLICIES)).toContain(actionOf('publish'))
})

test('work areas of several roles come in their order, each once', () => {
  expect(workAreas(person('audit-admin@XQ head@ST1 editor@V1'))).toEqual([
    'workbench',
    'notice-create',
    'audit',
  ])
  expect(workAreas(person())).toEqual([])
})
