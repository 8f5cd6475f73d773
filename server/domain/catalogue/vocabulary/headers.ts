import type { RoleKind } from '../header/roles'

/** A header rule: a regular expression over the folded words without brackets. */
export interface HeaderRule {
  kind: RoleKind
  pattern: RegExp
}

/**
 * Header words; the first matching rule wins. Source: 国办发〔2019〕54号, ministries' templates of 2019, published
 * catalogues; checkedOn 2026-11
 */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    kind: 'extra',
    pattern:
      /电话|监督人|审核人|经办人|填报人|备注|联系|网址|链接|页码|页数|原因|理由|投诉|举报|公开栏目|所属栏目|附件|审核|岗位|数量|个数|条数|项数|事项数|小计|合计/,
  },
  {
    kind: 'no',
    pattern:
      /^(?:序号?|编号|编码|号|no\.?|(?:公开)?(?:事项|目录|项目)(?:序号|编号|编码|代码)|代码|索引号?|序列号?)$/,
  },
  { kind: 'area', pattern: /领域/ },
  {
    kind: 'class',
    pattern:
      /^(?:公开)?(?:事项|项目|目录|内容)?(?:所属)?(?:类别|类型|分类|种类|大类|小类|类)(?:名称)?$|^(?!公开).{2,4}(?:类别|类型|分类)$|^板块$/,
  },
  {
    kind: 'deadline',
    pattern:
      /时限|期限|公开时间|公示时间|公布时间|更新周期|更新频[率次]|公开频[率次]|公开周期|时间要求|^时间$|^频[率次]$/,
  },
  {
    kind: 'elements',
    pattern: /公开内容|内容(?:和|及|与|、)?\(?要素|公开要素|^内容|^要素$|主要内容|具体内容|信息内容|公示内容/,
  },
  { kind: 'basis', pattern: /依据/ },
  {
    kind: 'subjects',
    pattern: /主体|(?:公开|发布|公示|责任|实施|牵头|公布)(?:责任)?(?:单位|部门|机构|科室)/,
  },
  { kind: 'channels', pattern: /渠道|载体|途径|(?:公开|发布|公示)(?:平台|场所|地点|位置|形式)/ },
  { kind: 'audience', pattern: /对象|公开范围|公示范围|受众/ },
  { kind: 'mode', pattern: /公开方式|公开属性|公示方式|^方式$|^属性$/ },
  { kind: 'levels', pattern: /层级|层次|级别/ },
  { kind: 'extra', pattern: /说明|责任|要求|过程|环节|程序|经办|流程|状态|日期/ },
  { kind: 'path', pattern: /事项|项目|目录|名称|^指标$|^栏目$|[一二三四]级/ },
]

/** Full header words, to recognise damaged ones (one character wrong or lost). */
export const HEADER_WORDS: readonly (readonly [string, RoleKind])[] = [
  ['序号', 'no'],
  ['公开事项', 'path'],
  ['一级事项', 'path'],
  ['二级事项', 'path'],
  ['三级事项', 'path'],
  ['公开内容', 'elements'],
  ['公开依据', 'basis'],
  ['公开时限', 'deadline'],
  ['公开主体', 'subjects'],
  ['公开渠道和载体', 'channels'],
  ['公开渠道', 'channels'],
  ['公开对象', 'audience'],
  ['公开方式', 'mode'],
  ['公开层级', 'levels'],
]
