import { Link } from '../../components/controls/Link'
import { Box, Press, ShareButton, Txt } from '../../elements/dom'
import type { ReadAloud } from '../../hooks/useReadAloud'
import { routes } from '../../routes'

interface Props {
  noticeId: string
  /** Null if this phone has no voice. */
  voice: ReadAloud | null
}

/** What one does with a notice: hear it, compare it, forward it, object. Objecting is the last one, at the right thumb. */
export function Actions({ noticeId, voice }: Props) {
  return (
    <Box as="nav" label="这条公示可以做什么" className="acts">
      {voice && <Listen voice={voice} />}
      <Link className="acts__item" label="比一比，和街道公开的比" url={routes.alongside(noticeId)}>
        <Icon name="compare" />
        <Txt>比一比</Txt>
      </Link>
      <ShareButton className="acts__item" label="转发给别人看">
        <Icon name="share" />
        <Txt>转发</Txt>
      </ShareButton>
      <Link className="acts__item acts__item--main" label="提意见" url={routes.point(noticeId)}>
        <Icon name="say" />
        <Txt>提意见</Txt>
      </Link>
    </Box>
  )
}

function Listen({ voice: { at, start, stop } }: { voice: ReadAloud }) {
  const label = at === null ? '听一遍' : '不听了'
  return (
    <Press className="acts__item" label={label} onPress={() => (at === null ? start(0) : stop())}>
      <Icon name="speak" />
      <Txt>{label}</Txt>
    </Press>
  )
}

const Icon = ({ name }: { name: 'speak' | 'compare' | 'share' | 'say' }) => (
  <Txt decorative className={`ic ic--${name}`} />
)
