import type { RegisterForm, SheetColumn } from './types'

type Kind = Exclude<SheetColumn['kind'], 'line'>

const column = (
  field: string,
  header: string,
  kind: Kind,
  [example, width]: [string, number],
  also: readonly string[] = [],
  how: 'must' | 'may' = 'may',
): SheetColumn => ({
  field,
  header,
  also,
  kind,
  required: how === 'must',
  example,
  width,
  most: kind === 'yuan' || kind === 'area' ? 40 : 200,
})

/** Defines a column of amounts or areas whose total is shown below the table. */
const summed = (...given: Parameters<typeof column>): SheetColumn => ({ ...column(...given), summed: true })

const BASIS = '农经发〔2011〕13号《农村集体经济组织财务公开规定》八类内容；列名为本系统设定，取自各地三资台账的常用写法' // prettier-ignore

const assets: RegisterForm = {
  code: 'assets',
  kind: 'register',
  name: '资产台账',
  row: '项',
  columns: [
    column('thing', '资产名称', 'text', ['村委会办公楼', 24], ['资产', '固定资产名称', '名称', '物品名称', '设备名称'], 'must'), // prettier-ignore
    column('sort', '资产类别', 'text', ['房屋', 14], ['类别', '资产种类', '类型', '分类']),
    column('quantity', '数量', 'text', ['1 栋', 12], ['数量及单位', '规格数量', '数量单位']),
    column('since', '取得日期', 'date', ['2018-06-30', 14], ['购置日期', '购建时间', '取得时间', '建成时间', '入账日期', '购置时间']), // prettier-ignore
    summed('originalFen', '原值（元）', 'yuan', ['680,000.00', 16], ['原值', '账面原值', '资产原值', '原价', '购置金额', '金额'], 'must'), // prettier-ignore
    summed('depreciationFen', '累计折旧（元）', 'yuan', ['136,000.00', 16], ['累计折旧', '折旧', '已提折旧', '累计折旧额']), // prettier-ignore
    summed('netFen', '净值（元）', 'yuan', ['544,000.00', 16], ['净值', '账面净值', '资产净值', '现值'], 'must'), // prettier-ignore
    column('use', '使用情况', 'text', ['自用', 16], ['用途', '使用状况', '现状', '使用状态', '管理方式']),
  ],
  key: ['thing'],
  rule: { total: 'netFen', plus: ['originalFen'], minus: ['depreciationFen'] },
  saying: {
    what: '集体资产',
    count: '项',
    figures: [
      { field: 'netFen', label: '净值' },
      { field: 'originalFen', label: '原值' },
    ],
  },
}

const resources: RegisterForm = {
  code: 'resources',
  kind: 'register',
  name: '资源台账',
  row: '项',
  columns: [
    column('thing', '资源名称', 'text', ['北坡机动地', 24], ['资源', '名称', '地块名称', '四至名称'], 'must'), // prettier-ignore
    column('sort', '资源种类', 'text', ['耕地', 14], ['种类', '类别', '资源类别', '资源类型', '地类', '类型']), // prettier-ignore
    column('place', '坐落', 'text', ['村北二级渠以东', 22], ['坐落位置', '位置', '四至', '坐落四至']),
    summed('areaCenti', '面积（亩）', 'area', ['36.50', 12], ['面积', '亩数', '数量亩', '面积亩数'], 'must'), // prettier-ignore
    column('use', '利用情况', 'text', ['发包', 14], ['利用方式', '经营方式', '使用情况', '现状', '用途']),
    column('party', '经营方', 'party', ['某某农业合作社', 20], ['经营者', '承包方', '承租方', '使用方', '经营单位']), // prettier-ignore
    summed('yearFen', '年收益（元）', 'yuan', ['14,600.00', 16], ['年收益', '年收入', '年承包费', '年租金', '收益']), // prettier-ignore
  ],
  key: ['thing'],
  saying: {
    what: '集体资源',
    count: '项',
    figures: [
      { field: 'areaCenti', label: '面积' },
      { field: 'yearFen', label: '一年收益' },
    ],
  },
}

const claims: RegisterForm = {
  code: 'claims',
  kind: 'register',
  name: '债权台账',
  row: '笔',
  columns: [
    column('party', '欠款方', 'party', ['某某建材厂', 22], ['欠款单位或个人', '债务人', '单位或个人', '往来单位', '对方名称', '对方单位', '欠款单位', '应收单位'], 'must'), // prettier-ignore
    column('about', '款项内容', 'text', ['厂房租金', 22], ['款项', '事项', '内容', '摘要', '款项性质', '应收项目']), // prettier-ignore
    column('since', '形成日期', 'date', ['2025-12-31', 14], ['形成时间', '发生日期', '发生时间', '日期']),
    summed('openingFen', '期初欠款（元）', 'yuan', ['8,000.00', 16], ['期初余额', '期初欠款', '上期余额', '年初余额', '期初数'], 'must'), // prettier-ignore
    summed('increaseFen', '本期增加（元）', 'yuan', ['0.00', 14], ['本期增加', '增加', '本期发生', '新增']),
    summed('decreaseFen', '本期收回（元）', 'yuan', ['3,000.00', 14], ['本期收回', '收回', '本期减少', '减少']), // prettier-ignore
    summed('closingFen', '期末欠款（元）', 'yuan', ['5,000.00', 16], ['期末余额', '期末欠款', '余额', '应收金额', '欠款金额', '期末数'], 'must'), // prettier-ignore
  ],
  key: ['party', 'about'],
  rule: { total: 'closingFen', plus: ['openingFen', 'increaseFen'], minus: ['decreaseFen'] },
  carry: {
    closing: 'closingFen',
    opening: 'openingFen',
    cleared: ['increaseFen', 'decreaseFen'],
    dropsSettled: true,
  },
  saying: { what: '别人欠集体的', count: '笔', figures: [{ field: 'closingFen', label: '一共' }] },
}

