import { dueWords, groupsOf } from '../../../miniapp/src/packages/staff/todos/words'
import type { Todo } from '../../../shared/contract/people/todo'
import { nextStep, waitsForMe } from '../../../shared/content/nextStep'
import { stateWord } from '../../../miniapp/src/packages/staff/steps/stateWord'
import { stateLabel } from '../../../server/disclosure/notices/states'
import { NoticeState } from '../../../shared/contract/disclosure/notice'
import { NoticeAbility } from '../../../shared/contract/disclosure/noticeWorkflow'

const TODAY = '2026-11-20'

const due = (on: string) => ({ act: '监督审核', on, late: on < TODAY })

const todo = (id: string, dueOn: string | null): Todo => ({
  id,
  kind: 'notice',
  kindLabel: '公示',
  subject: id,
  orgCode: 'V1',
  orgName: '东一村',
  title: id,
  stage: '草稿',
  step: '提交监督审核',
  dueOn,
  late: dueOn !== null && dueOn < TODAY,
  acts: [],
  version: 1,
  form: null,
})

describe('等我办 in groups', () => {
  it('puts each to-do into the group of its last day, in the order in which they came', () => {
    const todos = [
      todo('b', '2026-11-18'),
      todo('a', '2026-11-19'),
      todo('today', '2026-11-20'),
      todo('sixth', '2026-11-26'),
      todo('seventh', '2026-11-27'),
      todo('none', null),
    ]
    expect(groupsOf(todos, TODAY).map(({ title, items }) => [title, items.map(({ id }) => id)])).toEqual([
      ['已经过期', ['b', 'a']],
      ['这一周', ['today', 'sixth']],
      ['以后', ['seventh']],
      ['没有期限', ['none']],
    ])
    expect(groupsOf([], TODAY)).toEqual([])
  })

  it('says the days in words, over the end of a month too', () => {
    const said = (dueOn: string | null, today = TODAY) => dueWords(todo('x', dueOn), today)
    expect(said('2026-10-09')).toBe('× 晚了 42 天')
    expect([said(TODAY), said('2026-11-21')]).toEqual(['今天到期', '明天到期'])
    expect(said('2026-12-02', '2026-11-30')).toMatch(/12月2日到期，还有 2 天$/)
    expect(said(null)).toBe('没有期限')
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
