import type { Print } from '@server/documents/print'
import { presentContacts } from '@server/people/orgs'
import type { Addresses } from '@server/platform/config/publicAddresses'
import { dateLabel } from '@shared/common/period'
import { doorOf, FORMS, ROUTES_HOME } from '@shared/facts/participation/applicationRules'
import type { ApplicationContext } from '../caseFile'

const labelOf = (facts: readonly { code: string; label: string }[], code: string): string =>
  facts.find(fact => fact.code === code)?.label ?? code

/** The last day in words; none while a letter is unconfirmed or a table of holidays is missing. */
const dueLabel = ({ dueOn, dueWords }: ApplicationContext['application']): string =>
  dueOn === null ? dueWords : `${dateLabel(dueOn)}（最晚这一天答复）`

/**
 * Prints the receipt slip 登记回执: number, received on, reply due, office, telephone, query code. No name and no number of the applicant:
 * a slip is lost easily.
 */
export function applicationReceipt(
  { application, org, desk }: ApplicationContext,
  code: string,
  to: Addresses,
): Print {
  const { number, receivedOn, door, items, form, way, createdAt } = application
  const phones = presentContacts(org).map(({ name, jobTitle, phone }) => `${jobTitle}${name} ${phone}`)
  const title = '政府信息公开申请登记回执'
  return {
    title: `登记回执 ${number}`,
    author: org.name,
    footer: `${org.name} · ${number}`,
    date: createdAt,
    paper: { size: 'A4', layout: 'portrait', body: 13, title: 24 },
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'facts',
        rows: [
          { label: '编号', value: number },
          { label: '查询码', value: code },
          { label: '收到', value: receivedOn === null ? '等与您确认' : dateLabel(receivedOn) },
          { label: '答复', value: dueLabel(application) },
          { label: '怎么收到的', value: doorOf(door).label },
          { label: '要的内容', value: items.map(({ asked }, at) => `${at + 1}. ${asked ?? ''}`).join('\n') },
          { label: '怎么给您', value: `${labelOf(FORMS, form)}，${labelOf(ROUTES_HOME, way)}，不收费` },
          { label: '办理机关', value: org.name },
          { label: '电话', value: phones.join('\n') },
          { label: '地址', value: [org.address, org.officeHours].filter(Boolean).join('\n') },
        ].filter(({ value }) => value !== ''),
      },
      {
        kind: 'qr',
        address: to.progress(number),
        mm: 30,
        lines: ['扫码查进度，再填上面的查询码。', '打电话问也行：报编号，不用说名字。'],
      },
      {
        kind: 'paragraph',
        text: `到了答复那天还没有答复的，可以向${desk.reviewBody === '' ? '上一级行政机关' : desk.reviewBody}申请行政复议，从期满那天起 60 日内。征求别人意见、等您补正的时间不算在内，会另外告诉您。`,
        small: true,
      },
    ],
  }
}
