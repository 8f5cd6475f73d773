import Taro from '@tarojs/taro'
import { Component, type ReactNode } from 'react'
import { Box, Heading } from '../../elements/dom'
import { reopenPage } from '../../elements/platform'
import { routes } from '../../routes'
import { reportFault } from '../../state/faults'
import { Button } from '../controls/Button'
import { Link } from '../controls/Link'

interface Props {
  /** Data of the page: another answer is tried, since the stored one may be of no use. */
  data?: unknown
  children: ReactNode
}

interface State {
  failed: boolean
}

/** Shows a recovery screen if rendering throws. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override componentDidCatch(fault: Error): void {
    reportFault('render', fault.message, Taro.getCurrentPages().slice(-1)[0]?.route ?? '')
  }

  override componentDidUpdate({ data }: Props): void {
    if (this.state.failed && data !== this.props.data) this.setState({ failed: false })
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Box className="notice" live="assertive">
        <Heading level={1} className="notice__title">
          这一页没能显示出来
        </Heading>
        <Box as="p" className="lead">
          是我们的问题，不是您的手机。可以先回公开栏，也可以用下面的“意见反馈”告诉我们。
        </Box>
        <Box className="buttons">
          <Button label="再试一次" onPress={reopenPage} />
          <Link className="button button--plain" label="回公开栏" url={routes.home()} />
        </Box>
      </Box>
    )
  }
}
