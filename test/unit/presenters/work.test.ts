import {
  BEFORE_PUBLIC,
  presentWaiting,
  presentWork,
  presentWorkList,
  presentWorkPage,
} from '../../../server/disclosure/notices/presenters/workflow'
import {
  presentDiscrepancyList,
  presentDiscrepancyPage,
  presentPublicDiscrepancy,
} from '../../../server/disclosure/discrepancies/presenters/discrepancy'
import { presentRecord } from '../../../server/disclosure/publications/presenters/record'
import { NoticeState } from '@shared/contract/disclosure/notice'
import { person } from '../../support/policies/places'
import { CONTENT, NOW, SISTER, STREET, VILLAGE, itemRow, publicationRow } from '../../support/presenters/rows'
import { presentItemRef } from '@server/catalogues/catalogue/presenters/item'

/** Notices at work and findings, as members of staff see them. */

const noticeRow = (more: object = {}) =>
  ({
    _id: 'ntc_1',
    orgCode: 'V1',
    itemId: 'itm_1',
    itemKey: 'key_1',
    category: 'subsidy',
    period: '2026Q1',
    regards: null,
    title: '耕地地力保护补贴',
    state: 'submitted',
    version: 4,
    edition: 1,
    shortCode: '0000001',
    liveEdition: null,
    dueOn: '2026-06-15',
    publishAt: null,
    meeting: null,
    releases: [],
    reason: null,
    order: null,
    archive: null,
    createdBy: 'usr_w',
    writers: ['usr_w'],
    submittedBy: 'usr_w',
    signedBy: null,
    updatedAt: NOW,
    ...more,
  }) as never as Parameters<typeof presentWork>[0]

