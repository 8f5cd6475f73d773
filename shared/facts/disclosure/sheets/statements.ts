import type { SheetColumn, StatementForm, StatementLine } from './types'

const columns = (now: [string, string[]], before: [string, string[]]): SheetColumn[] => [
  { field: 'line', header: '项目', also: [], kind: 'line', required: true, example: '', width: 34, most: 60 },
  { field: 'nowFen', header: `${now[0]}（元）`, also: now[1], kind: 'yuan', required: true, example: '', width: 20, most: 40 }, // prettier-ignore
  { field: 'beforeFen', header: `${before[0]}（元）`, also: before[1], kind: 'yuan', required: true, example: '', width: 20, most: 40 }, // prettier-ignore
]

const line = (code: string, name: string, ...also: string[]): StatementLine => ({ code, name, level: 1, ...(also.length > 0 && { also }) }) // prettier-ignore
const part = (code: string, name: string, ...also: string[]): StatementLine => ({ ...line(code, name, ...also), level: 2 }) // prettier-ignore
const sum = (
  level: StatementLine['level'],
  code: string,
  name: string,
  plus: readonly string[],
  minus: readonly string[] = [],
  also: readonly string[] = [],
): StatementLine => ({ code, name, level, plus, ...(minus.length > 0 && { minus }), ...(also.length > 0 && { also }) }) // prettier-ignore

const CURRENT_ASSETS = ['cash', 'short-investment', 'receivable', 'stock', 'consumable-living']
const FIXED = ['fixed-net', 'construction', 'disposal']
const LASTING_ASSETS = ['long-investment', 'productive-net', 'fixed', 'intangible-net', 'public-living', 'deferred', 'pending'] // prettier-ignore
const CURRENT_DEBTS = ['short-loan', 'payable', 'wages', 'labour', 'tax']
const LASTING_DEBTS = ['long-loan', 'one-case', 'earmarked']
const EQUITY = ['capital', 'reserve', 'undistributed']

/** Balance sheet 资产负债表. */
const balanceSheet: StatementForm = {
  code: 'balance-sheet',
  kind: 'statement',
  name: '资产负债表',
  columns: columns(
    ['期末余额', ['期末余额', '期末数', '期末金额', '年末余额', '年末数', '本期期末余额']],
    ['年初余额', ['年初余额', '年初数', '年初金额', '期初余额', '期初数', '上年年末余额']],
  ),
  lines: [
    line('cash', '货币资金'),
    line('short-investment', '短期投资'),
    line('receivable', '应收款项', '应收款'),
    line('stock', '存货', '库存物资'),
    line('consumable-living', '消耗性生物资产'),
    sum(0, 'current-assets', '流动资产合计', CURRENT_ASSETS),
    line('long-investment', '长期投资'),
    part('productive-original', '生产性生物资产原值', '生产性生物资产原价'),
    part('productive-worn', '减：生产性生物资产累计折旧', '生产性生物资产累计折旧'),
    sum(1, 'productive-net', '生产性生物资产净值', ['productive-original'], ['productive-worn']),
    part('fixed-original', '固定资产原值', '固定资产原价'),
    part('fixed-worn', '减：累计折旧', '固定资产累计折旧', '累计折旧'),
    sum(2, 'fixed-net', '固定资产净值', ['fixed-original'], ['fixed-worn']),
    part('construction', '在建工程'),
    part('disposal', '固定资产清理'),
    sum(1, 'fixed', '固定资产小计', FIXED, [], ['固定资产合计']),
    part('intangible-original', '无形资产原值', '无形资产原价'),
    part('intangible-worn', '减：累计摊销', '累计摊销', '无形资产累计摊销'),
    sum(1, 'intangible-net', '无形资产净值', ['intangible-original'], ['intangible-worn'], ['无形资产']),
    line('public-living', '公益性生物资产'),
    line('deferred', '长期待摊费用'),
    line('pending', '待处理财产损溢'),
    sum(0, 'lasting-assets', '非流动资产合计', LASTING_ASSETS),
    sum(0, 'assets-total', '资产总计', ['current-assets', 'lasting-assets'], [], ['资产合计']),
    line('short-loan', '短期借款'),
    line('payable', '应付款项', '应付款'),
    line('wages', '应付工资'),
    line('labour', '应付劳务费'),
    line('tax', '应交税费'),
    sum(0, 'current-debts', '流动负债合计', CURRENT_DEBTS),
    line('long-loan', '长期借款及应付款'),
    line('one-case', '一事一议资金'),
    line('earmarked', '专项应付款'),
    sum(0, 'lasting-debts', '非流动负债合计', LASTING_DEBTS, [], ['长期负债合计']),
    sum(0, 'debts-total', '负债合计', ['current-debts', 'lasting-debts']),
    line('capital', '资本'),
    line('reserve', '公积公益金'),
    line('undistributed', '未分配收益'),
    sum(0, 'equity-total', '所有者权益合计', EQUITY),
    sum(0, 'both-total', '负债和所有者权益总计', ['debts-total', 'equity-total'], [], ['负债及所有者权益总计', '负债和所有者权益合计', '负债及所有者权益合计']), // prettier-ignore
  ],
  equal: [['assets-total', 'both-total']],
  told: ['assets-total', 'debts-total', 'equity-total'],
  before: 'balance',
}

