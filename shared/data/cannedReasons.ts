/** Sentences that officials write every day, to be chosen and completed 常用语. Own wording, checked 2026-11-24. */
export const CANNED_USES = ['answer', 'refuse-objection', 'refuse-claim', 'sign-off'] as const
export type CannedUse = (typeof CANNED_USES)[number]

export const CANNED_REASONS: Readonly<Record<CannedUse, readonly string[]>> = {
  answer: [
    '经核对，公示的数字有误，我们将发布更正版，并写明更正原因。',
    '经核对，公示的数字与原始凭证一致。凭证可以到村（居）委会查看。',
    '名单按文件规定的条件评议产生，评议记录可以到村（居）委会查看。',
    '您说的情况属实，我们将重新评议，结果另行公示。',
    '这一项是按上级文件规定的标准发放的，标准见公示里的“公开依据”。',
  ],
  'refuse-objection': [
    '内容与这条公示无关。',
    '含有辱骂、威胁的话，请改为说事。',
    '含有别人的隐私，请去掉后重新提。',
  ],
  'refuse-claim': ['名册上的人不是您本人。', '已经迁出本村（社区）。', '请带身份证到村（居）委会当面核对。'],
  'sign-off': [
    '有一笔的凭证号与原件对不上，请核对。',
    '合计与明细对不上，请核对。',
    '缺少会议记录或评议记录。',
    '名单与评议结果不一致。',
  ],
}
