import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Runs an action whenever the page is shown again, but not at first. */
export function useReshown(action: () => void): void {
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) action()
    shown.current = true
  })
}
