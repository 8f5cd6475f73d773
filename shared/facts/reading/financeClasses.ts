import type { SheetCode } from '../disclosure/sheets'

/**
 * The eight classes of finance disclosure of a collective 财务公开八类内容. `words`: words in an item's name, a title
 * or a block that indicate the class; `side`: account lines of this class; `sheets`: its registers and
 * statements.
 */
export interface FinanceClass {
  code: FinanceClassCode
  name: string
  /** Meaning in a plain sentence. */
  meaning: string
  words: readonly string[]
  side?: 'income' | 'expense'
  sheets: readonly SheetCode[]
}

export const FINANCE_CLASS_CODES = ['plan', 'income', 'expense', 'assets', 'resources', 'claims', 'distribution', 'other'] as const // prettier-ignore

export const FINANCE_CLASSES = {
  source: '农经发〔2011〕13号《农村集体经济组织财务公开规定》：八类（八类的名称和资源的举例已和农业部、监察部的通报核对，44 小项的名称没有找到原文）', // prettier-ignore
  checkedOn: '2026-11-29',
  classes: [
    {
      code: 'plan',
      name: '财务计划',
      meaning: '这一年打算收多少、花多少，投资什么。',
      words: ['财务计划', '收支计划', '预算', '年度计划', '投资计划'],
      sheets: [],
    },
    {
      code: 'income',
      name: '各项收入',
      meaning: '集体收进来的每一笔钱。',
      words: [],
      side: 'income',
      sheets: [],
    },
    { code: 'expense', name: '各项支出', meaning: '集体花出去的每一笔钱。', words: [], side: 'expense', sheets: [] }, // prettier-ignore
    {
      code: 'assets',
      name: '各项资产',
      meaning: '集体的房屋、机器、存款等家当，值多少钱。',
      words: ['资产', '现金及银行存款', '固定资产', '产业物资', '清产核资'],
      sheets: ['assets', 'balance-sheet'],
    },
    {
      code: 'resources',
      name: '各类资源',
      meaning: '集体的耕地、林地、水面等，谁在用，租金收了没有。',
      words: ['资源', '耕地', '林地', '草地', '园地', '滩涂', '四荒', '水面', '集体建设用地', '发包', '承包', '租赁', '宅基地'], // prettier-ignore
      sheets: ['resources', 'leases'],
    },
    {
      code: 'claims',
      name: '债权债务',
      meaning: '别人欠集体的，和集体欠别人的。',
      words: ['债权', '债务', '应收', '应付', '欠款', '借款', '贷款'],
      sheets: ['claims', 'debts'],
    },
    {
      code: 'distribution',
      name: '收益分配',
      meaning: '赚的钱留多少、分多少，怎么分。',
      words: ['收益分配', '分红', '收益总额', '公积公益金'],
      sheets: ['income-distribution'],
    },
    {
      code: 'other',
      name: '其他需要公开的事项',
      meaning: '征地补偿、工程招投标、一事一议等。',
      words: ['一事一议', '征地补偿', '土地补偿', '招投标', '工程项目', '民主理财', '专项资金'],
      sheets: [],
    },
  ] satisfies FinanceClass[] as readonly FinanceClass[],
} as const

export type FinanceClassCode = (typeof FINANCE_CLASS_CODES)[number]
