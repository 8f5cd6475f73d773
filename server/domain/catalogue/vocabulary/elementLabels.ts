/**
 * Labels of 公开内容(要素) that keep a 、 inside, in folded form.
 * source: ministries' templates of 2019 and published catalogues; checkedOn 2026-11
 */
export const COMPOUND_LABELS: readonly (readonly string[])[] = [
  ['办理时间', '地点'],
  ['办公时间', '地点'],
  ['办事时间', '地点'],
  ['服务时间', '地点'],
  ['受理时间', '地点'],
  ['时间', '地点'],
  ['国家标准', '行业标准', '地方标准等'],
  ['国家标准', '行业标准', '地方标准'],
  ['法律', '法规', '规章', '规范性文件'],
  ['法律', '法规', '规章'],
  ['法律', '法规', '政策文件'],
  ['法律', '法规', '政策'],
  ['法律', '法规'],
  ['法规', '规章'],
  ['法律', '规章'],
  ['城', '乡'],
  ['县', '乡'],
  ['乡', '村'],
  ['镇', '村'],
  ['省', '市', '县'],
  ['市', '县'],
]

/** Short labels that stand alone in a list. */
export const SHORT_LABELS: readonly string[] =
  '依据 条件 程序 标准 对象 流程 材料 时限 方式 地点 时间 电话 结果 范围 金额 名单 数量 内容 文号 目标 进度 收费 名称 机构 部门 期限 类别 性质 规模 地址 职责 权限 义务 责任 步骤 渠道 政策 法律 法规 规章 计划 总结 简介 程度 种类 品种 面积 户数 人数 单位 姓名 职务 标题 摘要 概况 公告 通知 预算 决算 方案 申请 受理 审核 审批 备案 公示 监督 投诉 咨询'.split(
    ' ',
  )

/** Words that a line break cuts in two in narrow cells; a break inside one of them is a layout break. */
export const COMMON_WORDS: readonly string[] =
  '救助 公开 信息 办理 补贴 社会 政策 法规 文件 规定 申请 材料 流程 标准 条件 对象 名单 结果 相关 配套 最低 生活 保障 审核 审批 办法 暂行 服务 管理 联系 方式 电话 地点 时间 时限 监督 举报 投诉 渠道 资金 项目 农业 农村 村民 居民 委员 养老 机构 残疾 特困 人员 供养 临时 医疗 低保 乡村 振兴 扶贫 脱贫 攻坚 财政 预算 决算 行政 处罚 许可 检查 执法 安全 生产 应急 工作 情况 内容 要素 依据 主体 政府 人民 部门 街道 办事 网站 公示 通知 意见 实施 方案 计划 总结 评估 考核 教育 就业 保险 登记 变更 参保 待遇 发放 名称 范围 程序 咨询 受理 单位 期限 各地 国家 地方 中央 上级 县级 乡镇 行业 规范 制度'.split(
    ' ',
  )
