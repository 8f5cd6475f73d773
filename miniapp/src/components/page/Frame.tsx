import { useDidShow } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { Box, FeedbackButton, Press, SkipLink, Txt } from '../../elements/dom'
import { focusPage, isBrowser, isSinglePage, setPageTitle } from '../../elements/platform'
import type { Resource } from '../../hooks/useResource'
import { isFirstPage, restart, routes } from '../../routes'
import { useReading } from '../../state/settings'
import { BackBar } from './BackBar'
import { Rail, useRail } from '../staff/Rail'
import { BottomBar, type MainPage } from './BottomBar'
import { ErrorBoundary } from './ErrorBoundary'
import { OfflineBar } from './OfflineBar'

type Shown = Pick<Resource<unknown>, 'data' | 'staleSince' | 'loading' | 'reload'>

interface Props {
  /** Title of the window or of the phone's navigation bar. */
  title: string
  current?: MainPage
  narrow?: boolean
  /** The page has its own bar at the bottom of a phone. */
  barred?: boolean
  /** Full window width, for matrix tables. */
  wide?: boolean
  stale?: Shown
  children: ReactNode
}

/** Shows the main pages; in the preview of the timeline, that there is no way to them. */
function Ways({ current }: Pick<Props, 'current'>) {
  if (isSinglePage()) {
    return (
      <Box as="p" className="offline">
        这里是朋友圈里的预览，只能看这一页。要看别的、提异议，请按屏幕下方的“前往小程序”。
      </Box>
    )
  }
  if (current) return <BottomBar current={current} />
  if (!isBrowser) return null
  return (
    <>
      <BackBar />
      <BottomBar />
    </>
  )
}

/** Leads home from a page that a message or a code has opened on the phone: there is none to go back to. */
function Homeward({ current }: Pick<Props, 'current'>) {
  const [first] = useState(isFirstPage)
  if (isBrowser || current || !first || isSinglePage()) return null
  const home = routes.home()
  return (
    <Press className="foot__feedback" label="回公开栏" url={home} onPress={() => restart(home)}>
      回公开栏
    </Press>
  )
}

/** Warns of data that is not current. */
const Age = ({ of: { staleSince, loading, reload } }: { of: Shown }) =>
  staleSince && <OfflineBar since={staleSince} asking={loading} onRetry={reload} />

/** Joins the class names that hold. */
const joined = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')

/** Frames every page: text size, main pages, offline notice, feedback. */
export function Frame({ title, current, narrow, wide, barred, stale, children }: Props) {
  const { elder, size } = useReading()
  const railed = useRail()
  useEffect(() => setPageTitle(title), [title])
  useDidShow(() => {
    setPageTitle(title)
    focusPage()
  })
  const look = joined(
    'frame',
    `fs-${size}`,
    elder && 'frame--elder',
    current && 'frame--main',
    barred && 'frame--acts',
    wide && 'frame--wide',
    railed && 'frame--railed',
  )
  return (
    <Box className={look}>
      <SkipLink />
      {railed ? <Rail /> : <Ways current={current} />}
      {stale && <Age of={stale} />}
      <Box as="main" className={joined('page', narrow && 'page--narrow', wide && 'page--wide')}>
        <ErrorBoundary data={stale?.data}>{children}</ErrorBoundary>
      </Box>
      <Box as="footer" className="foot">
        <Txt>明白栏 · 公开给每一个人看</Txt>
        <Homeward current={current} />
        <FeedbackButton className="foot__feedback" label="意见反馈">
          意见反馈
        </FeedbackButton>
      </Box>
    </Box>
  )
}
