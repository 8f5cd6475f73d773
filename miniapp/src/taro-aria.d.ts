import '@tarojs/components'

/** Aria properties added to Taro's components by config/taro/aria.js. */
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaLive?: 'polite' | 'assertive'
    ariaHidden?: boolean
    ariaDisabled?: boolean
    ariaSelected?: boolean
    ariaChecked?: boolean
    ariaExpanded?: boolean
  }
}
