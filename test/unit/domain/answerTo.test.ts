import { answerTo } from '@server/domain/search/meaning/answer'
import { readQuestion } from '@server/domain/search/meaning/question'
import type { Subject } from '@server/domain/search/meaning/subject'

/** Which subject, and which of its rows, answers a question 问一句. */
const LIST: Subject = {
  id: 'ntc_1',
  kind: 'notice',
  name: '2026年第三季度高龄津贴发放情况公开',
  sentence: '2026年第三季度高龄津贴，共17户17人，合计6,000.00元。',
  lines: [
    { label: '方式', value: '高龄津贴按季度打入本人社会保障账户' },
    { label: '办理流程', value: '本人申请，村委会初核' },
  ],
}
const POWER: Subject = {
  id: 'BM-06',
  kind: 'power',
  name: '高龄老人补贴申请',
  sentence: '到了岁数的老人可以领高龄津贴，村里代办。',
  lines: [],
}

const ranked = (share: number) => [
  { subject: LIST, score: 0.8, why: '' },
  { subject: POWER, score: share, why: '' },
]
const ask = (question: string, share = 0.19) => answerTo(readQuestion(question), ranked(share))

test('how something is done is answered by the power list, where an entry is nearly as near', () => {
  expect(ask('高龄津贴怎么申请')?.subject.id).toBe('BM-06')
  expect(ask('高龄津贴怎么申请', 0.01)?.subject.id).toBe('ntc_1')
  expect(ask('高龄津贴怎么算，多少钱')?.subject.id).toBe('ntc_1')
})

test('the period of a sum is no answer to when, a day or a rhythm is', () => {
  expect(ask('什么时候打高龄津贴')?.line.label).toBe('方式')
})
