import { dateLabel } from '@shared/common/period'
import type { ChannelProof } from '@shared/contract/reading/channelProof'
import type { NoticePage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { ProofForm } from './ProofForm'
import { RemoveForm } from './RemoveForm'

/** Lists the channel proofs 公开渠道佐证 of a public notice. Optional, never required. */
export default function ProofsPage() {
  const params = useParams()
  const id = params['id'] ?? ''
  const page = useResource<NoticePage>(
    `proofs:${id}`,
    () => api('GET /notices/:id', { params: { id } }),
    IN_WORK,
  )
  return (
    <Frame title="公开渠道" narrow>
      <LoginGate error={page.error}>
        <Loaded resource={page}>{data => <Proofs page={data} onChanged={page.reload} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}

function Proofs({ page, onChanged }: { page: NoticePage; onChanged: () => void }) {
  const { notice, channels } = page
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          公开渠道
        </Heading>
        <Link label={notice.title} url={routes.notice(notice.id)} />
        <Box as="p" className="lead">
          除了网上，还在哪里公开过，可以在这里留个底，村民在公示页上能看到。自愿登记，不登记不影响公开，也不考核。
        </Box>
      </Box>
      {channels.map(channel => (
        <Section key={channel.name} title={channel.name}>
          {channel.unclear && <Box as="p">! 目录里这一项勾选看不清，请对照原件。</Box>}
          {channel.proofs.map(proof => (
            <Kept key={proof.id} page={page} proof={proof} onChanged={onChanged} />
          ))}
          {channel.needs === 'nothing' ? (
            <Box as="p">✓ 网上公开就是公示页，不用登记。</Box>
          ) : (
            <ProofForm key={channel.proofs.length} page={page} channel={channel} onChanged={onChanged} />
          )}
        </Section>
      ))}
    </>
  )
}

interface KeptProps {
  page: NoticePage
  proof: ChannelProof
  onChanged: () => void
}

function Kept({ page, proof, onChanged }: KeptProps) {
  const { on, text, file } = proof
  const what = [dateLabel(on), text, file && (file.picture ? '有照片' : '有文件')].filter(Boolean).join(' · ')
  return (
    <Box className="line">
      <Box as="p">{`✓ ${what}`}</Box>
      <RemoveForm noticeId={page.notice.id} proofId={proof.id} onChanged={onChanged} />
    </Box>
  )
}
