/**
 * Offices that were renamed or abolished, with the month the reform took effect. `pattern` is a regular expression
 * over folded text; `successor` is used in the warning, never in the data. Source: 深化党和国家机构改革方案 (2018),
 * 国税地税征管体制改革方案 (2018), 国家乡村振兴局挂牌 (2021-02), 党和国家机构改革方案 (2023); checkedOn 2026-11
 */
export interface FormerOffice {
  pattern: string
  name: string
  until: string
  successor: string
}

export const FORMER_OFFICES: readonly FormerOffice[] = [
  {
    pattern: '扶贫(开发)?(领导小组)?办(公室)?(?!理|法|事)|扶贫(开发)?(局|部门)',
    name: '扶贫办',
    until: '2021-02',
    successor: '乡村振兴部门，2023年起并入农业农村部门',
  },
  {
    pattern: '乡村振兴局',
    name: '乡村振兴局',
    until: '2023-03',
    successor: '农业农村部门（县一级改革完成时间各地不同）',
  },
  { pattern: '安全生产监督管理局|安监局', name: '安监局', until: '2018-03', successor: '应急管理部门' },
  {
    pattern: '国土资源(局|所|部门)|国土局|国土所',
    name: '国土资源局',
    until: '2018-03',
    successor: '自然资源部门',
  },
  { pattern: '环境保护局|环保局', name: '环保局', until: '2018-03', successor: '生态环境部门' },
  {
    pattern: '卫生和计划生育(局|委员会)|卫生计生(局|委|部门)|卫计(局|委)|计划?生育?局',
    name: '卫计局',
    until: '2018-03',
    successor: '卫生健康部门',
  },
  {
    pattern: '食品药品监督管理局|食药监局',
    name: '食药监局',
    until: '2018-03',
    successor: '市场监督管理部门',
  },
  { pattern: '工商行政管理局|工商局', name: '工商局', until: '2018-03', successor: '市场监督管理部门' },
  { pattern: '质量技术监督局|质监局', name: '质监局', until: '2018-03', successor: '市场监督管理部门' },
  {
    pattern: '国家税务局|国税局|地方税务局|地税局',
    name: '国税局、地税局',
    until: '2018-06',
    successor: '税务部门',
  },
  {
    pattern: '(?<!农村)农业局|农牧局|农业委员会',
    name: '农业局',
    until: '2018-03',
    successor: '农业农村部门',
  },
  {
    pattern: '文化广电新闻出版局|文广新局|旅游局',
    name: '文广新局、旅游局',
    until: '2018-03',
    successor: '文化和旅游部门',
  },
  {
    pattern: '劳动和社会保障局|劳动保障局',
    name: '劳动保障局',
    until: '2008-03',
    successor: '人力资源和社会保障部门',
  },
  { pattern: '法制办公室|法制办', name: '法制办', until: '2018-03', successor: '司法行政部门' },
  { pattern: '物价局', name: '物价局', until: '2018-03', successor: '发展改革部门' },
]
