import type { WordList } from './tokens'
import { T } from './tokens'

/** Words that contain a grammatical character (内, 前, 后, 时, 为, 对 …) and must not be split there. */
export const COMPOUNDS: readonly WordList[] = [
  {
    type: T.text,
    words:
      '当月 当季 当季度 当年 当年度 临时 临时性 目前 前款 前述 前期 前置 前往 此前 后续 今后 先后 后果 最后 后备 灾后 战后 产后 售后 后期 背后 一起 起草 发起 起始 引起 起诉 起来 时间 时期 时效 作为 行为 为民 认为 成为 因为 用于 关于 由于 存在 现在 经济 经营 经费 已经 财经 经办 经常 对象 对口 对照 应对 相对 对方 如下 例如 当地 当前 适当 相当 家属 所属 下属 待遇 若干 扣除 清除 免除 无偿 无障碍 未成年人 不动产 非税收入 非常 参与 和谐 和解 总和 需求 重要 主要 必要 要素 要件 都市 首都 各级 各界 其次 满意 满足 起点 自治 自然 自身 自愿 自查 服从 视频 重视 监视 随机 依托 即将 更新换代 公告牌 公示牌 总是 于是 是否 期间 以便 以来 以此 可以 所以 用以 上届 成本 基本 资本 版本 样本 场所 派出所 因此 理由 自由 事由 会计 工会 机会',
  },
]