/** Income and distribution statement 收益及收益分配表. */
const incomeDistribution: StatementForm = {
  code: 'income-distribution',
  kind: 'statement',
  name: '收益及收益分配表',
  columns: columns(
    ['本年金额', ['本年金额', '本年数', '本年累计', '本年累计数', '本期金额', '本年发生额']],
    ['上年金额', ['上年金额', '上年数', '上年同期', '上年同期数', '上期金额', '去年金额']],
  ),
  lines: [
    line('operating-income', '经营收入'),
    line('investment-gain', '加：投资收益', '投资收益'),
    line('grant-income', '补助收入'),
    line('other-income', '其他收入'),
    line('operating-cost', '减：经营支出', '经营支出'),
    line('levies', '税金及附加'),
    line('management', '管理费用'),
    line('public-cost', '公益支出'),
    line('other-cost', '其他支出'),
    sum(0, 'gain', '收益总额', ['operating-income', 'investment-gain', 'grant-income', 'other-income'], ['operating-cost', 'levies', 'management', 'public-cost', 'other-cost'], ['本年收益总额']), // prettier-ignore
    line('income-tax', '减：所得税费用', '所得税费用'),
    sum(0, 'net-gain', '净收益', ['gain'], ['income-tax'], ['本年收益', '本年净收益']),
    line('opening-undistributed', '加：年初未分配收益', '年初未分配收益'),
    line('transferred-in', '其他转入'),
    sum(0, 'distributable', '可分配收益', ['net-gain', 'opening-undistributed', 'transferred-in']),
    line('to-reserve', '减：提取公积公益金', '提取公积公益金'),
    line('to-members', '向成员分配', '成员分配', '农户分配', '分红'),
    line('to-others', '其他分配', '其他'),
    sum(0, 'closing-undistributed', '年末未分配收益', ['distributable'], ['to-reserve', 'to-members', 'to-others'], ['期末未分配收益']), // prettier-ignore
  ],
  equal: [],
  told: ['gain', 'to-members', 'closing-undistributed'],
  before: 'flow',
  carry: { closing: 'closing-undistributed', opening: 'opening-undistributed' },
}

/**
 * Statements 会计报表 of the accounting standard. The names of the two statements and of the 42 accounts were
 * compared with published lists; the printed forms with their line numbers and sub-totals could not be
 * obtained.
 */
export const STATEMENTS = {
  source: '财会〔2023〕14号《农村集体经济组织会计制度》（2024年1月1日起施行）',
  checkedOn: '2026-11-29',
  unverified: '会计科目名称已和公开的科目表核对；报表原样张没有找到，行的次序、“其中”项和小计按科目推出，还没有和原文逐行核对。', // prettier-ignore
  forms: [balanceSheet, incomeDistribution],
} as const
