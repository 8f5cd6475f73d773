import {
  presentNoticeObjections,
  presentObjection,
  presentObjectionPage,
  presentObjections,
} from '../../../server/participation/objections/presenters/objection'
import { presentItem } from '@shared/presentation/presentItem'
import { objectionKindLabel } from '@shared/facts/participation/objectionRules'
import { person } from '../../support/policies/places'
import {
  CONTENT,
  NAMES,
  NOW,
  STREET,
  VILLAGE,
  itemRow,
  presentedNotice,
  publicationRow,
} from '../../support/presenters/rows'
import type { ObjectionEventRow, ObjectionRow } from '@server/participation/objections/models/objections'

/** Objections: who asked is known to those they named it to, and to nobody else. */

const row = (more: Partial<ObjectionRow> = {}): ObjectionRow =>
  ({
    _id: 'obj_1',
    number: '2026-V1-0003',
    orgCode: 'V1',
    path: VILLAGE.path,
    noticeId: 'ntc_1',
    edition: 1,
    noticeTitle: '耕地地力保护补贴',
    target: { kind: 'whole' },
    place: '整条公示',
    kind: 'amount',
    text: '金额不对',
    publicText: '金额不对',
    covered: ['mobile'],
    anonymous: false,
    via: 'committee',
    userId: 'usr_o',
    name: '张三',
    actsFor: null,
    elder: '张老汉',
    state: 'open',
    version: 1,
    level: 'own',
    handlerCode: 'V1',
    waiting: true,
    dueAt: new Date('2026-06-20T16:00:00Z'),
    dueOn: '2026-06-20',
    dueWords: '10日内答复',
    replyBy: null,
    afterTime: false,
    filedAt: new Date('2026-06-10T18:00:00Z'),
    updatedAt: NOW,
    ...more,
  }) as ObjectionRow

const answer = (more: Partial<ObjectionEventRow> = {}): ObjectionEventRow =>
  ({
    _id: 'oev_1',
    objectionId: 'obj_1',
    event: 'answer',
    label: '答复',
    by: 'usr_h',
    byName: '村委会 王主任',
    body: '村委会',
    at: NOW,
    text: '已更正',
    publicText: '已更正，电话13812345678',
    ...more,
  }) as ObjectionEventRow

const summary = {
  id: 'obj_1',
  number: '2026-V1-0003',
  noticeId: 'ntc_1',
  noticeTitle: '耕地地力保护补贴',
  orgCode: 'V1',
  orgName: '大王庄',
  place: '整条公示',
  kindLabel: objectionKindLabel('amount' as never),
  state: 'open',
  stateLabel: expect.any(String),
  late: false,
  dueOn: '2026-06-20',
  filedAt: '2026-06-10T18:00:00.000Z',
  handlerCode: 'V1',
}

test('in a list: number, place, state and day', () => {
  expect(presentObjection(row(), '大王庄', NOW)).toEqual(summary)
  expect(presentObjection(row(), '大王庄', new Date('2026-06-20T16:00:00Z')).late).toBe(true)
  const list = presentObjections({ rows: [row(), row({ orgCode: 'V8' })], nextCursor: 'c' }, NAMES, NOW)
  expect(list.items.map(({ orgName }) => orgName)).toEqual(['大王庄', 'V8'])
  expect(list.nextCursor).toBe('c')
})

