/** What the components ask of Taro. The gallery is one page: its ways lead nowhere, and nothing is stored. */
const nowhere = () => Promise.resolve()

export const useDidShow = (): void => undefined
export const useDidHide = (): void => undefined

export default {
  getCurrentPages: () => [],
  navigateTo: nowhere,
  redirectTo: nowhere,
  reLaunch: nowhere,
  navigateBack: nowhere,
  getStorageSync: () => '',
  setStorageSync: () => undefined,
  removeStorageSync: () => undefined,
}
