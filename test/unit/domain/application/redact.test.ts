import { redact } from '../../../../server/domain/application'
import { numbers, below, pick } from '../../../support/application/eventLists'

const passage = (words: string, paragraph?: number) => ({
  words,
  paragraph,
  kind: 'refused-third-party' as const,
  reason: '第三方不同意公开，公开会损害其权益',
})
const codes = (done: ReturnType<typeof redact>) => (done.ok ? [] : done.faults.map(({ code }) => code))

test('the words go wherever they are and however they are spaced; bars are of one width', () => {
  const done = redact(
    ['补偿对象：张 三，账户 6222。', '张三已领取。', '公开的一段。'],
    [passage('张三'), passage('6222')],
  )
  expect(done).toMatchObject({
    ok: true,
    value: {
      paragraphs: ['补偿对象：■■■■（1），账户 ■■■■（2）。', '■■■■（1）已领取。', '公开的一段。'],
      passages: [{ place: '第 1、2 段，共 2 处' }, { place: '第 1 段，共 1 处' }],
    },
  })
})

test('unseen characters between the letters do not leave them readable, full-width ones are named', () => {
  const done = redact(['张\u200b三和张\u00ad\u0301三、张三'], [passage('张三')])
  expect(done.ok && done.value.paragraphs).toEqual(['■■■■（1）和■■■■（1）、■■■■（1）'])
  expect(codes(redact(['账户 6222，又写作６２２２'], [passage('6222')]))).toEqual(['passage-left'])
  expect(codes(redact(['6222', '6222 和 ６２２２'], [passage('6222', 2)]))).toEqual(['passage-left'])
})

test('one paragraph alone, and overlapping passages as one bar', () => {
  const done = redact(['甲乙丙丁', '甲乙丙丁'], [passage('乙丙', 2), passage('丙丁', 2)])
  expect(done.ok && done.value.paragraphs).toEqual(['甲乙丙丁', '甲■■■■（1）'])
})

test('what cannot be covered is said at once, by its number', () => {
  expect(codes(redact(['一段文字'], [passage('没有的'), passage('一段')]))).toEqual(['passage-unknown'])
  expect(codes(redact(['前面是王', '五的名字'], [passage('王五')]))).toEqual(['passage-left'])
  expect(
    codes(
      redact(
        ['一段文字'],
        [
          { ...passage('一段'), kind: 'given' },
          { ...passage(' '), reason: ' ' },
        ],
      ),
    ),
  ).toEqual(['passage-kind', 'passage-empty', 'passage-reason'])
})

test('no generated passage is readable afterwards, in no paragraph and over no end of one', () => {
  const random = numbers(31)
  const letters = [...'甲乙丙丁戊己庚辛 A1.*(']
  const text = (most: number) =>
    Array.from({ length: 1 + below(random, most) }, () => pick(random, letters)).join('')
  let covered = 0
  for (let n = 0; n < 2000; n++) {
    const paragraphs = Array.from({ length: 1 + below(random, 4) }, () => text(40))
    const from = pick(random, paragraphs)
    const start = below(random, from.length)
    const words = from.slice(start, start + 1 + below(random, 6))
    const done = redact(paragraphs, [passage(words)])
    if (!done.ok) continue
    covered++
    const plain = (one: string) => one.replace(/\s/g, '').toLowerCase()
    const left = plain(done.value.paragraphs.join('').replace(/■■■■（1）/g, '｜'))
    expect([words, left.includes(plain(words))]).toEqual([words, false])
  }
  expect(covered).toBeGreaterThan(1000)
})
