import { type WordList, T } from './tokens'
import { COMPOUNDS } from './vocabularyCompounds'
import { EVENT_WORDS } from './vocabularyEvents'

/**
 * Vocabulary of the column 公开时限. Source: deadline phrases of published catalogues (see
 * test/unit/deadline/phrases), 政府信息公开条例 §26, 村民委员会组织法 §30, 农村集体经济组织法 §27; checkedOn
 * 2026-11-23
 */
const TIME_WORDS: readonly WordList[] = [
  { type: T.from, words: '自 从 自从' },
  { type: T.preposition, words: '在 于 通过 向 经 经由 经过 利用 借助 面向 以' },
  {
    type: T.start,
    words:
      '之日起 之日 日起 起 当日起 之时起 时起 当天起 之次日起 次日起 之日后 之日以后 之日起算 之日起计算 之日开始 日开始 之目起 起算 即日起',
  },
  { type: T.after, words: '后 之后 以后' },
  { type: T.before, words: '前 之前 以前' },
  { type: T.ahead, words: '提前 提早' },
  {
    type: T.every,
    sense: { frequency: 'monthly' },
    words: '每月 每个月 每一个月 各月 按月 按月份 逐月 月月',
  },
  {
    type: T.every,
    sense: { frequency: 'quarterly' },
    words: '每季度 每季 每个季度 每一季度 每一个季度 各季度 按季度 按季 逐季 逐季度',
  },
  { type: T.every, sense: { frequency: 'half-yearly' }, words: '每半年 每半年度 每个半年 按半年' },
  {
    type: T.every,
    sense: { frequency: 'yearly' },
    words: '每年 每年度 每一年 每一年度 各年度 按年 按年度 逐年',
  },
  { type: T.every, sense: { frequency: 'monthly', next: true }, words: '次月 下月 下个月 翌月' },
  {
    type: T.every,
    sense: { frequency: 'quarterly', next: true },
    words: '下季度 次季度 次季 下一季度 下个季度',
  },
  {
    type: T.every,
    sense: { frequency: 'yearly', next: true },
    words: '次年 翌年 下年 次年度 下年度 下一年 下一年度 第二年',
  },
  { type: T.period, sense: { frequency: 'monthly' }, words: '月度' },
  { type: T.period, sense: { frequency: 'quarterly' }, words: '季度' },
  { type: T.period, sense: { frequency: 'quarterly', end: true }, words: '季末 季度末' },
  { type: T.period, sense: { frequency: 'half-yearly' }, words: '半年 半年度' },
  { type: T.period, sense: { frequency: 'yearly' }, words: '年度 会计年度 财政年度 财务年度' },
  { type: T.nthMonth, sense: { n: 1 }, words: '首月 首个月 首个月份 头个月 头一个月 头月' },
  { type: T.nthMonth, sense: { n: -1 }, words: '末月 最后一个月 最后1个月 最末月' },
  { type: T.dayNumber, sense: { day: 31 }, words: '月底 月末 最后一天 最后一日' },
  { type: T.date, sense: { month: 12, day: 31 }, words: '年底 年末 年终' },
  {
    type: T.atMost,
    words:
      '不超过 不得超过 最迟 至迟 最长 最多 至多 最晚 不迟于 不得迟于 不晚于 不得晚于 最长不超过 最迟不超过 最迟不得超过 最多不超过 最长不得超过',
  },
  { type: T.atLeast, words: '不少于 不得少于 不低于 不得低于 不短于 不得短于 至少 最少 应不少于' },
  { type: T.orMore, words: '以上 及以上' },
  { type: T.is, words: '为 是 : 即' },
  { type: T.or, words: '或 或者 或是 、 / 及 以及 和 与 并 并且 且 同时 含 包括' },
  { type: T.of, words: '的' },
  { type: T.when, words: '时 的时候 之时 时候' },
  {
    type: T.condition,
    words: '其中 对于 对 凡 凡是 如 如果 如有 若 若有 倘若 遇 遇到 遇有 一旦 属于 属 涉及 涉及到 针对 除 当',
  },
  {
    type: T.atOnce,
    words: '及时 实时 随时 立即 立刻 即时 第一时间 马上 尽快 迅速 动态 即刻 随时随地',
  },
  { type: T.standing, words: '长期 常年 长年 固定 永久 持续 始终 常态化 一直 长期有效 长期性' },
  {
    type: T.staged,
    words: '进展情况 进展 进度 进度情况 进程 阶段 节点 时间节点 推进情况 进展程度 进展状况',
  },
  {
    type: T.staged,
    sense: { full: true },
    words: '分阶段 分阶段性 分期 分步 分步骤 阶段性 按阶段 分环节 分段 分期分批 逐段 逐阶段',
  },
  { type: T.stage, words: '事前 事中 事后' },
  {
    type: T.unsayable,
    words:
      '约 大约 大概 左右 前后 上下 每周 每星期 每旬 每日 每天 每个工作日 每双月 每单月 双月 单月 隔月 隔季 隔年 每隔 每逢 逐日 逐周 每学期 每学年 每期 每届 半月 半个月 适时 不定期 一次性 当日 当天 同步 次日 即日 当周 次周',
  },
]

