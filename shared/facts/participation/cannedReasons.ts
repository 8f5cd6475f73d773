/** Common sentences 常用语 for officials to choose and complete. Own wording, checked 2026-11-24. */
const CANNED_USES = [
  'answer',
  'refuse-objection',
  'refuse-claim',
  'sign-off',
  'meeting',
  'correct',
  'withdraw',
  'comment',
  'remind',
  'order',
] as const
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
  meeting: ['内容属实，同意公开。', '内容属实，同意公开，张贴到公开栏。'],
  correct: [
    '有一笔金额写错，按凭证更正。',
    '名单有遗漏，按评议结果更正。',
    '日期写错，按原始记录更正。',
    '按街道（镇）的责令更正。',
  ],
  withdraw: ['名单里误带了个人信息，已经撤下。', '附件里误带了个人信息，已经撤下。'],
  comment: ['请写明依据的文件和文号。', '请写明标准和计算办法。', '请与街道公开的同一事项核对。'],
  remind: ['请尽快召开联席会议。', '请按监督意见修改后重新提交。', '公示期已满，请负责人确认并归档。'],
  order: [
    '金额与街道拨付的数不一致，请核对后更正。',
    '缺少目录要求公开的内容，请补充后更正。',
    '公示的期限不够，请更正。',
  ],
}