describe('its page', () => {
  const work = (more: Partial<ObjectionRow> = {}, rest: object = {}) =>
    ({
      objection: row(more),
      org: VILLAGE,
      handler: STREET,
      ancestors: [],
      writers: ['usr_w', 'usr_v'],
      events: [answer()],
      published: presentedNotice(),
      ...rest,
    }) as Parameters<typeof presentObjectionPage>[0]
  const head = person('head@V1')
  const page = (more: Partial<ObjectionRow> = {}, actor = head, now = NOW) =>
    presentObjectionPage(work(more), actor, now)

  test('has everything that was said, and whom to call', () => {
    const shown = page()
    expect(shown.objection).toEqual({
      ...summary,
      edition: 1,
      version: 1,
      cells: shown.objection.cells,
      text: '金额不对',
      covered: ['mobile'],
      anonymous: false,
      wayLabel: expect.stringMatching(/[一-龥]/),
      by: '张三',
      forElder: '张老汉',
      afterTime: false,
      handlerName: '东街街道',
      dueWords: '10日内答复',
      next: expect.stringMatching(/[一-龥]/),
    })
    expect(shown.history).toEqual([
      { at: NOW.toISOString(), label: '答复', by: '村委会 王主任', text: '已更正' },
    ])
    expect(shown.contacts).toEqual([{ name: '便民中心', jobTitle: '咨询', phone: '029-8100 0001' }])
    expect(page({ via: 'x' as never }).objection.wayLabel).toBe('')
  })

  test('staff do not learn who asked anonymously, nor for which elder; the objector does', () => {
    expect(page({ anonymous: true }).objection).toMatchObject({ by: '一位村民', forElder: null })
    expect(page({ name: '' }).objection.by).toBe('一位村民')
    const own = page({ anonymous: true }, person('', { id: 'usr_o' })).objection
    expect(own).toMatchObject({ by: '我', forElder: '张老汉' })
    expect(page({ anonymous: false }).objection.forElder).toBe('张老汉')
  })

  test('offers what role, own matter, state and lateness allow', () => {
    const objector = person('', { id: 'usr_o' })
    const late = new Date('2026-06-21T00:00:00Z')
    expect(page().abilities).toEqual(['answer'])
    expect(page({ state: 'answered' }).abilities).toEqual([])
    expect(page({}, objector).abilities).toEqual(['withdraw'])
    expect(page({}, objector, late).abilities).toEqual(['escalate', 'withdraw'])
    expect(page({ state: 'answered' }, objector).abilities).toEqual(['settle', 'escalate', 'withdraw'])
    expect(page({ state: 'held' }, person('supervisor@V1')).abilities).toEqual(['release', 'refuse'])
    const street = work({ state: 'held' }, { org: STREET })
    expect(presentObjectionPage(street, person('street-clerk@ST1'), NOW).abilities).toEqual([
      'release',
      'refuse',
    ])
  })

  test('shows what stands at the place while the edition may be read', () => {
    const { blocks } = presentItem(itemRow(), CONTENT)
    const table = blocks.find(block => block.kind === 'table')
    expect(table).toBeDefined()
    const target = { kind: 'row', block: table!.id, row: 0 } as never
    const seen = (rest: object) => presentObjectionPage(work({ target }, rest), head, NOW).objection.cells
    const published = presentedNotice()
    expect(seen({ published: null })).toBeNull()
    expect(
      seen({ published: { ...published, publication: publicationRow({ withdrawn: {} as never }) } }),
    ).toBeNull()
  })
})

describe('what everybody reads of them', () => {
  const counts = { open: 1 } as never
  const shown = (rows: ObjectionRow[], events: ObjectionEventRow[], folded = false) =>
    presentNoticeObjections({ rows, events, counts, folded, now: NOW })

  test('question and answer, no name, no number of a phone', () => {
    const { items, counts: told } = shown([row({ state: 'answered' })], [answer()])
    expect(told).toBe(counts)
    expect(items).toEqual([
      {
        number: '2026-V1-0003',
        by: '一位村民',
        place: '整条公示',
        kindLabel: summary.kindLabel,
        text: '金额不对',
        filedOn: '2026-06-11',
        answers: [{ by: '村委会', text: expect.stringContaining('已更正'), on: '2026-06-15' }],
        stateLabel: expect.any(String),
      },
    ])
    expect(JSON.stringify(items)).not.toContain('13812345678')
    expect(JSON.stringify(items)).not.toContain('张三')
  })

  test('names leave question, answer and place when they leave the notice', () => {
    const asked = row({ state: 'answered', publicText: '欧阳*家有车，不该领', place: '公开内容·诸葛*' })
    const said = answer({ publicText: '经核查，欧阳*符合条件' })
    expect(JSON.stringify(shown([asked], [said]).items)).toContain('欧阳*家有车')
    const [after] = shown([asked], [said], true).items
    expect(after).toMatchObject({ text: '有关人员家有车，不该领', place: '公开内容·有关人员' })
    expect(after!.answers[0]!.text).toBe('经核查，有关人员符合条件')
  })

  test('only what was answered, by its own answers', () => {
    expect(shown([row({ state: 'open' })], []).items).toEqual([])
    expect(shown([row({ state: 'answered' })], [answer({ objectionId: 'obj_2' })]).items).toEqual([])
    expect(shown([row({ state: 'answered' })], [answer({ event: 'settle' })]).items).toEqual([])
    expect(shown([row({ state: 'answered' })], [answer({ publicText: null })]).items).toEqual([])
    expect(shown([row({ state: 'refused' as never })], [answer()]).items).toEqual([])
    const bodyless = shown([row({ state: 'answered', publicText: null })], [answer({ body: null })]).items[0]
    expect(bodyless).toMatchObject({ text: null, answers: [{ by: '' }] })
  })
})
