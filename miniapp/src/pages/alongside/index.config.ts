export default definePageConfig({
  navigationBarTitleText: '对照',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
