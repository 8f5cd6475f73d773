import { type WordList, T } from './tokens'

/** Words that start a clock: verbs, and the nouns that determine a verb's meaning. */
export const EVENT_WORDS: readonly WordList[] = [
  { type: T.verb, sense: { verb: 'formed' }, words: '形成 产生 生成' },
  {
    type: T.verb,
    sense: { verb: 'changed' },
    words:
      '变更 变化 变动 更改 改变 调整 修改 修订 发生变更 发生变化 发生变动 发生改变 发生更改 发生调整 发生更新 有变化 有变更 有变动 有调整 有更新 出现变化 出现变更',
  },
  { type: T.verb, sense: { verb: 'made' }, words: '制定 制作 制订 拟定 编制' },
  { type: T.verb, sense: { verb: 'obtained' }, words: '获取 获得 取得 得到 采集' },
  { type: T.verb, sense: { verb: 'received' }, words: '收到 接到 接收 收悉 接获' },
  {
    type: T.verb,
    sense: { verb: 'sent-to' },
    words:
      '下发至 下发到 下发给 转发至 转发到 转发给 下达至 下达到 下达给 印发至 印发到 传达至 传达到 发送至 送达至 送达到 送达 发至 发到',
  },
  {
    type: T.verb,
    sense: { verb: 'approved' },
    words: '批准 核准 获批 审批 审批同意 批准同意 审查批准 审议批准 审核批准',
  },
  { type: T.verb, sense: { verb: 'enacted' }, words: '作出 做出' },
  { type: T.verb, sense: { verb: 'passed' }, words: '表决通过 审议通过 讨论通过' },
  { type: T.verb, sense: { verb: 'settled' }, words: '确定 确认' },
  { type: T.verb, sense: { verb: 'held' }, words: '召开 举行 召集' },
  { type: T.verb, sense: { verb: 'occurred' }, words: '发生' },
  {
    type: T.end,
    sense: { verb: 'ended' },
    words: '公示期满 公告期满 公示届满 终了 结束 终结 届满 期满 完毕 终 末 完结',
  },
  {
    type: T.verb,
    sense: { verb: 'other' },
    words:
      '拨付 拨付到位 发放 发放到位 发放完毕 支付 到账 到位 兑付 兑现 下拨 拨款 入账 领取 缴纳 收取 验收 验收合格 竣工 竣工验收 完工 开工 动工 实施 签订 签署 订立 中标 招标 开标 评标 成交 完成 办结 办理 审结 审核 审定 审查 审议 审批完成 表决 受理 立项 备案 登记 注册 评定 认定 评审 鉴定 评议 生效 施行 执行 启用 成立 设立 任命 聘任 离任 审计 结算 清算 核算 结账 月结 月末结账 月结账 交易 出让 转让 流转 发包 承包 启动 开始 申请 提出 申报 上报 报送 提交 检查 抽检 监测 检验 处置 处理 发出 抽签 摇号 核定 核实 公证 交付 使用 竞拍 拍卖 采购 募集 捐赠 接受 移交 交接 发现 终止 撤销 废止 注销 解除 评估 核查 调查 审核通过 建成 投用 投入使用 就任 到任 上任 调离 建立 履行 开展 组织 出具 转发 举办 招生 招聘 招录 录取 录用 报名 开学 开班 入学 培训 演练 征收 拆除 搬迁 改选 补选 停业 开业 投产 供水 挂网 挂牌 上线 签约 结项 销号 整改 整改完成 返还 退还 补缴 清退 划拨 打卡发放 入库 出库',
  },
  {
    type: T.matter,
    sense: { role: 'approval' },
    words: '批准文件 批复 批复文件 批文 审批意见 核准文件 批准书 批准通知 征地批准文件 征地批复 批准决定',
  },
  {
    type: T.matter,
    sense: { role: 'decision' },
    words:
      '决定 决定书 决议 行政决定 处罚决定 处罚决定书 行政处罚决定 行政处罚决定书 行政许可决定 许可决定 处理决定 裁决 裁定 决策 行政强制决定 行政决策 重大决策 重大行政决策',
  },
  {
    type: T.matter,
    sense: { role: 'meeting' },
    words:
      '会议 村民会议 村民代表会议 代表会议 村民代表大会 成员大会 成员代表大会 社员大会 听证会 座谈会 大会 开会',
  },
  {
    type: T.matter,
    sense: { role: 'election' },
    words: '选举 换届选举 换届 选举日 投票日 投票 下届选举 下一届选举 村委会选举 村民委员会选举 下届换届选举',
  },
  {
    type: T.matter,
    sense: { role: 'superior' },
    words: '上级 上级机关 上级部门 上级单位 上级政府 上级行政机关 上级主管部门 上级有关部门',
  },
  {
    type: T.matter,
    sense: { role: 'congress' },
    words:
      '人民代表大会 人大 人大常委会 人民代表大会常务委员会 人民代表大会及其常务委员会 常务委员会 常委会 人代会 人大会议 人民代表大会会议',
  },
  {
    type: T.matter,
    sense: { role: 'allocation' },
    words:
      '分配 分配结果 分配方案 分配情况 分配名单 分配计划 资金分配 资金分配结果 资金分配方案 资金分配情况',
  },
  {
    type: T.matter,
    sense: { role: 'unit' },
    words: '本单位 本机关 本部门 本级 本镇 本乡 本街道 本村 本社区 我单位 我镇 我街道 我村 我局 本局 本办',
  },
  {
    type: T.generic,
    words:
      '信息 资讯 政府信息 政务信息 公开信息 公开事项信息 公开事项 公开内容 公开的信息 应公开信息 事项 相关信息 有关信息 相关内容 有关内容 相关事项 有关事项 属于主动公开范围的 主动公开的 应当公开的 应公开的 其 该 本 所 此 各类 各项 上述 有关 相关 信息内容 数据 资料 材料 相关资料 有关资料 事项信息 村务信息 工作信息 工作',
  },
  {
    type: T.matter,
    words:
      '重大事项 重要事项 特殊事项 财务 财务收支 财务收支情况 收支 收支情况 收入 支出 账目 帐目 账务 资金 专项资金 补贴 补助 救助 低保 特困 五保 临时救助 救灾 救济 党务 村务 居务 组务 政务 事务 三资 资产 资源 债权 债务 合同 工程 项目 建设 土地 宅基地 征地 名单 明细 清单 目录 结果 政策 文件 政策文件 方案 计划 规划 预算 决算 报告 标准 指南 行政许可 行政处罚 行政强制 行政检查 行政征收 行政许可事项 行政处罚事项 许可 处罚 报表 情况 收费 电费 水费 计划生育 集体 突发事件 村 组 户 制度 公约 章程 职责 机构 人员 上月 上季度 上年度 上一年度 上半年 上年 本月 本季度 本年度 公示结果 公开日 村务公开日 财务公开日 党务公开日 政务公开日 招聘会 新生 候选人 培训班 评审结果 评定结果 认定结果 核查结果 检查结果 抽检结果 监测结果 招生计划 招生简章 补贴资金 补助资金 救助金 保障金 惠农资金 衔接资金 奖补资金 救灾物资 款物 捐款 捐赠款物 承包费 租金 分红',
  },
]
