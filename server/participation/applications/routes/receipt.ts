import { staffFile } from '@server/http/route'
import { addressesUnder } from '@server/platform/config/publicAddresses'
import { viewOf } from '../caseFile'
import { authorizeHidden } from '../policy'
import { applicationReceipt } from '../presenters/receipt'
import { requireApplication } from '../queries/applications'
import { codeOf } from '../vault'

/** The receipt slip for who applied and for the desk that hands it out; the lawyer has no use for the query code. */
export const receiptRoutes = [
  staffFile('GET /applications/:id/receipt', {
    cost: 50,
    tag: '申请公开',
    summary: '登记回执（PDF）：编号、查询码、最晚哪天答复',
    handle: async ({ services: { db, clock, config, printer }, actor, requestId, params: { id } }) => {
      const work = await requireApplication(db, id)
      if (work.application.userId !== actor.id) {
        authorizeHidden({ actor, requestId }, 'application.receive', viewOf(work, clock.now()).org)
      }
      const print = applicationReceipt(work, codeOf(config, id), addressesUnder(config.publicBaseUrl))
      const { pdf, sha256 } = await printer(print)
      return {
        name: `${print.title}.pdf`,
        mime: 'application/pdf',
        bytes: pdf.length,
        sha256,
        content: [pdf],
      }
    },
  }),
]
