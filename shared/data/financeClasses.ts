/**
 * The eight classes of what a collective has to disclose of its finances 财务公开八类内容. `words`: what in the name of an item, a
 * title or a block says that the class is meant; `side`: the lines of a money statement that are this class.
 */
export interface FinanceClass {
  code: string
  name: string
  words: readonly string[]
  side?: 'income' | 'expense'
}

const of = (code: string, name: string, words: readonly string[], side?: FinanceClass['side']): FinanceClass => ({ code, name, words, ...(side && { side }) }) // prettier-ignore

export const FINANCE_CLASSES = {
  source: '农经发〔2011〕13号《农村集体经济组织财务公开规定》：八类',
  checkedOn: '2026-11-26',
  classes: [
    of('plan', '财务计划', ['财务计划', '收支计划', '预算', '年度计划', '投资计划']),
    of('income', '各项收入', [], 'income'),
    of('expense', '各项支出', [], 'expense'),
    of('assets', '各项资产', ['资产', '现金及银行存款', '固定资产', '产业物资', '清产核资']),
    of('resources', '各类资源', [
      '资源',
      '耕地',
      '林地',
      '草地',
      '四荒',
      '水面',
      '发包',
      '承包',
      '租赁',
      '宅基地',
    ]),
    of('claims', '债权债务', ['债权', '债务', '应收', '应付', '欠款', '借款', '贷款']),
    of('distribution', '收益分配', ['收益分配', '分红', '收益总额', '公积公益金']),
    of('other', '其他需要公开的事项', ['一事一议', '征地补偿', '土地补偿', '招投标', '工程项目', '民主理财', '专项资金']), // prettier-ignore
  ],
} as const
