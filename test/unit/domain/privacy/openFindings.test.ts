import { idCheckCharacter } from '../../../../server/domain/privacy/detectors/residentId'
import { openFindings, releaseIssues } from '../../../../server/domain/privacy'
import { maskPreview } from '../../../../server/disclosure/notices/maskPreview'
import type { PresentableItem } from '@shared/presentation/standard'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { Chance } from '../../../support/privacy/chance'
import { POSITIVES } from '../../../support/privacy/positives'

const TODAY = { today: '2026-11-24' }
const ID = `61011119800101123${idCheckCharacter('61011119800101123')}`
const ITEM: PresentableItem = {
  displayNo: null,
  path: ['社会救助'],
  elements: [],
  basis: [],
  deadline: null,
  subjects: [],
  channels: [],
  audience: { scope: null },
  mode: null,
  levels: null,
}

const contentOf = (...blocks: ContentBlock[]): NoticeContent => ({
  title: '大石头村2026年三季度救助公示',
  period: '2026Q3',
  blocks,
})
const text = (words: string): NoticeContent => contentOf({ type: 'text', label: '说明', text: words })
const recipients = (...rows: [name: string, scheme: string, persons?: number, group?: string][]) =>
  contentOf({
    type: 'recipients',
    label: '发放明细',
    rows: rows.map(([name, scheme, persons = 1, group]) => ({
      name,
      scheme,
      persons,
      amountFen: 50_000,
      ...(group !== undefined && { group }),
    })),
    totalPersons: rows.reduce((sum, [, , persons = 1]) => sum + persons, 0),
    totalFen: rows.length * 50_000,
  })
const released = (content: NoticeContent, reason: string) =>
  openFindings(content, [], TODAY).map(({ field, code }) => ({ field, code, reason }))
const told = (content: NoticeContent, reason?: string) =>
  openFindings(content, reason === undefined ? [] : released(content, reason), TODAY).map(
    ({ code, field, releasable }) => `${code} ${field}${releasable ? ' releasable' : ''}`,
  )

test('a finding says place, row and proposed mask in Chinese, never the open words', () => {
  const content = recipients(['张建国', '高龄补贴'], ['王*', '高龄补贴'])
  expect(openFindings(content, [], TODAY)).toEqual([
    {
      code: 'privacy-person-name',
      field: 'content.blocks.0.rows.0.name',
      row: 1,
      severity: 'review',
      place: '“发放明细”第 1 行“姓名或名称”',
      quote: '张**',
      proposed: '张*',
      releasable: false,
      message: '“发放明细”第 1 行“姓名或名称”：姓名只写姓，后面用 * 代替。',
    },
  ])
  const numbers = openFindings(text(`电话13812345678，身份证${ID}`), [], TODAY)
  expect(numbers.map(({ code, proposed }) => `${code} ${proposed}`)).toEqual([
    'privacy-mobile 138****5678',
    expect.stringMatching(/^privacy-resident-id 6101\*{10}/),
  ])
  expect(JSON.stringify(numbers)).not.toMatch(new RegExp(`13812345678|${ID}`))
})

test('a count of one or two people of a sensitive group tells who it is, others do not', () => {
  const facts = (...entries: [string, string][]) =>
    contentOf({
      type: 'facts',
      label: '公开内容',
      entries: entries.map(([label, value]) => ({ label, value })),
    })
  const found = facts(
    ['重度残疾人护理补贴人数', '2人'],
    ['孤儿人数', '一人'],
    ['低保户数', '0户'],
    ['特困人数', '3人'],
    ['农机购置补贴户数', '1户'],
    ['救助标准', '2'],
  )
  const findings = openFindings(found, [], TODAY)
  expect(findings.map(({ field, proposed }) => [field, proposed])).toEqual([
    ['content.blocks.0.entries.0.value', '<3'],
    ['content.blocks.0.entries.1.value', '<3'],
  ])
  const { masked } = maskPreview(found, { item: ITEM, ...TODAY })
  expect(openFindings(masked, [], TODAY)).toEqual([])
})

