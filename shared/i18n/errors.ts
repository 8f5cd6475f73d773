import { UPLOAD_LIMIT } from '../data/uploads'

/** Every error that API and command line can answer: stable code → plain Chinese sentence. Codes never change. */
export const ERROR_TEXTS = {
  'bad-request': '请求的格式不对。',
  'bad-json': '发来的内容不是完整的 JSON，读不懂。',
  'bad-encoding': '发来的文字不是 UTF-8 编码，读不懂。',
  'body-too-deep': '发来的内容嵌套太深。',
  'body-too-large': '发来的内容太大。',
  'forbidden-key': '发来的内容里有不允许的字段名。',
  'unsupported-media-type': '发来的内容类型不对，应为 JSON。',
  'invalid-request': '填写的内容有误，请按提示逐项改正。',
  'requirements-unmet': '还有没填好的地方，请按提示逐项改正。',
  'idempotency-key-required': '缺少请求编号（Idempotency-Key），无法保证只办理一次。',
  'idempotency-key-invalid': '请求编号（Idempotency-Key）应为 8 到 100 位字母、数字、横线或下划线。',
  'idempotency-key-reused': '同一个请求编号用在了两件不同的事上，请重新提交。',
  'file-required': '没有收到文件。请选择一个文件再上传。',
  'file-too-large': `文件太大，请不要超过 ${UPLOAD_LIMIT.label}。`,
  'file-name-invalid': '文件名不对：不能带文件夹，不能有两个后缀，也不能有 \\ / : * ? " < > | 这些字符。',
  'file-kind-unsupported': '不支持这种文件。请用 xlsx、docx、pdf、csv、txt、jpg、png 或 webp。',
  'file-kind-mismatch': '文件的内容和后缀名不一致，或者里面夹带了别的文件。请用原来的软件重新另存后再上传。',
  'file-unreadable': '文件读不出来，可能已损坏，请重新保存后再上传。',
  'file-active': '文件里有宏、脚本或公式开头的单元格。请另存为只有内容的文件后再上传。',
  'file-personal': '文件里有不能公开的个人信息，没有保存。请按提示遮盖或删去后再上传。',
  'file-needs-reason': '文件里可能有个人信息，没有保存。请按提示改好；确实可以公开的，写明理由再上传。',
  'file-reason-invalid': '理由至少写 4 个字，并且不能有个人信息。',
  'file-not-found': '没有找到这个文件，它可能已经撤下。',
  'login-required': '请先登录。',
  'token-invalid': '登录凭证无效，请重新登录。',
  'token-expired': '登录已过期，请重新登录。',
  'session-ended': '登录已失效，请重新登录。',
  'session-reused': '登录凭证被重复使用，为安全起见已退出，请重新登录。',
  'wechat-code-invalid': '微信登录码无效或已过期，请重新打开小程序再试。',
  'wechat-code-used': '微信登录码已经用过，请重新登录。',
  'wechat-limited': '登录太频繁，请过一分钟再试。',
  'wechat-blocked': '微信认为这个账号有风险，暂时不能登录。',
  'wechat-unavailable': '微信暂时连不上，请稍后再登录。不登录也可以看公示。',
  forbidden: '您没有办这件事的权限。',
  'four-eyes': '写的人不能自己审核，审核的人不能自己公开：必须由两个人办。',
  'committee-member': '在本村（居）委会任职的人，不能代表监督委员会审核。',
  'own-matter': '这是您自己经手或提出的事，请换一个人来办。',
  'own-account': '不能给自己办：自己的角色和账号要由另一位管理员办。',
  'role-conflict': '村（居）委会的人不能同时当本村（居）的监督机构成员。',
  'admins-apart': '系统、安全、审计三个管理员不能由一人兼任。',
  'admin-without-content': '管理员不能同时参与公示的办理。',
  'role-not-here': '这个机构没有这个角色。',
  'grant-exists': '此人已有这个角色。',
  'grant-changed': '这条任职刚刚被别人改过或撤销了，请看过最新内容再办。',
  'not-resident': '只有认证过的本村（社区）人可以提异议。请先在“我是本村人”里认证。',
  'not-found': '没有找到。',
  'user-not-found': '没有找到这个账号。',
  'grant-not-found': '没有找到这条任职。',
  'notice-not-found': '没有找到这条公示。',
  'org-not-found': '没有找到这个机构。',
  'item-not-found': '没有找到这个公开事项。',
  'category-not-found': '没有这个类别。',
  'not-recorded': '这条公示的这一版没有存证记录。',
  'notice-erased': '这条公示已依法删除。',
  'already-erased': '这一版已经依法删除过了。',
  'ledger-empty': '还没有任何存证记录。',
  'ledger-too-short': '存证账本没有这么多条。',
  'catalogue-not-found': '这里还没有公开目录。',
  'catalogue-unreadable': '这个目录文件读不了，什么也没有存入。',
  'catalogue-refused': '目录文件里有问题，一行也没有存入。请按提示改好再传。',
  'catalogue-conflict': '有人刚刚也存入了同一领域的目录，请看过最新版本再传。',
  'roll-unreadable': '这个名册文件读不了，什么也没有存入。',
  'roll-refused': '名册里有问题，一行也没有存入。请按提示改好再传。',
  'roll-conflict': '有人刚刚也上传了名册，请看过最新的再传。',
  'roll-missing': '村里还没有上传村民名册，暂时不能在线认证。请打村里的电话。',
  'residence-mismatch': '与村民名册对不上，请核对姓名和身份证后几位。',
  'residence-ambiguous': '村里有同名的人，请填身份证后六位。',
  'residence-locked': '试的次数太多，请明天再试，或者请村里帮忙核对。',
  'claim-exists': '您已经提过这个申请，请等村里确认。',
  'claim-changed': '这个申请刚刚被别人办过，请看过最新情况再办。',
  'claim-taken': '名册上的这个人已经有别的账号认证过。请先核实，再结束原来的认证。',
  'claim-not-found': '没有找到这个认证申请。',
  'objection-not-found': '没有找到这个异议。',
  'objection-exists': '您对这一处已经提过异议，还在办理。可以在“我的异议”里看。',
  'objection-limit': '今天提的异议太多了，请明天再提，或者打电话问。',
  'objection-changed': '这个异议刚刚有了变化，请看过最新情况再办。',
  'objection-wrong-state': '这个异议现在不能这样办。',
  'edition-changed': '这条公示刚刚更正过，请看过新的一版再提。',
  'notice-withdrawn': '这条公示已经撤回，不能再提异议。',
  'target-unknown': '公示里没有找到您指的这一处，请重新选。',
  'export-folder-not-empty': '这个文件夹里已有东西，请给一个空文件夹。',
  'export-damaged': '导出的数据不完整或被改过，什么也没有导入。',
  'store-not-empty': '数据库里已有数据，只能导入到空的数据库，什么也没有导入。',
  'method-not-allowed': '这个地址不支持这种操作。',
  'version-conflict': '这条公示刚刚被别人改过，请看过最新内容再办。',
  'wrong-state': '这条公示现在的状态不能这样办。',
  'notice-exists': '这个事项的这一期已经有一条公示，请在那一条上修改。',
  'rate-limited': '操作太频繁，请稍后再试。',
  'not-ready': '服务正在准备，请稍后再试。',
  'site-missing': '网页还没有生成。请先运行 npm run build:h5。',
  internal: '系统出错了，请稍后再试。',
} as const