describe('a notice at work', () => {
  const head = person('head@V1')
  const supervisor = person('supervisor@V1')
  const abilities = (state: string, actor = head, more: object = {}, org = VILLAGE) =>
    presentWork(noticeRow({ state, ...more }), org, actor, NOW).abilities

  test('shows state, period and what is waited for', () => {
    expect(presentWork(noticeRow(), VILLAGE, supervisor, NOW)).toEqual({
      id: 'ntc_1',
      orgCode: 'V1',
      orgName: '大王庄',
      category: 'subsidy',
      title: '耕地地力保护补贴',
      period: '2026Q1',
      periodLabel: '2026年第一季度',
      state: 'submitted',
      stateLabel: '待监督审核',
      version: 4,
      edition: 1,
      updatedAt: NOW.toISOString(),
      due: { act: '监督审核', on: '2026-06-15', late: false },
      abilities: ['sign-off'],
    })
  })

  test('is late from the day after, and waits for nothing in other states', () => {
    const due = (state: string, dueOn: string | null) =>
      presentWork(noticeRow({ state, dueOn }), VILLAGE, head, NOW).due
    expect(due('submitted', '2026-06-14')).toMatchObject({ late: true })
    expect(due('submitted', null)).toBeNull()
    expect(due('published', '2026-06-20')).toBeNull()
    const acts = NoticeState.options.map(state => [state, due(state, '2026-06-20')?.act ?? null])
    expect(Object.fromEntries(acts)).toEqual({
      draft: '公开更正',
      checked: null,
      submitted: '监督审核',
      refused: '修改后重报',
      signed: '联席会议',
      met: null,
      scheduled: null,
      published: null,
      ended: null,
      confirmed: null,
      archived: null,
      ordered: '公开更正',
      withdrawn: null,
      discarded: null,
    })
  })

  test('offers what role and state allow together', () => {
    expect(abilities('draft')).toEqual(['edit', 'check', 'submit', 'discard'])
    expect(abilities('draft', head, { edition: 2, liveEdition: 1 })).toEqual([
      'edit',
      'check',
      'submit',
      'cancel',
      'withdraw',
    ])
    expect(abilities('submitted')).toEqual(['recall'])
    expect(abilities('discarded')).toEqual([])
    expect(abilities('submitted', supervisor)).toEqual(['sign-off'])
    expect(abilities('submitted', supervisor, { writers: ['usr_me'] })).toEqual([])
    expect(abilities('draft', person('editor@V2'))).toEqual([])
    expect(abilities('met')).toContain('publish')
    expect(abilities('met')).toContain('schedule')
    expect(abilities('signed')).toContain('meet')
    expect(abilities('scheduled')).toContain('unschedule')
    expect(abilities('published', head, { liveEdition: 1 })).toEqual(
      expect.arrayContaining(['correct', 'withdraw']),
    )
    expect(abilities('ended', head, { liveEdition: 1 })).toContain('confirm')
    expect(abilities('confirmed', head, { liveEdition: 1 })).toContain('archive')
    const clerk = person('street-clerk@ST1')
    expect(abilities('published', clerk, { liveEdition: 1 })).toEqual(['order', 'comment', 'remind'])
    expect(abilities('draft', clerk)).toEqual([])
  })

  test('stands in lists as it stands alone', () => {
    const one = presentWork(noticeRow(), VILLAGE, head, NOW)
    const rows = [noticeRow()]
    expect(presentWorkList({ rows, nextCursor: 'c' }, VILLAGE, head, NOW)).toEqual({
      items: [one],
      nextCursor: 'c',
    })
    expect(presentWaiting(rows, VILLAGE, head, NOW)).toEqual({ items: [one] })
  })

  test('the page has notice, record, history, editions and what the town said', () => {
    const work = {
      notice: noticeRow({ state: 'published', liveEdition: 1, publishAt: NOW }),
      org: VILLAGE,
      item: itemRow(),
      issuer: STREET,
      content: CONTENT,
      statuses: [
        { from: 'draft', to: 'submitted', label: '提交', byName: '王', by: 'usr_w', at: NOW, reason: null },
      ],
      previous: null,
      earlier: [],
      corrected: null,
      duplicates: [],
      pictures: [],
      signOff: null,
      editions: [publicationRow(), publicationRow({ edition: 2, publicity: { ...publicationRow().publicity, endsAt: '2026-06-15T04:00:00.000Z' } })], // prettier-ignore
      guidance: [{ kind: 'comment', text: '写清楚些', by: 'usr_c', byName: '刘', body: '东街街道', at: NOW }],
    } as never as Parameters<typeof presentWorkPage>[0]
    const page = presentWorkPage(work, head, NOW)
    const { org: _org, writers: _w, signedBy: _s, title: _t, ...kept } = { ...work.notice, org: null }
    const { _id, updatedAt: _u, publishAt: _p, shortCode: _code, ...fields } = kept
    expect(page.notice).toEqual({
      id: _id,
      ...fields,
      content: CONTENT,
      publishAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    })
    expect(page.work).toEqual(presentWork(work.notice, VILLAGE, head, NOW))
    expect(page.item).toEqual(presentItemRef(itemRow(), '东街街道'))
    expect(page.presented).toEqual(presentRecord(itemRow(), CONTENT, 1))
    expect(page).toMatchObject({ changes: [], issues: [], signOff: null })
    expect(page.history).toEqual([
      { from: 'draft', to: 'submitted', label: '提交', by: '王', at: NOW.toISOString(), reason: null },
    ])
    const { publicity } = publicationRow()
    expect(page.editions).toEqual([
      { edition: 1, publishedAt: '2026-06-10T01:00:00.000Z', publicity, over: false, withdrawn: null },
      expect.objectContaining({ edition: 2, over: true }),
    ])
    expect(page.guidance).toEqual([
      { kind: 'comment', text: '写清楚些', by: '刘', body: '东街街道', at: NOW.toISOString() },
    ])
    const before = { ...CONTENT, blocks: [{ ...CONTENT.blocks[0]!, totalFen: 100_000 }] } as never
    const changed = presentWorkPage(
      { ...work, previous: before, notice: noticeRow({ state: 'draft' }) },
      head,
      NOW,
    )
    expect(changed.notice.publishAt).toBeNull()
    for (const change of changed.changes) expect(Object.keys(change)).toEqual(['label', 'fen', 'lastFen'])
    expect(changed.changes.length).toBeGreaterThan(0)
    const broken = { ...CONTENT, blocks: [{ ...CONTENT.blocks[0]!, totalFen: 1 }] } as never
    const faulty = (state: string) =>
      presentWorkPage({ ...work, content: broken, notice: noticeRow({ state }) }, head, NOW).issues.length > 0
    expect(faulty('draft')).toBe(true)
    expect(faulty('published')).toBe(false)

    const rare = { ...CONTENT, title: '发给李𠮷家、王\ue123家的耕地地力保护补贴', blocks: [{ type: 'text', label: '说明', text: '𠮷字见上；䶮字有' }] } as never // prettier-ignore
    const unprintable = (state: string) =>
      presentWorkPage({ ...work, content: rare, notice: noticeRow({ state }) }, head, NOW).unprintable
    expect(unprintable('draft')).toEqual([
      { letter: '𠮷', within: '发给李𠮷家、王\ue123家的', madeUp: false },
      { letter: '\ue123', within: '给李𠮷家、王\ue123家的耕地地力', madeUp: true },
    ])
    expect(unprintable('published')).toEqual([])
    expect(presentWorkPage({ ...work, notice: noticeRow({ state: 'draft' }) }, head, NOW).unprintable).toEqual([]) // prettier-ignore
  })

  test('faults are told as long as nobody outside reads it', () => {
    expect([...BEFORE_PUBLIC].sort()).toEqual(
      ['checked', 'draft', 'met', 'refused', 'scheduled', 'signed', 'submitted'].sort(),
    )
  })
})

