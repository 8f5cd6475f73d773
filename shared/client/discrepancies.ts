import type {
  AcceptFinding,
  AnswerFinding,
  CommentFinding,
  FindingList,
  FindingPage,
  OrderFinding,
} from '../contract/disclosure/discrepancy'
import type { Caller, WriteOptions } from './call'

const segment = encodeURIComponent

/** Differences between village and street 不一致: the staff's list, and one method for each step. */
export function findingMethods({ read, write }: Pick<Caller, 'read' | 'write'>) {
  const step =
    <Body>(name: string) =>
    (id: string, body: Body, key: WriteOptions) =>
      write<FindingPage>('POST', `/findings/${segment(id)}/${name}`, body, key.idempotencyKey)
  return {
    findings: (code: string, query: { state?: string; cursor?: string; limit?: number } = {}) =>
      read<FindingList>(`/orgs/${segment(code)}/findings`, query),
    finding: (id: string) => read<FindingPage>(`/findings/${segment(id)}`),
    commentFinding: step<CommentFinding>('comment'),
    orderFinding: step<OrderFinding>('order'),
    answerFinding: step<AnswerFinding>('answer'),
    acceptFinding: step<AcceptFinding>('accept'),
  }
}