export type ErrorCode = keyof typeof ERROR_TEXTS

export const errorText = (code: ErrorCode): string => ERROR_TEXTS[code]

/** Faults of single fields: stable code → what is wrong, to follow the field's name. */
export const FAULT_TEXTS = {
  required: '必须填写',
  'wrong-type': '类型不对',
  'not-integer': '必须是整数',
  'unknown-field': '是不认识的字段',
  'too-short': '不能为空或太短',
  'too-long': '太长',
  'too-small': '太小',
  'too-big': '太大',
  'bad-format': '格式不对',
  'not-a-choice': '不在可选的范围内',
  'reason-required': '不同意时必须写明理由',
  'before-start': '不能早于开始日期',
  'personal-data': '里有身份证号、电话或银行卡号，请去掉',
  invalid: '不对',
} as const

export type FaultCode = keyof typeof FAULT_TEXTS

/** Names of fields as people know them; a field without one is called by its path. */
const FIELD_NAMES: Record<string, string> = {
  title: '标题',
  period: '公开所属期',
  text: '正文',
  label: '名称',
  value: '内容',
  date: '日期',
  direction: '收支方向',
  item: '事由',
  amountFen: '金额（单位：分）',
  handler: '经手人',
  voucher: '凭证号',
  openingFen: '期初余额（单位：分）',
  closingFen: '期末余额（单位：分）',
  name: '姓名或名称',
  group: '村民小组',
  scheme: '发放项目',
  standard: '标准',
  persons: '人数',
  totalPersons: '人数合计',
  totalFen: '金额合计（单位：分）',
  orgCode: '机构代码',
  itemId: '公开事项',
  regards: '所涉村（社区）',
  content: '公示内容',
  blocks: '内容分块',
  opinion: '审核意见',
  reason: '理由',
  version: '版本号',
  code: '代码',
  q: '搜索词',
  org: '机构',
  cursor: '翻页位置',
  limit: '每页条数',
  from: '起点',
  to: '终点',
  edition: '版次',
  basis: '依据',
  userId: '账号',
  role: '角色',
  duty: '职务',
  refreshToken: '续期凭证',
  idTail: '身份证后几位',
  kind: '哪里不对',
  settled: '是否解决',
  actsFor: '代谁提',
  phone: '手机号',
  relation: '与长辈的关系',
  state: '状态',
}

const TABLES = new Set(['lines', 'rows', 'entries', 'files'])

/** Number of the table row, from 1, that a field path points into; undefined outside tables. */
export function rowOf(path: readonly (string | number)[]): number | undefined {
  const at = path.findLastIndex(
    (part, index) => typeof part === 'number' && TABLES.has(String(path[index - 1])),
  )
  return at < 0 ? undefined : Number(path[at]) + 1
}

/** Name of a field for people: `第4行“金额（单位：分）”`, `“标题”`. */
export function fieldName(path: readonly (string | number)[]): string {
  const last = path.findLast(part => typeof part === 'string') ?? ''
  const row = rowOf(path)
  return `${row === undefined ? '' : `第 ${row} 行`}“${FIELD_NAMES[last] ?? (path.join('.') || '请求内容')}”`
}

/** The whole sentence of one field's fault. */
export const faultText = (path: readonly (string | number)[], code: FaultCode): string =>
  `${fieldName(path)}${FAULT_TEXTS[code]}。`
