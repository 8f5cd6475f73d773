/** Words of a share card 转发卡片 by topic: never a person's name, never an amount. */
export const CARD_TOPICS = {
  home: '公开栏',
  category: '公示',
  catalogue: '公开目录',
  item: '公开事项',
  column: '公开栏目',
  finance: '财务公开',
  payouts: '发放情况',
  powers: '小微权力清单',
  cases: '办件公开',
} as const
