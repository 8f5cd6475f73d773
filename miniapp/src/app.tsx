import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { keepAppOffline } from './elements/platform'
import './styles/app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(keepAppOffline)
  return <>{children}</>
}