describe('a finding', () => {
  const discrepancy = {
    _id: 'fnd_1',
    orgCode: 'V1',
    streetCode: 'ST1',
    kind: 'value',
    severity: 'hard',
    field: 'h1',
    label: '合计',
    village: '100.00',
    government: '200.00',
    message: '两边的合计不一样',
    itemName: '耕地',
    period: '2026Q1',
    villageNoticeId: 'ntc_1',
    governmentNoticeId: 'ntc_s',
    state: 'open',
    version: 1,
    updatedAt: NOW,
    itemKey: 'key_1',
    villageEdition: 1,
    foundAt: NOW,
  } as never as Parameters<typeof presentPublicDiscrepancy>[0]['discrepancy']
  const event = {
    event: 'found',
    label: '发现',
    body: '系统',
    text: null,
    correctBy: '2026-06-30',
    at: NOW,
    by: 'usr_1',
    byName: '李经办',
  } as never
  const step = {
    event: 'found',
    label: '发现',
    body: '系统',
    text: null,
    correctBy: '2026-06-30',
    at: NOW.toISOString(),
  }
  const difference = {
    kind: 'value',
    severity: 'hard',
    field: 'h1',
    label: '合计',
    village: '100.00',
    government: '200.00',
    message: '两边的合计不一样',
  }
  const orgs = new Map([VILLAGE, STREET].map(one => [one._id, one]))
  const clerk = person('street-clerk@ST1')

  const beside = { folded: false, fields: [] }

  test('names bodies to the public, never people', () => {
    const shown = presentPublicDiscrepancy({ discrepancy, events: [event] }, beside)
    expect(shown).toEqual({
      ...difference,
      id: 'fnd_1',
      state: 'open',
      stateLabel: expect.any(String),
      rows: [],
      steps: [step],
    })
    expect(shown.stateLabel).toMatch(/[一-龥]/)
    expect(JSON.stringify(shown)).not.toContain('李经办')
  })

  test('stands in a list with what the actor may do, and not where its village is gone', () => {
    const list = presentDiscrepancyList(
      { rows: [discrepancy, { ...discrepancy, orgCode: 'V7' }], orgs, nextCursor: null },
      clerk,
    )
    expect(list).toEqual({
      items: [
        {
          ...difference,
          id: 'fnd_1',
          orgCode: 'V1',
          orgName: '大王庄',
          streetName: '东街街道',
          itemName: '耕地',
          period: '2026Q1',
          periodLabel: '2026年第一季度',
          villageNoticeId: 'ntc_1',
          governmentNoticeId: 'ntc_s',
          state: 'open',
          stateLabel: presentPublicDiscrepancy({ discrepancy, events: [] }, beside).stateLabel,
          version: 1,
          updatedAt: NOW.toISOString(),
          abilities: ['comment', 'order'],
        },
      ],
      nextCursor: null,
    })
    const seen = (actor: ReturnType<typeof person>) =>
      presentDiscrepancyList({ rows: [discrepancy], orgs, nextCursor: null }, actor).items[0]?.abilities
    expect(seen(person('head@V1'))).toEqual(['answer'])
    expect(seen(person('supervisor@V1'))).toEqual([])
    const nameless = new Map([[VILLAGE._id, VILLAGE]])
    expect(presentDiscrepancyList({ rows: [discrepancy], orgs: nameless, nextCursor: null }, clerk).items[0]?.streetName).toBe('') // prettier-ignore
  })

  test('its page names who spoke, and lets the village begin a correction', () => {
    const work = {
      discrepancy,
      village: VILLAGE,
      street: STREET,
      notice: noticeRow({ state: 'published', liveEdition: 1 }),
      events: [event],
    }
    const page = presentDiscrepancyPage(work, person('head@V1'))
    expect(page.discrepancy.streetName).toBe('东街街道')
    expect(page.steps).toEqual([{ ...step, by: '李经办' }])
    expect(page.notice).toEqual({
      id: 'ntc_1',
      title: '耕地地力保护补贴',
      stateLabel: '公示中',
      version: 4,
      mayCorrect: true,
      mayRead: true,
    })
    expect(presentDiscrepancyPage(work, clerk).notice).toMatchObject({ mayCorrect: false, mayRead: true })
    const draft = { ...work, notice: noticeRow({ state: 'submitted' }) }
    expect(presentDiscrepancyPage(draft, person('head@V1')).notice.mayCorrect).toBe(false)
    expect(presentDiscrepancyPage(draft, clerk).notice.mayRead).toBe(false)
    expect(SISTER.path).not.toEqual(VILLAGE.path)
  })
})