test('a reason lifts what only perhaps is personal', () => {
  const content = text('项目负责单位邮箱：dongsheng_cun@163.com')
  expect(told(content)).toEqual(['privacy-email content.blocks.0.text releasable'])
  expect(told(content, '村委会的公务邮箱')).toEqual([])
  expect(releaseIssues(content, released(content, '村委会的公务邮箱'), TODAY)).toEqual([])
})

test('a reason that says nothing, or says something personal, lifts nothing', () => {
  const content = text('项目负责单位邮箱：dongsheng_cun@163.com')
  for (const reason of ['公务', '是王会计的，电话13812345678']) {
    expect(told(content, reason)).toHaveLength(1)
  }
  const codes = (reason: string) =>
    releaseIssues(content, released(content, reason), TODAY).map(({ code }) => code)
  expect(codes('公务')).toEqual(['reason-too-short'])
  expect(codes('是王会计的，电话13812345678')).toEqual(['reason-personal'])
})

test.each([
  ['an ID number', text(`身份证${ID}`)],
  ['an ID number cut over cells', recipients(['王*', ID.slice(10), 1, ID.slice(0, 10)])],
  ['a bank card', text('卡号6217000012345678907')],
  ['a mobile', text('电话13812345678')],
  ['a landline', text('家庭电话 029-86541237')],
  ['a recipient’s full name', recipients(['张建国', '高龄补贴'])],
  ['a name among children in need', recipients(['王*', '困境儿童生活补贴'])],
])('no reason lifts %s', (_what, content) => {
  expect(told(content).length).toBeGreaterThan(0)
  const codes = releaseIssues(content, released(content, '确实可以公开的'), TODAY).map(({ code }) => code)
  expect(codes).toContain('release-refused')
  expect(told(content, '确实可以公开的').length).toBeGreaterThan(0)
})

test('a release for another field or rule lifts nothing and is told', () => {
  const content = text('邮箱：dongsheng_cun@163.com')
  const releases = [{ field: 'content.title', code: 'privacy-email', reason: '村委会的公务邮箱' }]
  expect(openFindings(content, releases, TODAY)).toHaveLength(1)
  expect(releaseIssues(content, releases, TODAY)).toMatchObject([
    { code: 'release-unknown', field: 'releases.0', row: 1 },
  ])
})

test('an office line under its label is no finding', () => {
  expect(told(text('监督电话：029-86541237'))).toEqual([])
})

test('both sides of the preview: as written, and as everybody would see it', () => {
  const content = contentOf(
    { type: 'text', label: '说明', text: `张建国身份证${ID}，患肺癌` },
    ...recipients(['张建国', '临时救助', 1, '三组12号'], ['李秀英', '困境儿童生活补贴', 2, '一组']).blocks,
  )
  const { before, after, masked, findings } = maskPreview(content, { item: ITEM, ...TODAY })
  expect(JSON.stringify(before)).toContain(ID)
  expect(JSON.stringify([after, masked, findings])).not.toMatch(new RegExp(`${ID}|建国|秀英|12号|肺癌`))
  expect(masked.blocks[1]).toMatchObject({
    rows: [
      { name: '张*', group: '三组', scheme: '临时救助' },
      { name: '（只公开人数）', scheme: '困境儿童生活补贴', persons: 2 },
    ],
    totalPersons: 3,
  })
  expect(content.blocks[1]).toMatchObject({ rows: [{ name: '张建国' }, { name: '李秀英' }] })
})

test('what was masked as proposed has nothing more that cannot be lifted', () => {
  const chance = new Chance(4)
  const left: string[] = []
  for (const [kind, makers] of Object.entries(POSITIVES)) {
    for (let round = 0; round < 60; round += 1) {
      const content = text(makers[round % makers.length]?.(chance, round) ?? '')
      const { masked } = maskPreview(content, { item: ITEM, ...TODAY })
      const open = openFindings(masked, [], TODAY)
      if (open.length > 0) {
        left.push(
          `${kind}: ${JSON.stringify(content.blocks)} → ${JSON.stringify(masked.blocks)} ${open.map(o => o.code).join()}`,
        )
      }
    }
  }
  expect(left).toEqual([])
})
