import type { CheckedPicture } from '@shared/contract/disclosure/files'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { ConfirmButton } from '../../../../components/controls/ConfirmButton'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'

/** Words by state; a picture that has passed needs none. */
const WORDS: Readonly<Record<CheckedPicture['state'], string>> = {
  waiting: '微信还在检查，一般几分钟，最多半小时',
  passed: '',
  risky: '! 微信认为可能违规',
  unclear: '! 微信没有给出结论',
  released: '✓ 看过了，可以公开',
}

interface Props {
  page: WorkNoticePage
  onChanged: () => void
}

/** Shows WeChat's check of the pictures 照片检查, and lets a second person pass what it did not. */
export function Pictures({ page: { pictures, notice }, onChanged }: Props) {
  const shown = pictures.filter(({ state }) => state !== 'passed')
  if (shown.length === 0) return null
  return (
    <Section title="照片检查">
      {shown.map(picture => (
        <Picture key={picture.sha256} picture={picture} orgCode={notice.orgCode} onChanged={onChanged} />
      ))}
    </Section>
  )
}

interface PictureProps {
  picture: CheckedPicture
  orgCode: string
  onChanged: () => void
}

function Picture({ picture, orgCode, onChanged }: PictureProps) {
  const { name, sha256, state, mayRelease, releasedBy } = picture
  const write = useAction(onChanged)
  const release = async () => {
    const params = { code: orgCode, sha256 }
    const isDone = await write.run(async key =>
      api('POST /orgs/:code/pictures/:sha256/release', { params }, key),
    )
    if (isDone) onChanged()
  }
  return (
    <Box className="row">
      <Txt className="row__main">
        <Txt className="row__title">{name}</Txt>
        <Txt className="row__meta">{releasedBy ? `${WORDS[state]}：${releasedBy}` : WORDS[state]}</Txt>
      </Txt>
      {mayRelease && (
        <Box className="row__text">
          <Problems problems={write.problems} />
          <ConfirmButton
            look="plain"
            label={`我看过“${name}”了`}
            words={['请打开照片看清楚：没有违法违规的内容，也没有身份证号、电话。']}
            confirm="没有问题，可以公开"
            keep="再看看"
            disabled={write.busy}
            onConfirm={() => void release()}
          />
        </Box>
      )}
    </Box>
  )
}
