import { groupsOf } from '../../../miniapp/src/packages/staff/pages/list/groups'
import { nextStep, waitsForMe } from '../../../shared/content/nextStep'
import { stateWord } from '../../../miniapp/src/packages/staff/steps/stateWord'
import { stateLabel } from '../../../server/disclosure/notices/states'
import { NoticeState } from '../../../shared/contract/disclosure/notice'
import { NoticeAbility, type WorkNotice } from '../../../shared/contract/disclosure/noticeWorkflow'

const TODAY = '2026-11-20'

const notice = (id: string, part: Partial<WorkNotice>): WorkNotice => ({
  id,
  orgCode: 'V1',
  orgName: '东一村',
  category: 'village-finance',
  title: id,
  period: '2026-10',
  periodLabel: '2026年10月',
  state: 'draft',
  stateLabel: '草稿',
  version: 1,
  edition: 1,
  updatedAt: '2026-11-19T02:00:00.000Z',
  due: null,
  abilities: [],
  ...part,
})
const due = (on: string) => ({ act: '监督审核', on, late: on < TODAY })

describe('要办的 in groups', () => {
  const told = (items: WorkNotice[]) =>
    groupsOf(items, TODAY).map(({ title, items: rows }) => [title, rows.map(({ id }) => id)])

  it('puts each notice into the one group that matters most, in the order in which they came', () => {
    const items = [
      notice('late, mine', { due: due('2026-11-19'), abilities: ['submit'] }),
      notice('late, others', { due: due('2026-11-18') }),
      notice('today', { due: due('2026-11-20'), abilities: ['submit'] }),
      notice('in two days', { due: due('2026-11-22') }),
      notice('in three days, mine', { due: due('2026-11-23'), abilities: ['submit'] }),
      notice('in three days, others', { due: due('2026-11-23') }),
      notice('no day, mine', { state: 'ended', abilities: ['confirm'] }),
    ]
    expect(told(items)).toEqual([
      ['已逾期', ['late, mine', 'late, others']],
      ['快到期', ['today', 'in two days']],
      ['等我办', ['in three days, mine', 'no day, mine']],
      ['在别人手里', ['in three days, others']],
    ])
  })

  it('goes over the end of a month, and leaves empty groups out', () => {
    expect(groupsOf([], TODAY)).toEqual([])
    const [group] = groupsOf(
      [notice('x', { due: { act: '联席会议', on: '2026-12-02', late: false } })],
      '2026-11-30',
    )
    expect(group?.title).toBe('快到期')
  })
})

describe('the next step', () => {
  it('is never one that the server does not offer', () => {
    for (const state of NoticeState.options) {
      expect(nextStep({ state, abilities: [] })).toBeNull()
      for (const ability of NoticeAbility.options) {
        const step = nextStep({ state, abilities: [ability] })
        expect([null, ability]).toContain(step)
      }
    }
  })

  it('leaves what is only possible to the side: nobody waits for a comment, a withdrawal or a reminder', () => {
    for (const state of NoticeState.options) {
      expect(nextStep({ state, abilities: ['comment', 'remind', 'order', 'withdraw'] })).toBeNull()
    }
    expect(waitsForMe({ state: 'withdrawn', abilities: ['correct'] })).toBe(false)
    expect(waitsForMe({ state: 'ordered', abilities: ['correct'] })).toBe(true)
    expect(nextStep({ state: 'signed', abilities: ['publish', 'meet'] })).toBe('meet')
  })
})

test('every state is said in a sign and a word, and late says so', () => {
  for (const state of NoticeState.options) {
    const { words } = stateWord({ state, stateLabel: stateLabel(state), due: null })
    expect(words).toMatch(new RegExp(`^[…!×✓] ${stateLabel(state)}$`))
    expect(stateWord({ state, stateLabel: stateLabel(state), due: due('2026-11-01') })).toEqual({
      words: `× ${stateLabel(state)}，逾期`,
      className: 'state state--late',
    })
  }
})