const PLACE_WORDS: readonly WordList[] = [
  {
    type: T.organisation,
    words:
      '村委会 村民委员会 居委会 居民委员会 村两委 村支部 党支部 镇政府 乡政府 乡镇政府 镇人民政府 乡人民政府 乡镇人民政府 街道办事处 街道办 街道 人民政府 县政府 区政府 市政府 政府 政府部门 民政局 民政部门 部门 各部门 有关部门 相关部门 单位 各单位 各村 各镇 各街道 行政机关 机关 行政村 集体经济组织 农村集体经济组织 村集体经济组织 村务监督委员会 村民监督委员会 责任单位 责任部门 主管部门 公开主体 由',
  },
  {
    type: T.channel,
    words:
      '政府网站 门户网站 政府门户网站 网站 官网 官方网站 网上 公示栏 公开栏 村务公开栏 政务公开栏 财务公开栏 居务公开栏 党务公开栏 公告栏 宣传栏 村公示栏 微信群 微信公众号 公众号 微博 政务新媒体 新媒体 两微一端 电子屏 电子显示屏 公开查阅点 便民服务站 政务服务中心 便民服务中心 公开平台 平台 广播 明白纸 社会 公众 群众 村民 全体村民 居民 社员 成员 全体成员 全社会 社会公众 党员 政府公报 公报 媒体 报纸 电视 村内 组内 显著位置 醒目位置 服务大厅 大厅 小程序 村民小组 村小组',
  },
  {
    type: T.publish,
    words:
      '上网 挂网 上墙 通报 反馈 告知 通知 发通知 发出通知 发布通知 邀请 发通知邀请 发出邀请 通知邀请 上传 录入 答复 回复 公开发布 披露 推送 网上公开 更新公开 对外公开 对外公布 主动公开 完成公开 完成公示 完成公布 完成更新 予以公布 公布公开',
    sense: { verb: 'other' },
  },
  { type: T.publish, sense: { verb: 'issued' }, words: '公开 公布 发布 印发 下发 出台 颁布 下达' },
  {
    type: T.publish,
    sense: { verb: 'issued', posts: true },
    words: '公示 公告 张贴 张榜 张榜公示 张榜公布 公示公告 上墙公示 张贴公示 公开公示 公示公开',
  },
  { type: T.publish, sense: { verb: 'changed' }, words: '更新 更新发布 更新公布' },
  {
    type: T.posting,
    sense: { full: true },
    words:
      '公示期 公示期限 公示时间 公示时限 公示期间 公示天数 公示周期 公告期 公告期限 公告时间 张贴时间 张贴期限 张贴期 保留时间 保留期限 保留 公示时长',
  },
  { type: T.posting, words: '公布时间 公开时间 展示时间 展示期 保存时间 公开期限 公布期限' },
]

const LAW_WORDS: readonly WordList[] = [
  { type: T.by, words: '按 按照 根据 依据 依照 依 遵照 随 随着 视 结合' },
  {
    type: T.law,
    words:
      '法律 法规 行政法规 法律法规 规章 规章制度 国家 地方性法规 国家法律 国家法律法规 司法解释 政策法规',
  },
  {
    type: T.lawReference,
    words: '政府信息公开条例 中华人民共和国政府信息公开条例 信息公开条例 村民委员会组织法',
  },
  {
    type: T.ruled,
    words:
      '规定 有关规定 相关规定 要求 有关要求 相关要求 规定要求 期限 时限 规定期限 规定时限 规定时间 规定的期限 规定的时限 时间要求',
  },
  {
    type: T.otherwise,
    words:
      '另有规定 另有要求 另行规定 有特别规定 有特殊规定 有其他规定 有其它规定 有不同规定 另有明确规定 有明确规定 有专门规定',
  },
  {
    type: T.follow,
    words:
      '从其规定 从其规定执行 按其规定 按其规定执行 按照其规定 按照其规定执行 依照其规定 依照其规定执行 适用其规定 遵照其规定 依其规定 服从其规定 按规定执行 按有关规定执行 按相关规定执行 除外 从其要求',
  },
  {
    type: T.remark,
    words:
      '条目化展示 可链接至 可链接到 有关栏目 相关栏目 保持数据同源 数据同源 节假日顺延 法定节假日顺延 节日顺延 休息日顺延 法定休息日顺延 遇节假日顺延 遇法定节假日顺延 如遇节假日顺延 如遇法定节假日顺延',
  },
]

const FILLER_WORDS: readonly WordList[] = [
  {
    type: T.filler,
    words:
      '应 应当 应该 应于 须 必须 需 需要 要 均 均应 均须 都 都要 也 予以 给予 进行 加以 主动 依法 依规 依法依规 如实 全文 统一 集中 按规定 按要求 按有关规定 按相关规定 按照规定 按照要求 按照有关规定 按程序 按规定程序 原则上 严格 认真 准确 准确地 全面 真实 完整 规范 逐项 逐笔 逐项逐笔 分别 各 将 已 则 再 但 但要 还应 还要 另外 此外 一并 全部 对外 公正 满 具体 内容 无异议',
  },
  {
    type: T.filler,
    words:
      '根据实际情况 根据实际 根据情况 根据工作实际 根据工作情况 视情况 视情 视实际情况 结合实际 结合实际情况 按实际情况 按照实际情况 根据需要 根据实际需要 根据工作需要 按工作需要 每次',
  },
  {
    type: T.filler,
    words:
      '一般事项 一般情况 一般情况下 一般性事项 其他事项 其余事项 其它事项 普通事项 常规事项 日常事项 其他情况 其他',
  },
  { type: T.negation, words: '不 不得 不予 未 没 没有 无 无需 非 免 免予 暂不 暂缓 停止 勿 依申请 超过' },
]

/** All word lists; their order does not matter. */
export const WORD_LISTS: readonly WordList[] = [
  ...TIME_WORDS,
  ...PLACE_WORDS,
  ...LAW_WORDS,
  ...FILLER_WORDS,
  ...EVENT_WORDS,
  ...COMPOUNDS,
]
