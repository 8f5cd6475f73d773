import type { GuideRow, ServiceGuide } from '@shared/contract/reading/serviceGuide'
import { Link } from '../controls/Link'
import { Section } from '../page/Section'
import { Box, Phone, Txt } from '../../elements/dom'
import { routes } from '../../routes'

interface Props {
  guide: ServiceGuide
  /** On the page of the service itself, which needs no link to its steps. */
  own?: boolean
}

/**
 * Shows the service guide 办事指南, the same on the pages of the catalogue and of the power list; unanswered questions are
 * marked, with contacts.
 */
export function Guide({ guide: { rows, ask, service }, own = false }: Props) {
  return (
    <Section title="我也想申请">
      {rows.map((row, at) => (
        <Answer key={row.id} row={row} sourced={isLastOfSource(rows, at)} />
      ))}
      {service && !own && (
        <Link label={`看每一步怎么走：${service.name}`} url={routes.power(service.orgCode, service.code)} />
      )}
      {ask.length > 0 && (
        <Box as="p">
          {rows.some(({ unsaid }) => unsaid)
            ? '找谁：没有写明的，可以打办公电话问'
            : '找谁：还有不清楚的，可以打办公电话问'}
        </Box>
      )}
      {ask.map(({ name, phone }) => (
        <Box key={phone} className="contact">
          <Txt>{name}</Txt>
          <Phone className="link" label={`打${name}的办公电话，${phone}`} phone={phone}>
            {phone}
          </Phone>
        </Box>
      ))}
    </Section>
  )
}

/** True for the last of consecutive answers from the same notice, which names it once. */
const isLastOfSource = (rows: readonly GuideRow[], at: number): boolean =>
  rows[at]?.from?.noticeId !== rows[at + 1]?.from?.noticeId

function Answer({ row: { label, value, unsaid, from }, sourced }: { row: GuideRow; sourced: boolean }) {
  return (
    <Box className="fact">
      <Box className="fact__label">{label}</Box>
      <Box className={`fact__value${unsaid ? ' fact__value--missing' : ''}`}>
        <Box>{value}</Box>
        {from && sourced && <Link label={`以上出自：${from.title}`} url={routes.notice(from.noticeId)} />}
      </Box>
    </Box>
  )
}
