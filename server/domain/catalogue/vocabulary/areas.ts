/**
 * The 26 pilot areas 试点领域 and the names under which counties publish them. Source: 国办发〔2019〕54号 and
 * published catalogues; checkedOn 2026-11
 */
interface KnownArea {
  name: string
  aliases: readonly string[]
}

const AREAS: readonly KnownArea[] = [
  { name: '国土空间规划', aliases: ['城乡规划', '自然资源规划'] },
  { name: '重大建设项目', aliases: ['重大项目', '重点建设项目'] },
  { name: '公共资源交易', aliases: ['公共资源配置'] },
  { name: '财政预决算', aliases: ['财政信息', '预决算'] },
  { name: '安全生产', aliases: ['应急管理'] },
  { name: '税收管理', aliases: ['税务管理'] },
  { name: '征地补偿', aliases: ['农村集体土地征收', '集体土地征收', '土地征收'] },
  { name: '国有土地上房屋征收与补偿', aliases: ['国有土地上房屋征收', '房屋征收', '拆迁安置'] },
  { name: '保障性住房', aliases: ['住房保障', '保障性安居工程'] },
  { name: '农村危房改造', aliases: ['危房改造'] },
  { name: '生态环境', aliases: ['环境保护'] },
  { name: '公共文化服务', aliases: ['公共文化体育', '公共文化', '文化服务'] },
  { name: '公共法律服务', aliases: ['法律服务'] },
  {
    name: '扶贫',
    aliases: ['脱贫攻坚', '乡村振兴', '涉贫涉乡村振兴', '巩固脱贫攻坚成果', '防止返贫', '扶贫开发'],
  },
  { name: '救灾', aliases: ['救灾生产', '灾害救助', '防灾减灾救灾'] },
  { name: '食品药品监管', aliases: ['食品药品', '市场监管'] },
  { name: '城市综合执法', aliases: ['综合行政执法', '城市管理', '城管执法'] },
  { name: '就业', aliases: ['就业创业', '就业服务', '公共就业服务'] },
  { name: '社会保险', aliases: ['社会保障', '社保'] },
  { name: '社会救助', aliases: ['社会救助及福利', '社会救助和福利', '社会福利'] },
  { name: '养老服务', aliases: ['养老'] },
  { name: '户籍管理', aliases: ['户籍'] },
  { name: '涉农补贴', aliases: ['涉农资金', '惠农补贴', '强农惠农补贴', '惠民惠农补贴'] },
  { name: '义务教育', aliases: ['教育'] },
  { name: '医疗卫生', aliases: ['卫生健康', '公共卫生'] },
  { name: '市政服务', aliases: ['市政公用', '市政管理'] },
  { name: '村务公开', aliases: ['居务公开', '村(居)务公开', '村级事务', '综合村务', '综合居务'] },
  { name: '村级财务', aliases: ['村级财务公开', '三资管理', '农村集体三资'] },
  { name: '残疾人服务', aliases: ['残疾人福利'] },
  { name: '退役军人服务', aliases: ['退役军人事务'] },
]

/** Every name and alias, the longest first, so that the most exact one matches. */
export const AREA_NAMES: readonly string[] = AREAS.flatMap(({ name, aliases }) => [name, ...aliases]).sort(
  (left, right) => right.length - left.length,
)
