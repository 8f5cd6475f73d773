import { dateLabel } from '@shared/common/period'
import type { ChannelProof, PlannedChannel } from '@shared/contract/reading/channelProof'
import type { NoticePage } from '@shared/contract/reading/site'
import { urlOf } from '../../api/client'
import { Section } from '../../components/page/Section'
import { Problems } from '../../components/page/Problems'
import { Box, Press } from '../../elements/dom'
import { useOpenFile } from '../../hooks/useOpenFile'

/** Shows the channels 还在哪里公开 of the catalogue with the village's proofs. Missing proofs have no consequence. */
export function Channels({ page }: { page: NoticePage }) {
  const { channels = [] } = page
  const { problems, open: openFile } = useOpenFile()
  if (channels.length === 0) return null
  const open = ({ sha256, name }: NonNullable<ChannelProof['file']>) =>
    openFile(urlOf('GET /files/:sha256', { params: { sha256 } }), name, `“${name}”打不开，可能已经撤回。`)
  return (
    <Section title="在哪里公开">
      {channels.map(channel => (
        <Channel key={channel.name} channel={channel} onOpen={file => void open(file)} />
      ))}
      <Problems problems={problems} />
    </Section>
  )
}

interface Props {
  channel: PlannedChannel
  onOpen: (file: NonNullable<ChannelProof['file']>) => void
}

function Channel({ channel: { name, kind, unclear, proofs }, onOpen }: Props) {
  return (
    <Box className="fact">
      <Box className="fact__label">{unclear ? `${name}（目录里勾选看不清）` : name}</Box>
      <Box className="fact__value">
        {kind === 'page' && <Box>✓ 这一页就是</Box>}
        {proofs.map(({ id, on, text, file }) => (
          <Box key={id}>
            <Box>{[dateLabel(on), text].filter(Boolean).join('：')}</Box>
            {file && (
              <Press
                role="link"
                className="link"
                label={`看${file.picture ? '照片' : '文件'} ${file.name}`}
                onPress={() => onOpen(file)}
              >
                {file.picture ? '看照片' : '看文件'}
              </Press>
            )}
          </Box>
        ))}
        {kind !== 'page' && proofs.length === 0 && <Box>目录要求的公开渠道</Box>}
      </Box>
    </Box>
  )
}
