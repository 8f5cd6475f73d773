/** Faults before signing 签发前检查; the codes are stable. `block`: not signed; `warn`: looked at, then signed. */
const CHECK_FAULTS = {
  'items-missing': ['block', '没有写申请了哪几项内容'],
  'outcome-missing': ['block', '这一项还没有办理结果，每一项都要单独答复'],
  'article-missing': ['block', '没有引用条例的条款'],
  'article-misfit': ['block', '引用的条款和答复的种类对不上'],
  'reasons-missing': ['block', '没有写结合本案的理由，只引条款不够'],
  'evidence-missing': ['block', '案卷里缺少'],
  'address-unopened': ['block', '网址答复当天没有打开核对过'],
  'withheld-unreasoned': ['block', '不公开的段落没有逐段写明理由'],
  'search-incomplete': ['block', '检索记录不完整，缺少'],
  'search-place-missing': ['block', '没有检索本机关的'],
  'search-number-missing': ['block', '检索词里没有申请人写的文号'],
  'right-body-incomplete': ['block', '没有写负责公开的机关的联系方式'],
  'third-party-unasked': ['block', '以保护第三方为由不公开，却没有书面征求过第三方的意见'],
  'weighing-missing': ['block', '没有写怎样权衡第三方的意见'],
  'silence-misread': ['block', '第三方没有答复，不能当作同意或者不同意：要由本机关自己决定'],
  'repeat-unfounded': ['block', '只有同一申请人已经得到过答复的同一信息，才是重复申请'],
  'given-unknown': ['block', '提供的材料不在案卷里'],
  'paper-unlinked': ['block', '这份材料没有对应到申请的哪一项'],
  'paper-other-item': ['block', '这份材料对应的是另一项，答非所问'],
  'personal-data': ['block', '里面有他人的个人信息'],
  'personal-data-review': ['warn', '里面可能有他人的个人信息，请核对'],
  'applicant-in-file-name': ['block', '文件名里有申请人的姓名'],
  'file-metadata': ['block', '文件属性里还有内容，请清除'],
  'reply-missing': ['block', '还没有答复书'],
  'reply-incomplete': ['block', '答复书缺少'],
  'name-differs': ['block', '答复书的姓名和案卷不一致'],
  'serial-differs': ['block', '答复书的编号和案卷不一致'],
  'date-differs': ['block', '答复书写的收到日期和案卷不一致'],
  'remedy-missing': ['block', '没有告知救济途径'],
  'remedy-wrong': ['block', '救济途径不对'],
  'remedy-body-missing': ['block', '救济途径里没有写明'],
  'remedy-unset': ['block', '本机关还没有设定复议机关和法院'],
  'old-law': ['block', '写的是旧条例的说法'],
  'no-receipt': ['block', '没有收到申请的日期，算不出答复期限'],
  'past-due': ['block', '已经过了答复期限；确实要签的，先写明逾期的原因'],
  'late-with-reason': ['warn', '已经过了答复期限，按逾期答复登记'],
  'due-unknown': ['warn', '没有节假日安排，算不出答复期限'],
  'clock-stopped': ['warn', '答复期限正停着：还在等补正或者缴费'],
  'clock-fault': ['warn', '有不起作用的事件'],
  'extension-unapproved': ['block', '延期没有写明批准的负责人'],
  'lawyer-missing': ['block', '征地拆迁的答复要先经律师审核'],
  'lawyer-recommended': ['warn', '建议先请律师审核'],
  'lawyer-stale': ['block', '律师看过之后，答复书或附件改过，要重新审核'],
  'lawyer-unfinished': ['block', '律师还没有写明意见'],
  'lawyer-objects': ['block', '律师不同意；仍要签的，由负责人写明理由'],
  'same-person': ['block', '经办人、律师和签发人不能是同一个人'],
  'household-compensation': [
    'warn',
    '对征收范围内的人，分户补偿和调查结果依《国有土地上房屋征收与补偿条例》第十五条、第二十九条应当公布：以隐私为由不公开，最高人民法院（2018）最高法行再76号和陕西的判决都判过败诉',
  ],
} as const satisfies Record<string, readonly ['block' | 'warn', string]>
export type CheckFaultCode = keyof typeof CHECK_FAULTS

/** `place`: path in the case. */
export interface CheckFault {
  code: CheckFaultCode
  place: string
  severity: 'block' | 'warn'
  message: string
}

/** Creates a fault; `where` names the place in words, `more` what is missing or wrong. */
export function checkFault(code: CheckFaultCode, place: string, where: string, more = ''): CheckFault {
  const [severity, text] = CHECK_FAULTS[code]
  return { code, place, severity, message: `${where ? `${where}：` : ''}${text}${more ? `：${more}` : ''}。` }
}
