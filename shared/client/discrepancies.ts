import type {
  AcceptDiscrepancy,
  AnswerDiscrepancy,
  CommentDiscrepancy,
  DiscrepancyList,
  DiscrepancyPage,
  OrderDiscrepancy,
} from '../contract/disclosure/discrepancy'
import type { Caller, WriteOptions } from './call'

const segment = encodeURIComponent

/** Differences between village and street 不一致: the staff's list, and one method for each step. */
export function discrepancyMethods({ read, write }: Pick<Caller, 'read' | 'write'>) {
  const step =
    <Body>(name: string) =>
    (id: string, body: Body, key: WriteOptions) =>
      write<DiscrepancyPage>('POST', `/findings/${segment(id)}/${name}`, body, key.idempotencyKey)
  return {
    findings: (code: string, query: { state?: string; cursor?: string; limit?: number } = {}) =>
      read<DiscrepancyList>(`/orgs/${segment(code)}/findings`, query),
    finding: (id: string) => read<DiscrepancyPage>(`/findings/${segment(id)}`),
    commentFinding: step<CommentDiscrepancy>('comment'),
    orderFinding: step<OrderDiscrepancy>('order'),
    answerFinding: step<AnswerDiscrepancy>('answer'),
    acceptFinding: step<AcceptDiscrepancy>('accept'),
  }
}
