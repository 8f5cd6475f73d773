/** Missing parts of a notice 还差什么: sentences for its author, by issue code. */
export const REQUIREMENT_TEXTS = {
  'item-outdated': () => '这个事项所在的目录已经更新，请从新目录里重新选择事项。',
  'regards-invalid': () =>
    '所涉村（社区）不对：村（居）委会自己的公示不填，街道的公示只能填下辖的村（社区）。',
  'period-not-real': (period: string) => `${period} 不是日历上有的日子。`,
  'amount-too-large': () => '金额太大，无法准确计算，请检查单位是不是写错了（应为分）。',
  'period-too-old': (period: string) => `所属时间 ${period} 太早，请检查年份是不是写错了。`,
  'period-not-begun': (period: string) => `${period}还没有开始，不能公示。`,
  'block-missing': (labels: readonly string[]) =>
    `缺少${labels.map(label => `“${label}”`).join('、')}${labels.length > 1 ? '，至少要填一样' : '这一块'}。本期没有发生的，请写“本期无发生”。`,
  'element-missing': (label: string) => `“${label}”还没有填写。`,
  'nothing-contradicted': () => '写了“本期无发生”，又填了明细，两处矛盾，请删去一处。',
  'basis-personal': (words: string) =>
    `依据会公开，里面不能有个人信息：“${words}”。请只写法律条款或决定的文号。`,
  'file-not-uploaded': (row: number) => `第 ${row} 个附件没有在本机构上传过，请重新添加。`,
  'voucher-no-picture': () => '凭证要上传图片（jpg、png、webp），别的文件请放到附件里。',
  'picture-waiting': (name: string) =>
    `照片“${name}”微信还在检查，一般几分钟，最多半小时。等不及，可以请另一个人看过。`,
  'picture-risky': (name: string) =>
    `照片“${name}”微信认为可能违规。请换一张；确实没有问题的，请另一个人看过。`,
  'picture-unclear': (name: string) => `照片“${name}”微信没有给出结论，请另一个人看过再公开。`,
  'channel-unplanned': () => '目录没有要求这个渠道，请从列出的渠道里选。',
  'proof-day-ahead': () => '日期还没有到。',
  'proof-photo-missing': () => '请拍一张贴好以后的照片。',
  'proof-words-missing': () => '请写明播了几次、什么时候播的。',
  'proof-empty': () => '请写一句话，或者拍一张照片。',
  'proof-needless': () => '网上公开就是这一页，不用登记。',
  'meeting-in-future': () => '会议日期还没有到。',
  'meeting-before-opinion': () => '会议日期早于监督审核的日期：先审核，再开会。',
  'publish-at-past': () => '定时公开的时间已经过了。',
  'publish-at-too-far': () => '定时公开的时间太远，请选近一些的日子。',
  'correction-unchanged': (edition: number) =>
    `更正的内容和第 ${edition} 版没有不同。请改好再送审；不用改的，请取消更正。`,
  'duplicate-not-public': () =>
    '留下的那一条不对：应是本机构同一类、同一期、正在公开的另一条公示。请重新选。',
  'mend-by-past': () => '更正期限应在今天之后。',
  'objections-open': (count: number) => `还有 ${count} 件异议没有办结，不能确认。`,
  'opening-mismatch': (label: string, last: string, given: string) =>
    `“${label}”的期初余额应等于上期的期末余额 ${last} 元，填的是 ${given} 元。`,
} as const