const debts: RegisterForm = {
  code: 'debts',
  kind: 'register',
  name: '债务台账',
  row: '笔',
  columns: [
    column('party', '欠谁的', 'party', ['某某信用社', 22], ['债权人', '债权单位', '单位或个人', '往来单位', '对方名称', '对方单位', '贷款单位', '应付单位', '出借方'], 'must'), // prettier-ignore
    column('about', '款项内容', 'text', ['修路工程款', 22], ['款项', '事项', '内容', '摘要', '款项性质', '借款用途', '应付项目']), // prettier-ignore
    column('since', '形成日期', 'date', ['2024-09-20', 14], ['形成时间', '发生日期', '发生时间', '借款日期', '日期']), // prettier-ignore
    column('dueOn', '应还日期', 'date', ['2026-12-31', 14], ['到期日', '到期日期', '还款日期', '应还时间']),
    summed('openingFen', '期初欠款（元）', 'yuan', ['60,000.00', 16], ['期初余额', '期初欠款', '上期余额', '年初余额', '期初数'], 'must'), // prettier-ignore
    summed('increaseFen', '本期增加（元）', 'yuan', ['0.00', 14], ['本期增加', '增加', '本期借入', '新增']),
    summed('decreaseFen', '本期偿还（元）', 'yuan', ['20,000.00', 14], ['本期偿还', '偿还', '本期减少', '归还', '减少']), // prettier-ignore
    summed('closingFen', '期末欠款（元）', 'yuan', ['40,000.00', 16], ['期末余额', '期末欠款', '余额', '应付金额', '欠款金额', '期末数'], 'must'), // prettier-ignore
  ],
  key: ['party', 'about'],
  rule: { total: 'closingFen', plus: ['openingFen', 'increaseFen'], minus: ['decreaseFen'] },
  carry: {
    closing: 'closingFen',
    opening: 'openingFen',
    cleared: ['increaseFen', 'decreaseFen'],
    dropsSettled: true,
  },
  saying: { what: '集体欠别人的', count: '笔', figures: [{ field: 'closingFen', label: '一共' }] },
}

const leases: RegisterForm = {
  code: 'leases',
  kind: 'register',
  name: '发包租赁台账',
  row: '份',
  columns: [
    column('thing', '发包出租物', 'text', ['村东鱼塘', 24], ['标的', '合同名称', '发包项目', '出租项目', '资产资源名称', '名称', '合同标的', '项目名称', '发包出租内容'], 'must'), // prettier-ignore
    column('party', '承包（承租）方', 'party', ['张*', 18], ['承包方', '承租方', '承包人', '承租人', '承租单位', '租户', '乙方'], 'must'), // prettier-ignore
    column('quantity', '面积或数量', 'text', ['12.6 亩', 14], ['面积', '数量', '面积数量']),
    column('startOn', '合同开始', 'date', ['2024-01-01', 14], ['起始日期', '开始日期', '合同起', '租期起', '签订日期']), // prettier-ignore
    column('endOn', '合同到期', 'date', ['2028-12-31', 14], ['终止日期', '结束日期', '到期日期', '合同止', '租期止']), // prettier-ignore
    column('yearFen', '年租金（元）', 'yuan', ['9,000.00', 14], ['年租金', '租金', '年承包费', '合同金额']),
    column('dueOn', '应收日期', 'date', ['2026-09-30', 14], ['交租日期', '应交日期', '收租日期', '付款日期']), // prettier-ignore
    summed('arrearsFen', '以前欠租（元）', 'yuan', ['0.00', 14], ['以前欠租', '上期欠租', '期初欠租', '以前年度欠租'], 'must'), // prettier-ignore
    summed('dueFen', '本期应收（元）', 'yuan', ['9,000.00', 14], ['本期应收', '应收租金', '应收', '应收金额'], 'must'), // prettier-ignore
    summed('paidFen', '本期已收（元）', 'yuan', ['4,000.00', 14], ['本期已收', '实收', '已收', '实收租金', '已收金额']), // prettier-ignore
    summed('owedFen', '期末欠租（元）', 'yuan', ['5,000.00', 14], ['期末欠租', '欠收', '未收', '欠租', '未收租金', '欠缴'], 'must'), // prettier-ignore
  ],
  key: ['thing', 'party'],
  rule: { total: 'owedFen', plus: ['arrearsFen', 'dueFen'], minus: ['paidFen'] },
  carry: { closing: 'owedFen', opening: 'arrearsFen', cleared: ['dueFen', 'paidFen'] },
  saying: {
    what: '发包、出租合同',
    count: '份',
    figures: [
      { field: 'owedFen', label: '期末还欠' },
      { field: 'dueFen', label: '本期应收' },
      { field: 'paidFen', label: '本期已收' },
    ],
  },
}

/**
 * Registers 台账: columns seen on village boards and in village books; no rule sets them, the eight classes of
 * finance disclosure set their subjects.
 */
export const REGISTERS = {
  source: BASIS,
  checkedOn: '2026-11-29',
  forms: [assets, resources, claims, debts, leases],
} as const
