import fc from 'fast-check'
import { readBasis } from '../../../server/domain/catalogue/fields/basis'
import { NATIONAL_CHANNELS } from '../../../server/domain/catalogue/vocabulary/channels'
import type { CatalogueColumns, Level } from '@shared/contract/catalogues/catalogue'

/** Catalogues of any shape that a street may have in force, with the texts that a sheet could spoil. */

const AREAS = ['社会救助', '养老服务', '涉农补贴', '义务教育', '村务监督', '厂区安全'] as const

const NAMES = [
  '最低生活保障',
  '临时救助',
  '办事指南',
  '审批信息',
  '救助对象名单',
  '=监督检查',
  '+政策法规文件',
] as const

/** Labels of every kind: plain, with marks inside, and such as a spreadsheet would run. */
const LABELS = [
  '事项名称',
  '办理时间、地点',
  '申请材料(含复印件)',
  '救助标准（元/月）',
  '=1+1',
  '+救助人数',
  '-补贴金额',
  '@联系电话',
  '附件1.申请表',
  '2026年预算',
  '“三公”经费',
  '<b>政策</b>&依据',
] as const

const BASES = [
  '《社会救助暂行办法》（国务院令第649号）',
  '《中华人民共和国政府信息公开条例》',
  '国办发〔2016〕80号',
  '《关于改革完善社会救助制度的意见》（中办发〔2020〕18号）',
  '国办发〔201680号',
] as const

/** Not 同上: that is no time limit, the reader puts the one above in its place. */
const DEADLINES = [
  '信息形成之日起20个工作日内',
  '每季度首月20日',
  '长期公开，发生变更及时更新并公开',
] as const

const SUBJECTS = ['县级民政部门', '乡镇人民政府（街道办事处）', '村民委员会', '各镇人民政府'] as const
const CHANNELS = [...NATIONAL_CHANNELS, '“社区云”小程序', '其他：微信群'] as const
const GROUPS = ['村民', '申请人及其家庭', '集体经济组织成员(含外出)'] as const
const LEVELS: readonly Level[] = ['province', 'city', 'county', 'town', 'village']

const some = <T>(values: readonly T[], minLength = 0) =>
  fc.subarray([...values], { minLength, maxLength: Math.min(6, values.length) })

const path = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
  .map(names => names as string[])

const basis = some(BASES).map(texts => texts.flatMap(text => readBasis(text).value))

const audience: fc.Arbitrary<CatalogueColumns['audience']> = fc.oneof(
  fc.constantFrom<CatalogueColumns['audience']>({ scope: 'public' }, { scope: null }, { scope: 'specific' }),
  fc.tuple(fc.constantFrom('specific', 'both'), fc.constantFrom(...GROUPS)).map(([scope, detail]) => ({
    scope: scope as 'specific' | 'both',
    detail,
  })),
)

const channels = some(CHANNELS).chain(names =>
  fc.tuple(...names.map(name => fc.boolean().map(ticked => ({ name, ticked })))).map(all => [...all]),
)

/** Levels: a column of them, or none in the whole catalogue. */
const row = (withLevels: boolean): fc.Arbitrary<CatalogueColumns> =>
  fc.record({
    displayNo: fc.constantFrom(null, '1', '12', '1.2', '0505', '3.10'),
    path,
    elements: some(LABELS),
    basis,
    deadline: fc.constantFrom(null, ...DEADLINES),
    subjects: some(SUBJECTS, 1),
    channels,
    audience,
    mode: fc.constantFrom('active', 'on-request', 'both', null),
    levels: withLevels ? some(LEVELS) : fc.constant(null),
  })

/** A catalogue of one area, with a title that names the area or one that does not. */
export const anyCatalogue = fc
  .tuple(fc.constantFrom(...AREAS), fc.boolean(), fc.boolean())
  .chain(([area, told, withLevels]) =>
    fc.record({
      area: fc.constant(area),
      title: fc.constant(told ? `某县${area}领域基层政务公开标准目录` : '东街道政务公开事项标准目录'),
      rows: fc.array(row(withLevels), { minLength: 1, maxLength: 12 }),
    }),
  )
