import { serviceOf } from '@server/domain/power/service'
import { CORE_POWERS } from '@server/power/lists/queries/powerLists'
import { type GuideSource, guideOf, isGuideTo, officePhones } from '@shared/presentation/serviceGuide'

const source = (noticeId: string, entries: Record<string, string>): GuideSource => ({
  noticeId,
  title: `公示 ${noticeId}`,
  blocks: [{ type: 'facts', label: '公开内容', entries: Object.entries(entries).map(([label, value]) => ({ label, value })) }], // prettier-ignore
})
const ITEM = { basis: [{ text: '《社会救助暂行办法》' }, { text: '国发〔2012〕45号' }] }
const OFFICE = [{ name: '柳溪街道', phone: '029-0000 1000' }]

test('each question is answered by the first disclosure that says so, with where it stands', () => {
  const { rows, ask } = guideOf(
    ITEM,
    [
      source('ntc_aaaaaa', { 办理条件: '家庭人均收入低于低保标准', 申请材料: '身份证、户口簿', 监督电话: '029-0000 9999', 联系方式: '李某 13800000000；029-0000 1000' }), // prettier-ignore
      source('ntc_bbbbbb', {
        救助标准: '每人每月620元',
        申请办法: '向街道提出',
        申请材料: '另一份',
        '识别标准(国定)': '监测线',
      }),
    ],
    OFFICE,
  )
  expect(rows.map(({ id, value, from }) => [id, value, from?.noticeId ?? null])).toEqual([
    ['who', '家庭人均收入低于低保标准', 'ntc_aaaaaa'],
    ['standard', '每人每月620元', 'ntc_bbbbbb'],
    ['bring', '身份证、户口簿', 'ntc_aaaaaa'],
    ['how', '向街道提出', 'ntc_bbbbbb'],
    ['where', '目录没有写明', null],
    ['time', '目录没有写明', null],
    ['call', '029-0000 1000', 'ntc_aaaaaa'],
    ['basis', '《社会救助暂行办法》；国发〔2012〕45号', null],
  ])
  expect(rows.filter(({ unsaid }) => unsaid).map(({ id }) => id)).toEqual(['where', 'time'])
  expect(ask).toEqual(OFFICE)
})

test('office numbers alone: a mobile number is a person’s', () => {
  expect(officePhones('029-0000 1000；12345、400-810-1234，13912345678，(0915)3211234 费用 1200 元')).toEqual(
    ['029-0000 1000', '12345', '400-810-1234'],
  )
})

test('a sister item is a guide to the matters of its own first level', () => {
  const item = { path: ['最低生活保障', '审批信息'] }
  expect(isGuideTo({ path: ['最低生活保障', '办事指南'] }, item)).toBe(true)
  expect(isGuideTo({ path: ['特困人员救助供养', '办事指南'] }, item)).toBe(false)
  expect(isGuideTo({ path: ['最低生活保障', '审核信息'] }, item)).toBe(false)
})

describe('the service that a catalogue item is about', () => {
  const services = CORE_POWERS
  const codeFor = (...path: string[]) => serviceOf(services, { path })?.code ?? null

  test('is the one that its path names, whichever of its items a reader opens', () => {
    expect(codeFor('最低生活保障', '审批信息')).toBe('BM-01')
    expect(codeFor('最低生活保障', '办事指南')).toBe('BM-01')
    expect(codeFor('城乡居民最低生活保障对象名单')).toBe('BM-01')
  })

  test('is the only one disclosed under it, and none where several are or none is', () => {
    expect(codeFor('困难残疾人生活补贴和重度残疾人护理补贴对象名单')).not.toBeNull()
    expect(
      codeFor('救助、慰问等情况(慰问金、临时救助、医疗救助、自然灾害救助、慈善救助、教育奖励补助等)'),
    ).toBe('BM-03')
    expect(codeFor('财务收支')).toBeNull()
  })

  test('answers before any disclosure does', () => {
    const service = services.find(({ code }) => code === 'BM-01')!
    const notice = source('ntc_aaaaaa', { 申请材料: '另一份', 救助标准: '每人每月620元' })
    const guide = guideOf({ basis: service.basis, service, orgCode: 'V1' }, [notice], OFFICE)
    const of = (id: string) => guide.rows.find(row => row.id === id)!
    expect(of('bring')).toMatchObject({ value: service.materials.join('、'), from: null })
    expect(of('standard').from?.noticeId).toBe('ntc_aaaaaa')
    expect(guide.service).toEqual({ orgCode: 'V1', code: 'BM-01', name: '最低生活保障申请' })
  })
})
