import { readPrinted } from '@shared/ledger/printed'
import type { NoticePage } from '@shared/contract/reading/site'
import { useMemo } from 'react'
import { ContactRow } from '../../../../components/ContactRow'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useShareCard } from '../../../../hooks/useShareCard'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { type Report, examine, paperOf } from '../../examine'
import { PaperForm } from '../../PaperForm'
import { Steps } from '../../Steps'

/** Shows in plain words what this phone has verified 核验 of a notice and of the ledger. */
export default function CheckPage() {
  const params = useParams()
  const id = params['id'] ?? ''
  const edition = Number(params['edition']) || undefined
  const report = useResource<Report>(`check:${id}:${edition}`, () => examine(id, edition), IN_WORK)
  useShareCard({ title: '核验这条公示', path: routes.check(id, edition) })
  const scanned = useMemo(() => {
    const { e, i, l, s, r } = params
    const printed = readPrinted({ id, e, i, l, s, r })
    return printed && { paper: paperOf(printed), edition: printed.edition }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the parameters of a page never change
  }, [id])
  return (
    <Frame title="核验" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          核验
        </Heading>
      </Box>
      <Loaded resource={report} lines={8}>
        {data => <Findings report={data} edition={edition} />}
      </Loaded>
      <PaperForm noticeId={id} scanned={scanned} />
    </Frame>
  )
}

/** What the checks say together; what could not be compared says nothing. */
function verdictOf(steps: Report['steps']): string {
  if (steps.some(({ outcome }) => outcome === 'bad')) return '有一项对不上'
  return steps.some(({ outcome }) => outcome === 'ok') ? '没有发现改动' : '这次没有核对成'
}

function Findings({ report: { page, proof, steps }, edition }: { report: Report; edition?: number }) {
  const { notice } = page
  const wrong = steps.some(({ outcome }) => outcome === 'bad')
  return (
    <>
      <Box as="p">
        <Link label={notice.title} url={routes.notice(notice.id, edition)} />
      </Box>
      <Box as="p" className="small">
        {`${notice.orgName}公开 · 第 ${notice.edition} 版。下面的核对由您的手机自己算，不靠服务器说了算。`}
      </Box>
      {wrong && <Alarm page={page} />}
      <Box className="leaf">
        <Heading level={2} className="letter__head">
          {verdictOf(steps)}
        </Heading>
        <Steps steps={steps} label="核验结果" />
      </Box>
      {proof && (
        <Box className="buttons">
          <Link className="button button--plain" label="存证单（可打印张贴）" url={routes.sheet(notice.id)} />
        </Box>
      )}
    </>
  )
}

/** Shows a proved fault first, with contacts. */
function Alarm({ page: { org } }: { page: NoticePage }) {
  return (
    <Section title="请注意：有一项对不上">
      <Box as="p" live="assertive">
        公开的记录可能被人改过。请先截图留下这一页，再打电话问清楚；也可以拨打 12345 反映。
      </Box>
      {org.contacts.map(contact => (
        <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
      ))}
    </Section>
  )
}
