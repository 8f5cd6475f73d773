export default definePageConfig({
  navigationBarTitleText: '村里在办的事',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
